import { type Donors, donorsOf, sample } from './donors.ts';
import type { Target } from './draw.ts';
import { misspell } from './edits.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import { type OpenApi, resolve } from './openapi.ts';
import type { Operation } from './operation.ts';
import type { Random } from './random.ts';
import { classOf, keyClassOf } from './value-class.ts';

/** What the makers of changes share. */
export interface Workshop {
  bases: readonly JsonObject[];
  api: OpenApi;
  random: Random;
  values: ReadonlyMap<string, readonly Json[]>;
  donors: Donors;
}

/** A value of the field's class from values.yaml. */
export const pickValue = (target: Target, { api, random, values }: Workshop): Json | undefined =>
  random.pick(values.get(classOf(target, api)) ?? [null]);

/** Another word of the field's enum, one of its words in the wrong case, or a word that some other field takes. */
export function pickWord(target: Target, shop: Workshop): Json | undefined {
  const words = resolve(target.schema, shop.api).schema.enum;
  if (!words) return classOf(target, shop.api) === 'word' ? pickValue(target, shop) : undefined;
  const word = shop.random.pick(words);
  return shop.random.pick<Json>([
    word,
    word,
    word,
    String(word).toLowerCase(),
    String(word).toUpperCase(),
    `${word}s`,
    '',
    ...(shop.values.get('word') ?? []).slice(0, 4),
  ]);
}

/** Adds a field that the type does not have, most often a misspelt one. */
export function addUnknown(
  { path, value, schema }: Target,
  { api, random }: Workshop,
): Operation | undefined {
  const fields = Object.keys(resolve(schema, api).schema.properties ?? {}).sort();
  if (!isObject(value) || fields.length === 0) return undefined;
  const name = random.pick([
    misspell(random.pick(fields), random),
    misspell(random.pick(fields), random),
    'foo',
    'spec',
    'labels',
    'x-note',
  ]);
  return name === '' || name in value
    ? undefined
    : ['set', [...path, name], random.pick<Json>([1, 'x', {}, null, [], true])];
}

/** Adds a field that the type has and this object lacks: a copy from another base where there is one. */
export function addKnown(
  { path, value, schema }: Target,
  { api, random, donors }: Workshop,
): Operation | undefined {
  const { schema: own, name } = resolve(schema, api);
  if (!isObject(value)) return undefined;
  const absent = Object.keys(own.properties ?? {})
    .filter(field => !(field in value) && !(path.length === 0 && field === 'status'))
    .sort();
  if (absent.length === 0) return undefined;
  const field = random.pick(absent);
  const copies = donorsOf(donors, name ?? '', field);
  const next =
    copies.length > 0 && random.below(4) > 0
      ? random.pick(copies)
      : sample(own.properties?.[field] ?? {}, api, random);
  return JSON.stringify(next).length > 1000 ? undefined : ['set', [...path, field], next];
}

/** Adds an entry with a doubtful key to a free-form map. */
export function addEntry(
  { path, value, schema, field }: Target,
  { api, random, values }: Workshop,
): Operation | undefined {
  const own = resolve(schema, api).schema;
  if (!isObject(value) || !own.additionalProperties) return undefined;
  const key = String(random.pick(values.get(keyClassOf(field)) ?? ['x']));
  const next = random.pick([...Object.values(value), sample(own.additionalProperties, api, random)]);
  return key in value ? undefined : ['set', [...path, key], next];
}
