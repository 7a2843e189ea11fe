import { defineRule, type Rule } from './rule.ts';

/** Expectations, files and fences: what authors of this site can get wrong beside the manifests themselves. */
export const siteRules: readonly Rule[] = [
  defineRule({ id: 'expect/missing', level: 'error' }),
  defineRule({ id: 'file/encoding', level: 'error' }),
  defineRule({ id: 'file/outside', level: 'error' }),
  defineRule({ id: 'file/set-json', level: 'error' }),
  defineRule({ id: 'file/mdx', level: 'error' }),
  defineRule({ id: 'fence/option', level: 'error' }),
];
