import { practiceRules } from '../practice/index.ts';
import { setRules } from '../sets/index.ts';
import { apiRules } from './api.ts';
import { metaRules } from './meta.ts';
import { objectKindRules } from './objects.ts';
import type { Rule } from './rule.ts';
import { schemaRules } from './schema.ts';
import { suppressRules } from './suppress.ts';
import { allWorkloadRules } from './workloads-all.ts';
import { yamlRules } from './yaml.ts';

/** Rules about manifests, in the order of the rules page: all that a page needs. A new area is one more list here. */
export const manifestRules: readonly Rule[] = [
  ...yamlRules,
  ...apiRules,
  ...schemaRules,
  ...metaRules,
  ...allWorkloadRules,
  ...objectKindRules,
  ...setRules,
  ...practiceRules,
  ...suppressRules,
];

const objectRules = manifestRules.filter(rule => rule.check !== undefined);
const byKind = new Map<string, readonly Rule[]>();

/** Rules that look at objects of a kind. */
export function rulesOfKind(kind: string): readonly Rule[] {
  const known = byKind.get(kind);
  if (known) return known;
  const found = objectRules.filter(({ kinds }) => !kinds || kinds.includes(kind));
  // Kinds that no rule names are all alike, and a text may make up any number of them.
  if (objectRules.some(({ kinds }) => kinds?.includes(kind))) byKind.set(kind, found);
  return found;
}
