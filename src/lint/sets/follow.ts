import type { Cursor } from '../rules/cursor.ts';
import { perSet, type SetObject } from './objects.ts';
import type { SetContext } from './rule.ts';

/** The object that a name stands for. Its absence is reported where the set should have it. */
export function follow(
  { set, namespace: own, report }: SetContext,
  kind: string,
  at: Cursor,
  namespace = own,
): SetObject | undefined {
  const name = at.string;
  if (!name) return undefined;
  const found = set.find(kind, namespace, name);
  if (found || !set.expects(kind)) return found;
  const others = set.ofKind(kind);
  report(at, 'ref-missing', {
    kind,
    name,
    elsewhere: others.find(other => other.name === name)?.namespace,
    known: others
      .filter(other => other.namespace === namespace || other.namespace === '')
      .map(other => other.name),
  });
  return undefined;
}

/** Labels as kubectl takes them: `app=web,tier=front`. */
export function writeLabels(labels: ReadonlyMap<string, string>): string {
  return [...labels].map(([name, value]) => `${name}=${value}`).join(',');
}

/** Some pods of a namespace and their labels, for a hint. */
export function knownPods({ set, namespace }: SetContext): string[] {
  const pods = set.podsIn(namespace).slice(0, 3);
  return pods.map(({ kind, name, pod }) => `${kind} ${name} (${writeLabels(pod.labels)})`);
}

const scalers = perSet(
  set => new Map(set.ofKind('HorizontalPodAutoscaler').map(scaler => [targetKey(scaler), scaler] as const)),
);

function targetKey({ namespace, root }: SetObject): string {
  const ref = root.get('spec', 'scaleTargetRef');
  return [namespace, ref.get('kind').string, ref.get('name').string].join('/');
}

/** What scales a workload. */
export function scalerOf(
  { set }: Pick<SetContext, 'set'>,
  { namespace, kind, name }: SetObject,
): SetObject | undefined {
  return scalers(set).get([namespace, kind, name].join('/'));
}
