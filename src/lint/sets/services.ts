import type { Cursor } from '../rules/cursor.ts';
import { knownPods, writeLabels } from './follow.ts';
import { groupBy, type PodObject, perSet, type SetObject, selectorOf } from './objects.ts';
import type { ContainerPort } from './pod-template.ts';
import { defineSetRule, type SetContext, type SetRule } from './rule.ts';

const kinds = ['Service'];

/** Labels that controllers give to pods; no template has them. */
const given =
  /^(statefulset\.kubernetes\.io\/|apps\.kubernetes\.io\/|batch\.kubernetes\.io\/|pod-template-hash$|controller-revision-hash$|controller-uid$|job-name$)/;

function checkPort(context: SetContext, port: Cursor, pods: readonly PodObject[]): void {
  const target = port.get('targetPort').isSet ? port.get('targetPort') : port.get('port');
  const protocol = port.get('protocol').string || 'TCP';
  const isHeadless = context.root.get('spec', 'clusterIP').string === 'None';
  const isTarget = (other: ContainerPort) =>
    target.string === undefined ? other.number === target.number : other.name === target.string;
  for (const { kind, name, pod } of pods) {
    const found = pod.ports.filter(isTarget);
    const params = { port: target.text ?? '', kind, name };
    if (found.some(other => other.protocol === protocol)) continue;
    if (target.string) {
      const known = pod.ports.flatMap(other => other.name ?? []);
      if (found.length === 0) context.report(target, 'port-name', { ...params, known });
      else context.report(target, 'port-protocol', { ...params, protocol });
      return;
    }
    if (!target.number || pod.ports.length === 0 || isHeadless) continue;
    const known = pod.ports.map(other => `${other.number} ${other.protocol}`);
    context.report(target, 'port-undeclared', { ...params, known }, 'info');
    return;
  }
}

/** Node ports of a Service: where each stands, and what no other Service may have. */
function nodePorts({ root }: SetObject): [key: string, at: Cursor][] {
  const ports = root.get('spec', 'ports').items();
  return ports
    .filter(port => port.get('nodePort').number)
    .map(port => [
      `${port.get('nodePort').text}/${port.get('protocol').string || 'TCP'}`,
      port.get('nodePort'),
    ]);
}

/** Services by node port, the first one first. */
const takers = perSet(set =>
  groupBy(set.ofKind('Service'), service => nodePorts(service).map(([key]) => key)),
);

/** Services among other objects. */
export const serviceRules: readonly SetRule[] = [
  defineSetRule({
    id: 'set/nodeport',
    level: 'error',
    kinds,
    look(context) {
      for (const [key, at] of nodePorts(context)) {
        const [first] = takers(context.set).get(key) ?? [];
        if (first && first.root !== context.root)
          context.report(at, 'set-node-port', { port: at.text ?? '', name: first.name });
      }
    },
  }),
  defineSetRule({
    id: 'ref/service-selector',
    level: 'warning',
    kinds,
    look(context) {
      const { set, namespace, root, report } = context;
      const selector = selectorOf(root);
      if (
        selector.size === 0 ||
        !set.expectsPods(namespace) ||
        [...selector.keys()].some(key => given.test(key))
      )
        return;
      if (set.podsOf(context).length === 0)
        report(root.get('spec', 'selector'), 'selects-nothing', {
          labels: writeLabels(selector),
          known: knownPods(context),
        });
    },
  }),
  defineSetRule({
    id: 'ref/service-port',
    level: 'warning',
    kinds,
    look(context) {
      const pods = context.set.podsOf(context);
      for (const port of context.root.get('spec', 'ports').items()) checkPort(context, port, pods);
    },
  }),
];
