import { addEntry, addKnown, addUnknown, pickValue, pickWord, type Workshop } from './choices.ts';
import { collectDonors, donorsOf } from './donors.ts';
import { createDraw, type Target } from './draw.ts';
import { copySibling, moveDown, moveUp, rename } from './edits.ts';
import { at, isContainer, isObject, isSame, type Json, type JsonObject } from './json.ts';
import { listNodes, type OpenApi } from './openapi.ts';
import type { Mutation, Operation } from './operation.ts';
import { createRandom } from './random.ts';
import { nudge, readValues, retype } from './values.ts';

/** How often each kind of change is made. Decoding mistakes are few: a server refuses them all alike. */
const weights = {
  remove: 15,
  duplicate: 4,
  value: 26,
  word: 5,
  nudge: 10,
  retype: 5,
  empty: 3,
  unknown: 3,
  rename: 3,
  known: 12,
  entry: 4,
  donor: 6,
  sibling: 4,
  up: 2,
  down: 2,
} as const;

type Change = keyof typeof weights;

/** Makes up to `count` different one-change mutations; the same arguments make the same list. */
export function generate(
  bases: readonly JsonObject[],
  api: OpenApi,
  seed: number,
  count: number,
): Mutation[] {
  const random = createRandom(seed);
  const targets = bases.flatMap((object, base) => listNodes(object, api).map(node => ({ ...node, base })));
  const shop: Workshop = { bases, api, random, values: readValues(), donors: collectDonors(targets) };
  const draw = createDraw(targets, bases, random);
  const made = new Map<string, Mutation>();
  for (let tries = 0; made.size < count && tries < count * 20; tries++) {
    const target = draw();
    const op = makeOperation(random.weighted(weights), target, shop);
    if (!op) continue;
    const mutation = { base: target.base, op };
    made.set(JSON.stringify(mutation), mutation);
  }
  return [...made.values()];
}

/** One change of the wanted sort, or undefined when it does not fit the target or changes nothing. */
function makeOperation(change: Change, target: Target, shop: Workshop): Operation | undefined {
  const { random } = shop;
  const { path, value } = target;
  const base = shop.bases[target.base] ?? {};
  const set = (next: Json | undefined): Operation | undefined =>
    next === undefined || isSame(next, value) ? undefined : ['set', path, next];
  switch (change) {
    case 'remove':
      return ['del', path];
    case 'duplicate':
      return Array.isArray(at(base, path.slice(0, -1))) ? ['dup', path] : undefined;
    case 'value':
      return isContainer(value) && random.below(4) > 0
        ? addKnown(target, shop)
        : set(pickValue(target, shop));
    case 'word':
      return set(pickWord(target, shop));
    case 'nudge':
      return set(nudge(value, random));
    case 'retype':
      return set(retype(value, random));
    case 'empty':
      return set(random.pick<Json>([null, Array.isArray(value) ? [] : isObject(value) ? {} : '']));
    case 'unknown':
      return addUnknown(target, shop);
    case 'rename':
      return rename(base, path, random);
    case 'known':
      return addKnown(target, shop);
    case 'entry':
      return addEntry(target, shop);
    case 'donor':
      return set(random.pick(donorsOf(shop.donors, target.owner, target.field)));
    case 'sibling':
      return copySibling(base, path, random);
    case 'up':
      return moveUp(base, path);
    case 'down':
      return moveDown(base, path, random);
  }
}
