import { matches } from '../rules/labels.ts';
import { follow, writeLabels } from './follow.ts';
import { selectorOf } from './objects.ts';
import { defineSetRule, type SetRule } from './rule.ts';

/** Controllers among other objects, and objects among themselves. */
export const workloadRules: readonly SetRule[] = [
  // The engine reports it while it applies.
  defineSetRule({ id: 'set/duplicate', level: 'error' }),
  defineSetRule({
    id: 'set/selector-overlap',
    level: 'warning',
    kinds: ['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet'],
    look({ kind, set, namespace, root, pod, report }) {
      const selector = root.get('spec', 'selector');
      if (!pod || !selector.isSet) return;
      for (const other of set.selected(namespace, selector)) {
        if (other.root === root) return;
        if (other.kind !== kind || !matches(other.root.get('spec', 'selector'), pod.labels)) continue;
        report(selector, 'set-overlap', { kind, name: other.name });
        return;
      }
    },
  }),
  defineSetRule({
    id: 'ref/statefulset-service',
    level: 'warning',
    kinds: ['StatefulSet'],
    look(context) {
      const { kind, name, pod, root, report } = context;
      const at = root.get('spec', 'serviceName');
      const service = follow(context, 'Service', at);
      if (!service || !pod) return;
      if (service.root.get('spec', 'clusterIP').string !== 'None')
        report(at, 'not-headless', { name: service.name });
      const selector = selectorOf(service.root);
      if ([...selector].some(([label, value]) => pod.labels.get(label) !== value))
        report(at, 'service-misses', { name: service.name, labels: writeLabels(selector), kind, pods: name });
    },
  }),
];
