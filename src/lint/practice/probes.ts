import type { Cursor } from '../rules/cursor.ts';
import { perSet, type SetObject } from '../sets/objects.ts';
import { type PodTemplate, runningContainers } from '../sets/pod-template.ts';
import type { SetContext } from '../sets/rule.ts';

/** Services by the object whose pods they lead to. */
const services = perSet(set => {
  const found = new Map<SetObject['root'], SetObject>();
  for (const service of set.ofKind('Service'))
    for (const pod of set.podsOf(service)) if (!found.has(pod.root)) found.set(pod.root, service);
  return found;
});

/** A pod that gets requests before it can answer them: nothing says when it is ready. */
export function checkProbes({ kind, pod, root, set, report }: SetContext): void {
  const service = services(set).get(root);
  if (!pod || !service || kind === 'Job' || kind === 'CronJob') return;
  const asked = new Set(
    service.root
      .get('spec', 'ports')
      .items()
      .map(port => findContainer(pod, port)),
  );
  for (const container of asked)
    if (container && !container.get('readinessProbe').isSet) {
      report(container, 'probe-missing', {
        container: container.get('name').string ?? '',
        service: service.name,
      });
      return;
    }
}

/** The container that a Service's port leads to, as far as the pod says it. */
function findContainer({ spec, ports }: PodTemplate, port: Cursor): Cursor | undefined {
  const target = port.get('targetPort').isSet ? port.get('targetPort') : port.get('port');
  const isTarget = (name: string | undefined, number: number | undefined) =>
    target.string === undefined ? number === target.number : name === target.string;
  const declared = ports.find(({ name, number }) => isTarget(name, number));
  const containers = runningContainers(spec);
  return declared?.container ?? (containers.length === 1 ? containers[0] : undefined);
}
