/** mulberry32: the same numbers for the same seed. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Texts in block, flow and JSON style. */
export const seeds = [
  'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a\nspec:\n  replicas: 2\n  selector: {matchLabels: {app: a}}\n  template:\n    metadata: {labels: {app: a}}\n    spec:\n      containers:\n      - name: a\n        image: b:1\n        ports: [{containerPort: 80}]\n',
  '---\n{\n  apiVersion: "v1",\n  kind: "Service",\n  metadata: {name: "a"},\n  spec: {ports: [{port: 80, targetPort: "http"}]},\n}\n---\napiVersion: v1\nkind: Secret\ndata: &d {a: aGk=}\nstringData: {<<: *d}\n',
  '{"apiVersion":"v1","kind":"List","items":[{"apiVersion":"v1","kind":"ConfigMap","data":{"a":"1"}}]}',
];
const pieces = [
  '\n',
  '  ',
  '- ',
  ': ',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  '&a ',
  '*a',
  '<<: ',
  '#',
  '|',
  '>',
  '!!int ',
  '\t',
  '\r\n',
  '%',
  '@',
  'yes',
  '~',
  '0x1',
  '---\n',
  '...\n',
  '日本',
  '😀',
  '\uFEFF',
  '\u0000',
  '\ud800',
  '{{ x }}',
  '__proto__: ',
  'null',
  ',',
];

/** Puts YAML's own characters into a text, in place of others or between them. */
export function mutate(text: string, next: () => number): string {
  let result = text;
  for (let edits = 1 + Math.floor(next() * 6); edits > 0; edits--) {
    const at = Math.floor(next() * (result.length + 1));
    const piece = pieces[Math.floor(next() * pieces.length)] ?? '';
    const cut = next() < 0.5 ? Math.floor(next() * 8) : 0;
    result = result.slice(0, at) + piece + result.slice(at + cut);
  }
  return result;
}
