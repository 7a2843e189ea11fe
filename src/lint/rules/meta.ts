import { defineRule, type Rule } from './rule.ts';

/** metadata of any object. */
export const metaRules: readonly Rule[] = [
  defineRule({
    id: 'meta/namespace-ignored',
    level: 'warning',
    check({ kind, namespaced, root, reportKey }) {
      const namespace = root.get('metadata', 'namespace');
      if (!namespaced && namespace.string) reportKey(namespace, 'namespace-ignored', { kind });
    },
  }),
];
