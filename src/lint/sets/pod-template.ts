import type { TargetObject } from '../rules/context.ts';
import type { Cursor } from '../rules/cursor.ts';
import { readLabels } from '../rules/labels.ts';
import { containersOf, isInit, isSidecar, podKinds, templateOf } from '../rules/pod-places.ts';

/** A port that a container says it listens on. */
export interface ContainerPort {
  container: Cursor;
  name: string | undefined;
  number: number | undefined;
  protocol: string;
}

/** A name in a pod that stands for another object. */
export interface Reference {
  kind: 'ConfigMap' | 'Secret' | 'PersistentVolumeClaim';
  name: Cursor;
  /** Keys that the object must have. */
  keys: Cursor[];
  optional: boolean;
}

/** What rules about sets ask of a pod. */
export interface PodTemplate {
  spec: Cursor;
  labels: ReadonlyMap<string, string>;
  ports: readonly ContainerPort[];
  references: readonly Reference[];
}

/** The pod that an object is or makes. */
export function readPod(object: TargetObject): PodTemplate | undefined {
  if (!podKinds.includes(object.kind) || object.kind === 'PodTemplate') return undefined;
  const pod = templateOf(object) ?? object.root;
  const spec = pod.get('spec');
  if (spec.node?.kind !== 'map') return undefined;
  return {
    spec,
    labels: readLabels(pod.get('metadata', 'labels')),
    ports: runningContainers(spec).flatMap(readPorts),
    references: [...readReferences(spec)],
  };
}

/** Containers that run as long as the pod does. */
export function runningContainers(spec: Cursor): Cursor[] {
  return containersOf(spec).filter(container => !isInit(container) || isSidecar(container));
}

function readPorts(container: Cursor): ContainerPort[] {
  return container
    .get('ports')
    .items()
    .map(port => ({
      container,
      name: port.get('name').string,
      number: port.get('containerPort').number,
      protocol: port.get('protocol').string || 'TCP',
    }));
}

function* readReferences(spec: Cursor): Generator<Reference> {
  for (const container of containersOf(spec)) {
    for (const entry of container.get('env').items()) {
      const from = entry.get('valueFrom');
      yield* refer('ConfigMap', from.get('configMapKeyRef'), 'name', [from.get('configMapKeyRef', 'key')]);
      yield* refer('Secret', from.get('secretKeyRef'), 'name', [from.get('secretKeyRef', 'key')]);
    }
    for (const entry of container.get('envFrom').items()) {
      yield* refer('ConfigMap', entry.get('configMapRef'));
      yield* refer('Secret', entry.get('secretRef'));
    }
  }
  for (const volume of spec.get('volumes').items()) {
    yield* refer('PersistentVolumeClaim', volume.get('persistentVolumeClaim'), 'claimName');
    yield* referWithItems('ConfigMap', volume.get('configMap'));
    yield* referWithItems('Secret', volume.get('secret'), 'secretName');
    for (const source of volume.get('projected', 'sources').items()) {
      yield* referWithItems('ConfigMap', source.get('configMap'));
      yield* referWithItems('Secret', source.get('secret'));
    }
  }
  for (const secret of spec.get('imagePullSecrets').items()) yield* refer('Secret', secret);
}

function referWithItems(kind: Reference['kind'], at: Cursor, field?: string): Generator<Reference> {
  return refer(
    kind,
    at,
    field,
    at
      .get('items')
      .items()
      .map(item => item.get('key')),
  );
}

function* refer(
  kind: Reference['kind'],
  at: Cursor,
  field = 'name',
  keys: Cursor[] = [],
): Generator<Reference> {
  const name = at.get(field);
  if (name.string) yield { kind, name, keys, optional: at.get('optional').boolean === true };
}
