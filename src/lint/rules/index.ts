import { commandRules } from '../kubectl/rules.ts';
import { manifestRules } from './manifests.ts';
import type { Rule } from './rule.ts';
import { siteRules } from './site.ts';

/** Every rule, in the order of the rules page. */
export const rules: readonly Rule[] = [...manifestRules, ...commandRules, ...siteRules];

/** The rule with an id. */
export function findRule(id: string): Rule | undefined {
  return rules.find(rule => rule.id === id);
}
