import type { Cursor } from '../rules/cursor.ts';
import { follow, scalerOf } from './follow.ts';
import type { SetObject } from './objects.ts';
import { runningContainers } from './pod-template.ts';
import { defineSetRule, type SetContext, type SetRule } from './rule.ts';

const kinds = ['HorizontalPodAutoscaler'];
const scalable = ['Deployment', 'ReplicaSet', 'StatefulSet', 'ReplicationController'];

function targetOf({ set, namespace, root }: SetContext): SetObject | undefined {
  const ref = root.get('spec', 'scaleTargetRef');
  return set.find(ref.get('kind').string ?? '', namespace, ref.get('name').string ?? '');
}

/** Resources that are measured against requests: their name, the container (or all) and where that is said. */
function measured({ root }: SetContext): { resource: string; container: string | undefined; at: Cursor }[] {
  const spec = root.get('spec');
  const percentage = spec.get('targetCPUUtilizationPercentage');
  const metrics = spec.get('metrics').items();
  const found = metrics.flatMap(metric => {
    const source = metric.get(
      metric.get('type').string === 'ContainerResource' ? 'containerResource' : 'resource',
    );
    const isShare =
      source.get('target', 'type').string === 'Utilization' || source.get('targetAverageUtilization').isSet;
    const name = source.get('name');
    return name.string && isShare
      ? { resource: name.string, container: source.get('container').string, at: name }
      : [];
  });
  return percentage.isSet ? [...found, { resource: 'cpu', container: undefined, at: percentage }] : found;
}

/** Autoscalers and what they scale. */
export const autoscalingRules: readonly SetRule[] = [
  defineSetRule({
    id: 'ref/hpa-target',
    level: 'warning',
    kinds,
    look(context) {
      const ref = context.root.get('spec', 'scaleTargetRef');
      const kind = ref.get('kind').string ?? '';
      const at = ref.get('apiVersion');
      const target = scalable.includes(kind) ? follow(context, kind, ref.get('name')) : undefined;
      const [group, version] = (at.string ?? '').split('/');
      if (target && (version === undefined ? '' : group) !== target.group)
        context.report(at, 'hpa-version', { kind, name: target.name, wanted: target.apiVersion });
    },
  }),
  defineSetRule({
    id: 'ref/hpa-requests',
    level: 'warning',
    kinds,
    look(context) {
      const target = targetOf(context);
      if (!target?.pod || target.pod.spec.get('resources').isSet) return;
      // A LimitRange may add requests.
      if (context.set.ofKind('LimitRange').some(({ namespace }) => namespace === target.namespace)) return;
      const { kind, name, pod } = target;
      for (const { resource, container, at } of measured(context)) {
        const without = runningContainers(pod.spec)
          .filter(other => container === undefined || other.get('name').string === container)
          .find(other => !['requests', 'limits'].some(part => other.get('resources', part, resource).isSet));
        if (without)
          context.report(at, 'hpa-requests', {
            resource,
            container: without.get('name').string ?? '',
            kind,
            name,
          });
      }
    },
  }),
  defineSetRule({
    id: 'ref/hpa-replicas',
    level: 'info',
    kinds: scalable,
    look(context) {
      const replicas = context.root.get('spec', 'replicas');
      const scaler = scalerOf(context, context);
      if (scaler && replicas.isSet) context.report(replicas, 'hpa-replicas', { name: scaler.name });
    },
  }),
];
