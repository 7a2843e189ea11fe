import { pluralOf } from '../../../src/lint/kubectl/resource-words.ts';

interface OpenApi {
  paths: Record<string, Record<string, { 'x-kubernetes-group-version-kind'?: { kind: string } } | undefined>>;
}

/** Short names as the API server publishes them (`ShortNames()` in kubernetes/pkg/registry). OpenAPI does not carry them. */
const shortNames: Record<string, string> = {
  CertificateSigningRequest: 'csr',
  ComponentStatus: 'cs',
  ConfigMap: 'cm',
  CronJob: 'cj',
  CustomResourceDefinition: 'crd,crds',
  DaemonSet: 'ds',
  Deployment: 'deploy',
  Endpoints: 'ep',
  Event: 'ev',
  HorizontalPodAutoscaler: 'hpa',
  Ingress: 'ing',
  IPAddress: 'ip',
  LimitRange: 'limits',
  Namespace: 'ns',
  NetworkPolicy: 'netpol',
  Node: 'no',
  PersistentVolume: 'pv',
  PersistentVolumeClaim: 'pvc',
  Pod: 'po',
  PodDisruptionBudget: 'pdb',
  PriorityClass: 'pc',
  ReplicaSet: 'rs',
  ReplicationController: 'rc',
  ResourceQuota: 'quota',
  Service: 'svc',
  ServiceAccount: 'sa',
  StatefulSet: 'sts',
  StorageClass: 'sc',
  VolumeAttributesClass: 'vac',
};

/** Kinds with their short names (`Pod/po`) and the minors whose API server serves them, sorted by kind. */
export function readResources(openApi: ReadonlyMap<string, OpenApi>): Map<string, string[]> {
  const minorsOf = new Map<string, string[]>();
  for (const [minor, { paths }] of openApi)
    for (const [path, operations] of Object.entries(paths)) {
      const plural = /^\/apis?\/(?:[^/]+\/)??[^/]+\/(?:namespaces\/\{namespace\}\/)?([a-z]+)\/?$/.exec(
        path,
      )?.[1];
      const kind = (operations['get'] ?? operations['post'])?.['x-kubernetes-group-version-kind']?.kind;
      if (!plural || !kind) continue;
      if (pluralOf(kind) !== plural)
        throw new Error(
          `${kind}: the plural is ${plural}; src/lint/kubectl/resource-words.ts guesses ${pluralOf(kind)}.`,
        );
      const word = shortNames[kind] ? `${kind}/${shortNames[kind]}` : kind;
      const known = minorsOf.get(word) ?? [];
      if (!known.includes(minor)) minorsOf.set(word, [...known, minor]);
    }
  return new Map([...minorsOf].sort(([a], [b]) => (a < b ? -1 : 1)));
}
