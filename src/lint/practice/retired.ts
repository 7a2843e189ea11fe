import { defineSetRule, type SetRule } from '../sets/rule.ts';

/** Values that servers still take, and that nothing in a cluster of today acts on. */
export const retiredRules: readonly SetRule[] = [
  defineSetRule({
    id: 'ingress/class-annotation',
    level: 'info',
    kinds: ['Ingress'],
    look({ root, report }) {
      const value = 'kubernetes.io/ingress.class';
      const found = root.get('metadata', 'annotations', value);
      if (found.isSet) report(found, 'retired', { value, instead: 'spec.ingressClassName' });
    },
  }),
  defineSetRule({
    id: 'storageclass/in-tree',
    level: 'info',
    kinds: ['StorageClass'],
    look({ root, report }) {
      const found = root.get('provisioner');
      const value = found.string ?? '';
      // `kubernetes.io/no-provisioner` says that nobody makes volumes, which is still right.
      if (/^kubernetes\.io\/(?!no-)/.test(value)) report(found, 'retired', { value, instead: 'CSI' });
    },
  }),
];
