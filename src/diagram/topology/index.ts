import { declareObject, drawable, KINDS } from './declare.ts';
import { Graph, keyOf, type Warning } from './graph.ts';
import { type KubeObject, readObjects } from './kube.ts';
import { toMermaid } from './mermaid.ts';
import { addAutoscaler, addIngress, addRoute } from './routes.ts';
import { addService } from './services.ts';
import { addWorkloads } from './workloads.ts';

export { WARNINGS, type Warning, type WarningCode } from './graph.ts';

export interface TopologyOptions {
  title: string;
  direction?: 'TB' | 'LR';
  /** Text equivalent, when the derived one is not good enough. */
  description?: string;
}

export interface Topology {
  /** Mermaid source, with accTitle and accDescr. */
  source: string;
  warnings: Warning[];
  /** The same facts as Japanese sentences. */
  text: string[];
  nodes: number;
  edges: number;
}

/**
 * How the objects of some manifests hang together: from Gateway and Ingress through Services to Pods, and what those use.
 * Pure and deterministic. `documents` are parsed YAML documents, of any quality; the warnings say what does not fit.
 */
export function topology(documents: readonly unknown[], options: TopologyOptions): Topology {
  const objects = readObjects(documents);
  const shown = drawable(objects);
  const graph = new Graph(objects);
  const showNamespace = new Set(shown.map(({ namespace }) => namespace)).size > 1;
  const ofKind = (kind: string) => shown.filter(object => object.kind === kind);
  for (const object of shown) declareObject(graph, object, showNamespace);

  const workloads = addWorkloads(graph, shown);
  for (const service of ofKind('Service')) addService(graph, service, workloads);
  for (const ingress of ofKind('Ingress')) addIngress(graph, ingress);
  for (const route of ofKind('HTTPRoute')) addRoute(graph, route);
  for (const autoscaler of ofKind('HorizontalPodAutoscaler')) addAutoscaler(graph, autoscaler);
  warnOfUnreferenced(graph, shown);
  for (const { kind, name } of objects) {
    if (!shown.some(object => object.kind === kind))
      graph.warn('not-drawn', `${kind} ${name}は図に描きません。`);
  }

  const text = inReadingOrder([...graph.sentences, ...unmentioned(graph.sentences, shown)]);
  const { title, direction = 'TB', description = text.join('') } = options;
  const source = toMermaid(graph, { title, direction, description });
  return { source, warnings: graph.warnings, text, nodes: graph.nodes.size, edges: graph.edges.length };
}

/** Along the way of a request, as the picture is read. Every sentence begins with the kind it is about. */
function inReadingOrder(sentences: readonly string[]): string[] {
  const rank = (sentence: string) => KINDS.findIndex(kind => sentence.startsWith(`${kind} `));
  return sentences.toSorted((a, b) => rank(a) - rank(b));
}

/** One box alone is a picture; a box that nothing leads to, among others, is a question. */
function warnOfUnreferenced(graph: Graph, objects: readonly KubeObject[]): void {
  if (objects.length < 2) return;
  const used = new Set(graph.edges.flatMap(({ from, to }) => [from, to]));
  for (const object of objects) {
    const key = keyOf(object);
    if (used.has(key) || graph.nodes.get(key)?.isFrame) continue;
    graph.warn('unreferenced', `${object.kind} ${object.name}は、どこからも参照されません。`);
  }
}

function unmentioned(sentences: readonly string[], objects: readonly KubeObject[]): string[] {
  const said = sentences.join('');
  return objects
    .filter(({ kind, name }) => !said.includes(`${kind} ${name}`) && !said.includes(`PVC ${name}`))
    .map(({ kind, name }) => `${kind} ${name}があります。`);
}
