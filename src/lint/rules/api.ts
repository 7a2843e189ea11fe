import { defineRule, type Rule } from './rule.ts';

/** Whether the minor knows the object at all. `check.ts` reports these. */
export const apiRules: readonly Rule[] = [
  defineRule({ id: 'api/apiversion-missing', level: 'error' }),
  defineRule({ id: 'api/kind-missing', level: 'error' }),
  defineRule({ id: 'api/unknown-kind', level: 'error' }),
  defineRule({ id: 'api/removed', level: 'error' }),
  defineRule({ id: 'api/too-new', level: 'error' }),
  defineRule({ id: 'api/off-by-default', level: 'error' }),
  defineRule({ id: 'api/deprecated', level: 'warning' }),
  defineRule({ id: 'api/not-checked', level: 'info' }),
  defineRule({ id: 'api/not-kubernetes', level: 'info' }),
  defineRule({ id: 'api/unknown-minor', level: 'error' }),
];
