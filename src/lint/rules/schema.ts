import { defineRule, type Rule } from './rule.ts';

/** What the published schema of a kind says. The validator reports these. */
export const schemaRules: readonly Rule[] = [
  defineRule({ id: 'schema/unknown-field', level: 'error' }),
  defineRule({ id: 'schema/field-version', level: 'error' }),
  defineRule({ id: 'schema/type', level: 'error' }),
  defineRule({ id: 'schema/enum', level: 'error' }),
  defineRule({ id: 'schema/range', level: 'error' }),
  defineRule({ id: 'schema/quantity', level: 'error' }),
  defineRule({ id: 'schema/base64', level: 'error' }),
  defineRule({ id: 'schema/time', level: 'error' }),
  defineRule({ id: 'schema/required', level: 'error' }),
];
