import type { Draft } from './draft.ts';
import type { MapNode } from './parse/tree.ts';
import { hasMinor, type Target, targetOf } from './schema/catalogue.ts';

/** What a step of a check found, and what it had asked about the minor. */
interface Entry {
  asked: readonly number[];
  answers: readonly boolean[];
  drafts: readonly Draft[];
}

/** By object, by what it is taken for, by step. Forgotten with the object. */
const results = new WeakMap<MapNode, Map<string, Map<unknown, Entry[]>>>();

/**
 * Runs a step of a check on an object. When the object is checked for many minors (`asked` of the target is noted), a
 * step runs again only where an answer to its own questions differs: most ask nothing, so `validMinors` costs little
 * more than one check.
 * @param taken What the object is taken for: apiVersion and kind.
 * @param step The rule, or another constant.
 */
export function runStep(
  object: MapNode,
  taken: string,
  step: unknown,
  target: Target,
  drafts: Draft[],
  run: (target: Target, drafts: Draft[]) => void,
): void {
  const { asked, minor } = target;
  if (!asked) {
    run(target, drafts);
    return;
  }
  const entries = entriesOf(object, taken, step);
  let entry = entries.find(({ asked: masks, answers }) =>
    masks.every((mask, index) => hasMinor(mask, minor) === answers[index]),
  );
  if (!entry) {
    const own = new Set<number>();
    const found: Draft[] = [];
    run(targetOf(minor, own), found);
    entry = { asked: [...own], answers: [...own].map(mask => hasMinor(mask, minor)), drafts: found };
    entries.push(entry);
  }
  for (const mask of entry.asked) asked.add(mask);
  drafts.push(...entry.drafts);
}

function entriesOf(object: MapNode, taken: string, step: unknown): Entry[] {
  const byKind = results.get(object) ?? new Map<string, Map<unknown, Entry[]>>();
  results.set(object, byKind);
  const bySteps = byKind.get(taken) ?? new Map<unknown, Entry[]>();
  byKind.set(taken, bySteps);
  const entries = bySteps.get(step) ?? [];
  bySteps.set(step, entries);
  return entries;
}
