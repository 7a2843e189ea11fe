import { defineRule, type Rule } from './rule.ts';

/** Suppressions, in comments, fences and set.json. */
export const suppressRules: readonly Rule[] = [
  defineRule({ id: 'suppress/unused', level: 'warning' }),
  defineRule({ id: 'suppress/comment', level: 'warning' }),
];
