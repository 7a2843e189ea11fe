import type { Cursor } from '../rules/cursor.ts';
import { isEmptySelector, readLabels } from '../rules/labels.ts';
import { knownPods, scalerOf, writeLabels } from './follow.ts';
import type { PodObject } from './objects.ts';
import { defineSetRule, type SetContext, type SetRule } from './rule.ts';

function checkSelects(context: SetContext, selector: Cursor): void {
  const { set, namespace, report } = context;
  if (!selector.isSet || isEmptySelector(selector) || !set.expectsPods(namespace)) return;
  if (set.selected(namespace, selector).length > 0) return;
  const labels = writeLabels(readLabels(selector.get('matchLabels')));
  report(selector, 'selects-nothing', { labels, known: knownPods(context) });
}

/** Number of pods; undefined when nothing in the set says it. */
function countPods(context: SetContext, pods: readonly PodObject[]): number | undefined {
  let count = 0;
  for (const pod of pods) {
    if (!['Deployment', 'ReplicaSet', 'StatefulSet', 'ReplicationController'].includes(pod.kind))
      return undefined;
    const most = scalerOf(context, pod)?.root.get('spec', 'maxReplicas').number;
    count += most ?? pod.root.get('spec', 'replicas').number ?? 1;
  }
  return count;
}

/** Pods that may be away at once, if it can be told. */
function mayLeave(spec: Cursor, count: number | undefined): number | undefined {
  const [least, most] = [spec.get('minAvailable'), spec.get('maxUnavailable')];
  const share = (at: Cursor, of: number) => Math.ceil((Number.parseInt(at.string ?? '', 10) * of) / 100);
  if (most.number === 0 || /^0+%$/.test(most.string ?? '') || least.string === '100%') return 0;
  if (!least.isSet || count === undefined) return undefined;
  return count - (least.number ?? share(least, count));
}

/** Policies and the pods that they speak of. */
export const policyRules: readonly SetRule[] = [
  defineSetRule({
    id: 'ref/netpol-selector',
    level: 'warning',
    kinds: ['NetworkPolicy'],
    look: context => checkSelects(context, context.root.get('spec', 'podSelector')),
  }),
  defineSetRule({
    id: 'ref/pdb-selector',
    level: 'warning',
    kinds: ['PodDisruptionBudget'],
    look: context => checkSelects(context, context.root.get('spec', 'selector')),
  }),
  defineSetRule({
    id: 'pdb/blocks',
    level: 'warning',
    kinds: ['PodDisruptionBudget'],
    look(context) {
      const { set, namespace, root, report } = context;
      const spec = root.get('spec');
      const selector = spec.get('selector');
      const pods = selector.isSet ? set.selected(namespace, selector) : [];
      const count = countPods(context, pods);
      if (pods.length === 0 || count === 0 || (mayLeave(spec, count) ?? 1) > 0) return;
      const at = spec.get(spec.get('minAvailable').isSet ? 'minAvailable' : 'maxUnavailable');
      report(at, 'pdb-blocks', { count });
    },
  }),
];
