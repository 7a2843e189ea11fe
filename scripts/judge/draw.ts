import type { JsonObject } from './json.ts';
import type { SchemaNode } from './openapi.ts';
import type { Random } from './random.ts';

/** A value of one of the bases. */
export interface Target extends SchemaNode {
  base: number;
}

/**
 * Draws a value to change: a kind by how many different fields it has (large kinds less than in proportion),
 * then one of three random fields, the one used least so far, then one of its places in the bases.
 */
export function createDraw(
  targets: readonly Target[],
  bases: readonly JsonObject[],
  random: Random,
): () => Target {
  const kinds = groupBy(targets, ({ base }) => `${bases[base]?.['apiVersion']} ${bases[base]?.['kind']}`);
  const fields = kinds.map(list => groupBy(list, ({ pattern }) => pattern));
  const tickets = fields.flatMap(list => Array.from({ length: Math.ceil(list.length ** 0.7) }, () => list));
  const uses = new Map<readonly Target[], number>();
  return () => {
    const list = random.pick(tickets);
    const candidates = [random.pick(list), random.pick(list), random.pick(list)];
    const places = candidates.reduce((best, next) =>
      (uses.get(next) ?? 0) < (uses.get(best) ?? 0) ? next : best,
    );
    uses.set(places, (uses.get(places) ?? 0) + 1);
    return random.pick(places);
  };
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups.values()];
}
