import { commandRules } from '../kubectl/rules.ts';
import { practiceRules } from '../practice/index.ts';
import { setRules } from '../sets/index.ts';
import { apiRules } from './api.ts';
import { metaRules } from './meta.ts';
import { objectKindRules } from './objects.ts';
import type { Rule } from './rule.ts';
import { schemaRules } from './schema.ts';
import { siteRules } from './site.ts';
import { suppressRules } from './suppress.ts';
import { allWorkloadRules } from './workloads-all.ts';
import { yamlRules } from './yaml.ts';

/** Every rule, in the order of the rules page. A new area is one more list here. */
export const rules: readonly Rule[] = [
  ...yamlRules,
  ...apiRules,
  ...schemaRules,
  ...metaRules,
  ...allWorkloadRules,
  ...objectKindRules,
  ...setRules,
  ...practiceRules,
  ...commandRules,
  ...suppressRules,
  ...siteRules,
];

/** Rules that look at objects. */
export const objectRules: readonly Rule[] = rules.filter(rule => rule.check !== undefined);

/** The rule with an id. */
export function findRule(id: string): Rule | undefined {
  return rules.find(rule => rule.id === id);
}
