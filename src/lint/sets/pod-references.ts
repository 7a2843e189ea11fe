import type { Cursor } from '../rules/cursor.ts';
import { containersOf } from '../rules/pod-places.ts';
import { follow } from './follow.ts';
import { perSet, type SetObject } from './objects.ts';
import type { Reference } from './pod-template.ts';
import { defineSetRule, type SetContext, type SetRule } from './rule.ts';

/** ConfigMaps that a cluster puts into every namespace. */
const published = ['kube-root-ca.crt', 'openshift-service-ca.crt'];

function referenceRule(id: string, kind: Reference['kind']): SetRule {
  return defineSetRule({
    id,
    level: 'warning',
    look(context) {
      for (const { name, optional, ...reference } of context.pod?.references ?? [])
        if (reference.kind === kind && !optional && !isGiven(context, kind, name.string ?? ''))
          follow(context, kind, name);
    },
  });
}

/** Objects that nobody writes: a cluster's own, and claims that a StatefulSet makes. */
function isGiven({ set, namespace }: SetContext, kind: Reference['kind'], name: string): boolean {
  if (kind === 'ConfigMap') return published.includes(name);
  if (kind !== 'PersistentVolumeClaim') return false;
  return madeClaims(set).some(prefix => `${namespace}/${name}`.startsWith(prefix));
}

/** How the names of claims start that StatefulSets make. */
const madeClaims = perSet(set =>
  set.ofKind('StatefulSet').flatMap(({ namespace, name, root }) => {
    const templates = root.get('spec', 'volumeClaimTemplates').items();
    return templates.map(claim => `${namespace}/${claim.get('metadata', 'name').string}-${name}-`);
  }),
);

/** Keys of a ConfigMap or Secret; undefined when a controller fills it. */
function keysOf({ root }: SetObject): string[] | undefined {
  if (root.get('type').string === 'kubernetes.io/service-account-token') return undefined;
  return ['data', 'binaryData', 'stringData'].flatMap(field =>
    root
      .get(field)
      .entries()
      .map(([key]) => key),
  );
}

function checkKeys({ set, namespace, report }: SetContext, { kind, name, keys, optional }: Reference): void {
  const object = set.find(kind, namespace, name.string ?? '');
  const known = object && keysOf(object);
  if (!object || !known || optional) return;
  for (const at of keys)
    if (at.string && !known.includes(at.string))
      report(at, 'ref-key', { kind, name: object.name, key: at.string, known });
}

/** A `subPath` that no key provides becomes an empty folder. */
function checkSubPath({ set, namespace, report }: SetContext, mount: Cursor, volume: Cursor): void {
  const path = mount.get('subPath').string;
  const [kind, field] = volume.get('configMap').isSet ? ['ConfigMap', 'name'] : ['Secret', 'secretName'];
  const source = volume.get(kind === 'Secret' ? 'secret' : 'configMap');
  const object = set.find(kind ?? '', namespace, source.get(field ?? '').string ?? '');
  const keys = object && keysOf(object);
  if (!path || !kind || !object || !keys || source.get('optional').boolean) return;
  const items = source.get('items').items();
  const known = items.length > 0 ? items.map(item => item.get('path').string ?? '') : keys;
  if (!known.some(other => other === path || other.startsWith(`${path}/`)))
    report(mount.get('subPath'), 'ref-key', { kind, name: object.name, key: path, known });
}

function* mountsOf(spec: Cursor): Generator<[mount: Cursor, volume: Cursor]> {
  const volumes = new Map(
    spec
      .get('volumes')
      .items()
      .map(volume => [volume.get('name').string, volume]),
  );
  for (const container of containersOf(spec))
    for (const mount of container.get('volumeMounts').items()) {
      const volume = volumes.get(mount.get('name').string);
      if (volume) yield [mount, volume];
    }
}

/** Ports by name in probes and hooks: the server does not look whether the container has them. */
function checkProbePorts({ report }: SetContext, container: Cursor): void {
  const ports = container.get('ports').items();
  const known = ports.flatMap(port => port.get('name').string ?? []);
  const hooks = ['preStop', 'postStart'].map(hook => container.get('lifecycle', hook));
  const probes = ['livenessProbe', 'readinessProbe', 'startupProbe'].map(probe => container.get(probe));
  for (const probe of [...probes, ...hooks])
    for (const action of ['httpGet', 'tcpSocket']) {
      const at = probe.get(action, 'port');
      if (at.string && !/^\d+$/.test(at.string) && !known.includes(at.string))
        report(at, 'probe-port', { port: at.string, known });
    }
}

/** What pods refer to. */
export const podReferenceRules: readonly SetRule[] = [
  referenceRule('ref/configmap', 'ConfigMap'),
  referenceRule('ref/secret', 'Secret'),
  referenceRule('ref/pvc', 'PersistentVolumeClaim'),
  defineSetRule({
    id: 'ref/key',
    level: 'warning',
    look(context) {
      if (!context.pod) return;
      for (const reference of context.pod.references) checkKeys(context, reference);
      for (const [mount, volume] of mountsOf(context.pod.spec)) checkSubPath(context, mount, volume);
    },
  }),
  defineSetRule({
    id: 'ref/probe-port',
    level: 'warning',
    look(context) {
      for (const container of context.pod ? containersOf(context.pod.spec) : [])
        checkProbePorts(context, container);
    },
  }),
];
