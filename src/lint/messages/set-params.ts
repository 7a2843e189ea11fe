/** What rules say about objects that are applied together, hints, and what is said about suppressions. */
export interface SetRuleParams {
  /** `where` is `file:line` of the first one. */
  'set-duplicate': { kind: string; name: string; where: string };
  'set-node-port': { port: string; name: string };
  'set-overlap': { kind: string; name: string };
  /** `elsewhere`: the namespace that has such an object. */
  'ref-missing': { kind: string; name: string; elsewhere: string | undefined; known: readonly string[] };
  'ref-key': { kind: string; name: string; key: string; known: readonly string[] };
  'selects-nothing': { labels: string; known: readonly string[] };
  'port-name': { port: string; kind: string; name: string; known: readonly string[] };
  'port-protocol': { port: string; protocol: string; kind: string; name: string };
  'port-undeclared': { port: string; kind: string; name: string; known: readonly string[] };
  'ingress-port': { port: string; name: string; known: readonly string[] };
  'not-headless': { name: string };
  'service-misses': { name: string; labels: string; kind: string; pods: string };
  'hpa-version': { kind: string; name: string; wanted: string };
  'hpa-requests': { resource: string; container: string; kind: string; name: string };
  'hpa-replicas': { name: string };
  'pdb-blocks': { count: number | undefined };
  'probe-port': { port: string; known: readonly string[] };
  /** An empty tag is none at all. */
  'image-tag': { image: string; tag: string };
  'resources-missing': { containers: readonly string[] };
  'probe-missing': { container: string; service: string };
  'run-as-root': { containers: readonly string[] };
  'secret-in-env': { name: string };
  retired: { value: string; instead: string };
  'suppress-unused': { rule: string };
  'suppress-comment': { problem: 'form' | 'place' | 'rule'; text: string };
}
