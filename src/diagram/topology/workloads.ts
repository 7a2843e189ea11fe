import { type Graph, keyOf, shortKind } from './graph.ts';
import { at, type Json, type KubeObject, list, record, string } from './kube.ts';

/** Where each kind keeps its Pod template, under `spec`. A Pod is its own template. */
const TEMPLATE: Record<string, readonly string[]> = {
  Deployment: ['template'],
  ReplicaSet: ['template'],
  StatefulSet: ['template'],
  DaemonSet: ['template'],
  Job: ['template'],
  CronJob: ['jobTemplate', 'spec', 'template'],
};

/** Something that runs Pods. */
export interface Workload {
  object: KubeObject;
  /** Node of its Pods. */
  pod: string;
  labels: Json;
  /** `spec` of the Pods. */
  podSpec: Json;
}

/** Adds the Pods of every workload, each inside the frame of what makes them, and what they use. */
export function addWorkloads(graph: Graph, objects: readonly KubeObject[]): Workload[] {
  return objects.flatMap(object => {
    const path = TEMPLATE[object.kind];
    if (!path && object.kind !== 'Pod') return [];
    const template = path ? record(at(object.spec, ...path)) : {};
    const workload: Workload = {
      object,
      pod: path ? addPods(graph, object, template) : keyOf(object),
      labels: path ? record(at(template, 'metadata', 'labels')) : object.labels,
      podSpec: path ? record(at(template, 'spec')) : object.spec,
    };
    addVolumes(graph, workload);
    addEnvironment(graph, workload);
    addClaimTemplates(graph, workload);
    return [workload];
  });
}

function addPods(graph: Graph, object: KubeObject, template: Json): string {
  const { label, sentence } = podCount(object);
  const own = keyOf(object);
  const frame = graph.nodes.get(own);
  if (frame) graph.nodes.set(own, { ...frame, isFrame: true });
  const image = string(at(list(at(template, 'spec', 'containers'))[0], 'image'));
  graph.say(`${object.kind} ${object.name}は${sentence}。`);
  return graph.node(`${own}#pod`, [`Pod ${label}`, shortImage(image)], { shape: 'pod', frame: own });
}

function podCount({ kind, spec }: KubeObject): { label: string; sentence: string } {
  if (kind === 'DaemonSet') return { label: '各ノードに1個', sentence: 'Podを各ノードに1個作ります' };
  const job = kind === 'CronJob' ? record(at(spec, 'jobTemplate', 'spec')) : spec;
  const completions = string(at(job, 'completions')) || '1';
  if (kind === 'Job')
    return { label: `完了${completions}個`, sentence: `Podを${completions}個、完了するまで動かします` };
  if (kind === 'CronJob') {
    const when = string(at(spec, 'schedule'));
    return {
      label: `完了${completions}個`,
      sentence: `「${when}」の時刻にJobを作り、Podを${completions}個動かします`,
    };
  }
  const replicas = string(at(spec, 'replicas')) || '1';
  return { label: `×${replicas}`, sentence: `Podを${replicas}個作ります` };
}

/** Name and tag: a digest or a long registry would make the widest box of the picture. */
export function shortImage(image: string): string {
  const name = image.replace(/@sha256:.*$/, '');
  return name.length > 28 ? name.slice(name.lastIndexOf('/') + 1) : name;
}

/** What an edge to a ConfigMap, Secret or PVC says, and how the sentence ends. */
const USES = { volume: ['マウント', 'マウントします'], env: ['環境変数', '環境変数に使います'] } as const;

function use(
  graph: Graph,
  { object, pod }: Workload,
  kind: string,
  name: unknown,
  how: keyof typeof USES,
): void {
  const target = string(name);
  if (!target) return;
  const [label, verb] = USES[how];
  const owner = `${object.kind} ${object.name}`;
  const subject = object.kind === 'Pod' ? owner : `${owner}のPod`;
  graph.edge(pod, graph.reference(kind, object.namespace, target, owner), label, true);
  graph.say(`${subject}は${shortKind(kind)} ${target}を${verb}。`);
}

function addVolumes(graph: Graph, workload: Workload): void {
  const mount = (kind: string, name: unknown) => use(graph, workload, kind, name, 'volume');
  for (const volume of list(at(workload.podSpec, 'volumes'))) {
    mount('PersistentVolumeClaim', at(volume, 'persistentVolumeClaim', 'claimName'));
    mount('ConfigMap', at(volume, 'configMap', 'name'));
    mount('Secret', at(volume, 'secret', 'secretName'));
    for (const source of list(at(volume, 'projected', 'sources'))) {
      mount('ConfigMap', at(source, 'configMap', 'name'));
      mount('Secret', at(source, 'secret', 'name'));
    }
  }
}

function addEnvironment(graph: Graph, workload: Workload): void {
  const read = (kind: string, name: unknown) => use(graph, workload, kind, name, 'env');
  for (const container of containersOf(workload)) {
    for (const source of list(at(container, 'envFrom'))) {
      read('ConfigMap', at(source, 'configMapRef', 'name'));
      read('Secret', at(source, 'secretRef', 'name'));
    }
    for (const variable of list(at(container, 'env'))) {
      read('ConfigMap', at(variable, 'valueFrom', 'configMapKeyRef', 'name'));
      read('Secret', at(variable, 'valueFrom', 'secretKeyRef', 'name'));
    }
  }
}

function addClaimTemplates(graph: Graph, { object, pod }: Workload): void {
  for (const template of list(at(object.spec, 'volumeClaimTemplates'))) {
    const name = `${string(at(template, 'metadata', 'name'))}-${object.name}`;
    const storage = string(at(template, 'spec', 'resources', 'requests', 'storage'));
    const claim = graph.node(
      `PersistentVolumeClaim/${object.namespace}/${name}-N`,
      [`PVC ${name}-N`, storage],
      { shape: 'store' },
    );
    graph.edge(pod, claim, 'Podごと', true);
    graph.say(`${object.kind} ${object.name}はPodごとにPVC（${name}-0から）を作ります。`);
  }
}

/** Containers of the Pods, init containers included: a sidecar is one of those. */
export function containersOf({ podSpec }: Workload): unknown[] {
  return [...list(at(podSpec, 'initContainers')), ...list(at(podSpec, 'containers'))];
}
