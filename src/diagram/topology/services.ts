import { MISMATCH } from '../config.ts';
import { type Graph, keyOf } from './graph.ts';
import { at, formatSelector, type Json, type KubeObject, list, matches, record, string } from './kube.ts';
import { containersOf, type Workload } from './workloads.ts';

/** Adds the edges from a Service to the Pods it selects, with the ports on the way. */
export function addService(graph: Graph, service: KubeObject, workloads: readonly Workload[]): void {
  const key = keyOf(service);
  const me = `Service ${service.name}`;
  if (at(service.spec, 'type') === 'ExternalName') {
    const host = string(at(service.spec, 'externalName'));
    graph.edge(key, graph.node(`dns/${host}`, [host], { isOutside: true }), 'CNAME', true);
    graph.say(`${me}は${host}のCNAMEを返します。`);
    return;
  }
  const selector = record(at(service.spec, 'selector'));
  if (Object.keys(selector).length === 0) {
    graph.warn('no-selector', `${me}にセレクターがありません。`);
    return;
  }
  const selected = workloads.filter(
    ({ object, labels }) => object.namespace === service.namespace && matches(selector, labels),
  );
  if (selected.length === 0) addMissingPods(graph, key, me, formatSelector(selector));
  for (const workload of selected) addForwarding(graph, service, workload);
}

function addMissingPods(graph: Graph, key: string, me: string, selector: string): void {
  const message = `${me}のセレクター${selector}に一致するPodがありません。`;
  graph.warn('selector-no-pod', message);
  graph.say(message);
  graph.edge(
    key,
    graph.node(`${key}#none`, [selector, '一致するPodがない'], { isOutside: true }),
    MISMATCH,
    true,
  );
}

function addForwarding(graph: Graph, service: KubeObject, workload: Workload): void {
  const { object, pod } = workload;
  const ports = list(at(service.spec, 'ports')).map(port => readPort(record(port), workload));
  const label = ports.map(port => port.label).join('、');
  const missing = ports.filter(port => port.missing !== undefined);
  const target = object.kind === 'Pod' ? `Pod ${object.name}` : `${object.kind} ${object.name}のPod`;
  for (const { missing: name } of missing) {
    const message = `Service ${service.name}のtargetPort「${name}」が、${target}のコンテナにありません。`;
    graph.warn('target-port', message);
    graph.say(message);
  }
  graph.edge(keyOf(service), pod, missing.length > 0 ? `${MISMATCH}\n${label}` : label, missing.length > 0);
  graph.say(`Service ${service.name}は${label && `${label}で`}${target}へ転送します。`);
}

interface PortPath {
  /** `nodePort → port → targetPort`. */
  label: string;
  /** A name of a port that no container has. */
  missing?: string;
}

function readPort(port: Json, workload: Workload): PortPath {
  const target = at(port, 'targetPort') ?? at(port, 'port');
  const named = typeof target === 'string' ? findPort(target, workload) : undefined;
  const steps = [at(port, 'nodePort'), at(port, 'port'), named ?? target];
  const label = steps.map(string).filter(Boolean).join(' → ');
  return typeof target === 'string' && named === undefined ? { label, missing: target } : { label };
}

function findPort(name: string, workload: Workload): unknown {
  const ports = containersOf(workload).flatMap(container => list(at(container, 'ports')));
  return at(
    ports.find(port => at(port, 'name') === name),
    'containerPort',
  );
}
