import { MISMATCH } from '../config.ts';
import { replicaRange } from './declare.ts';
import { type Graph, keyOf } from './graph.ts';
import { at, type KubeObject, list, record, string } from './kube.ts';

/** An edge label longer than this is broken before its path. */
const LONG_LABEL = 20;

interface Backend {
  /** Name, namespace and port of the Service that is pointed at. */
  service: unknown;
  port: unknown;
  /** Host and path, for the edge. */
  label: string;
  /** What is sent there, for the sentence; the label when left out. */
  what?: string;
}

/** Adds the rules, the default backend and the certificates of an Ingress. */
export function addIngress(graph: Graph, ingress: KubeObject): void {
  const { spec, namespace, name } = ingress;
  const backend = (value: unknown, label: string, what: string) => {
    const port = record(at(value, 'service', 'port'));
    addBackend(graph, ingress, {
      service: at(value, 'service'),
      port: at(port, 'number') ?? at(port, 'name'),
      label,
      what,
    });
  };
  for (const rule of list(at(spec, 'rules'))) {
    for (const path of list(at(rule, 'http', 'paths'))) {
      const host = string(at(rule, 'host'));
      const label = `${host}${string(at(path, 'path')) || '/'}`;
      backend(at(path, 'backend'), label, host ? label : `すべてのホストの${label}`);
    }
  }
  backend(at(spec, 'defaultBackend'), '既定', 'どの規則にも合わない要求');
  for (const tls of list(at(spec, 'tls'))) {
    const secret = string(at(tls, 'secretName'));
    if (!secret) continue;
    graph.edge(keyOf(ingress), graph.reference('Secret', namespace, secret, `Ingress ${name}`), 'TLS', true);
    graph.say(`Ingress ${name}はSecret ${secret}の証明書を使います。`);
  }
}

/** Adds the Gateways and the backends of an HTTPRoute. */
export function addRoute(graph: Graph, route: KubeObject): void {
  const hosts = list(at(route.spec, 'hostnames')).map(string).join('、');
  for (const parent of list(at(route.spec, 'parentRefs'))) {
    const name = string(at(parent, 'name'));
    if (!name) continue;
    const namespace = string(at(parent, 'namespace')) || route.namespace;
    const gateway = graph.reference('Gateway', namespace, name, `HTTPRoute ${route.name}`);
    graph.edge(gateway, keyOf(route), hosts);
    graph.say(
      `HTTPRoute ${route.name}はGateway ${name}に届いた${hosts ? `${hosts}の` : ''}要求を受け持ちます。`,
    );
  }
  for (const rule of list(at(route.spec, 'rules'))) {
    const paths = list(at(rule, 'matches')).map(match => string(at(match, 'path', 'value')) || '/');
    for (const service of list(at(rule, 'backendRefs'))) {
      addBackend(graph, route, { service, port: at(service, 'port'), label: paths.join('、') || '/' });
    }
  }
}

function addBackend(graph: Graph, from: KubeObject, { service, port, label, what = label }: Backend): void {
  const name = string(at(service, 'name'));
  if (!name) return;
  const me = `${from.kind} ${from.name}`;
  const namespace = string(at(service, 'namespace')) || from.namespace;
  const known = graph.find('Service', namespace, name);
  const isMissing = known !== undefined && port !== undefined && !hasPort(known, port);
  const text = string(port);
  if (isMissing) {
    const message = `${me}が指すポート${text}は、Service ${name}にありません。`;
    graph.warn('backend-port', message);
    graph.say(message);
  }
  const target = graph.reference('Service', namespace, name, me);
  graph.edge(
    keyOf(from),
    target,
    `${isMissing ? `${MISMATCH}: ポート${text}\n` : ''}${fold(label)}`,
    isMissing,
  );
  graph.say(`${me}は${what}をService ${name}${text && `（ポート${text}）`}へ送ります。`);
}

const fold = (label: string) => (label.length > LONG_LABEL ? label.replace(/\/(?=.)/, '\n/') : label);

function hasPort({ spec }: KubeObject, port: unknown): boolean {
  return list(at(spec, 'ports')).some(own => at(own, 'port') === port || at(own, 'name') === port);
}

/** Adds what a HorizontalPodAutoscaler scales. */
export function addAutoscaler(graph: Graph, autoscaler: KubeObject): void {
  const target = record(at(autoscaler.spec, 'scaleTargetRef'));
  const [kind, name] = [string(at(target, 'kind')), string(at(target, 'name'))];
  if (!kind || !name) return;
  const me = `HorizontalPodAutoscaler ${autoscaler.name}`;
  graph.edge(keyOf(autoscaler), graph.reference(kind, autoscaler.namespace, name, me), 'レプリカ数', true);
  graph.say(`${me}は${kind} ${name}のレプリカ数を${replicaRange(autoscaler.spec)}の間で変えます。`);
}
