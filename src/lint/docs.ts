/**
 * What readers are told about rules: for the rules pages and `--explain`. Apart from `index.ts`, so that a page that
 * only lints does not load it.
 */

import { commandDocs } from './kubectl/docs.ts';
import type { RuleDoc, RuleDocs } from './rules/doc.ts';
import { apiDocs } from './rules/docs/api.ts';
import { metaDocs } from './rules/docs/meta.ts';
import { objectKindDocs } from './rules/docs/objects.ts';
import { practiceDocs } from './rules/docs/practice.ts';
import { referenceDocs } from './rules/docs/refs.ts';
import { schemaDocs } from './rules/docs/schema.ts';
import { setDocs } from './rules/docs/sets.ts';
import { siteDocs } from './rules/docs/site.ts';
import { suppressDocs } from './rules/docs/suppress.ts';
import { allWorkloadDocs } from './rules/docs/workloads-all.ts';
import { yamlDocs } from './rules/docs/yaml.ts';
import { rules } from './rules/index.ts';
import type { Rule } from './rules/rule.ts';

export type { RuleDoc, RuleText } from './rules/doc.ts';

/** Every area's words. A new area is one more line here. */
const docs: RuleDocs = {
  ...yamlDocs,
  ...apiDocs,
  ...schemaDocs,
  ...metaDocs,
  ...allWorkloadDocs,
  ...objectKindDocs,
  ...setDocs,
  ...referenceDocs,
  ...practiceDocs,
  ...commandDocs,
  ...suppressDocs,
  ...siteDocs,
};

/** A rule with its words. */
export interface DocumentedRule extends Rule {
  doc: RuleDoc;
}

/** Every rule with its words, in the order of the rules page. Throws for a rule without words: that is our own bug. */
export function documentedRules(): DocumentedRule[] {
  return rules.map(rule => {
    const doc = docs[rule.id];
    if (!doc) throw new Error(`src/lint/rules/docs/ says nothing about ${rule.id}`);
    return { ...rule, doc };
  });
}

/** Ids that have words, whether or not there is such a rule. */
export function documentedIds(): string[] {
  return Object.keys(docs);
}
