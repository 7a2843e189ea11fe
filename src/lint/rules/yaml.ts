import { defineRule, type Rule } from './rule.ts';

/** What is wrong with a text before it is any object. The parser reports these. */
export const yamlRules: readonly Rule[] = [
  defineRule({ id: 'yaml/syntax', level: 'error' }),
  defineRule({ id: 'yaml/control-character', level: 'error' }),
  defineRule({ id: 'yaml/duplicate-key', level: 'error' }),
  defineRule({ id: 'yaml/alias', level: 'error' }),
  defineRule({ id: 'yaml/merge', level: 'error' }),
  defineRule({ id: 'yaml/key-not-scalar', level: 'error' }),
  defineRule({ id: 'yaml/number', level: 'error' }),
  defineRule({ id: 'yaml/template', level: 'error' }),
  defineRule({ id: 'yaml/limit', level: 'error' }),
  defineRule({ id: 'yaml/not-an-object', level: 'error' }),
];
