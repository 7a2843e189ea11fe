import { type Graph, keyOf, shapeOf, shortKind } from './graph.ts';
import { at, type Json, type KubeObject, list, string } from './kube.ts';

/** The kinds that are drawn, from where a request enters to where data lies. */
export const KINDS = [
  'Gateway',
  'HTTPRoute',
  'Ingress',
  'Service',
  'HorizontalPodAutoscaler',
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'CronJob',
  'Job',
  'ReplicaSet',
  'Pod',
  'ConfigMap',
  'Secret',
  'PersistentVolumeClaim',
] as const;

/** The objects that are drawn, in the order of {@link KINDS}. */
export function drawable(objects: readonly KubeObject[]): KubeObject[] {
  return KINDS.flatMap(kind => objects.filter(object => object.kind === kind));
}

/** Adds the box of an object: kind and name, then what tells it from others of its kind. */
export function declareObject(graph: Graph, object: KubeObject, showNamespace: boolean): void {
  const lines = [`${shortKind(object.kind)} ${object.name}`, detailOf(object)];
  if (showNamespace) lines.push(`namespace: ${object.namespace}`);
  graph.node(keyOf(object), lines, { shape: shapeOf(object.kind) });
}

function detailOf({ kind, spec }: KubeObject): string {
  switch (kind) {
    case 'Service':
      return at(spec, 'clusterIP') === 'None' ? 'ClusterIP: None' : string(at(spec, 'type')) || 'ClusterIP';
    case 'Deployment':
    case 'ReplicaSet':
    case 'StatefulSet':
      return `replicas: ${string(at(spec, 'replicas')) || '1'}`;
    case 'CronJob':
      return string(at(spec, 'schedule'));
    case 'Ingress':
      return at(spec, 'ingressClassName') ? `class: ${string(at(spec, 'ingressClassName'))}` : '';
    case 'Gateway':
      return at(spec, 'gatewayClassName') ? `class: ${string(at(spec, 'gatewayClassName'))}` : '';
    case 'HorizontalPodAutoscaler':
      return replicaRange(spec);
    case 'PersistentVolumeClaim':
      return [
        string(at(spec, 'resources', 'requests', 'storage')),
        list(at(spec, 'accessModes')).map(string).join(' '),
      ]
        .filter(Boolean)
        .join(' / ');
    default:
      return '';
  }
}

/** 「2〜10」 of a HorizontalPodAutoscaler. */
export function replicaRange(spec: Json): string {
  return `${string(at(spec, 'minReplicas')) || '1'}〜${string(at(spec, 'maxReplicas'))}`;
}
