import { expect, test } from 'vitest';
import { compareFindings, lintText } from '../../../src/lint/index.ts';

/** mulberry32: the same numbers for the same seed. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const seeds = [
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

function mutate(text: string, next: () => number): string {
  let result = text;
  for (let edits = 1 + Math.floor(next() * 6); edits > 0; edits--) {
    const at = Math.floor(next() * (result.length + 1));
    const piece = pieces[Math.floor(next() * pieces.length)] ?? '';
    const cut = next() < 0.5 ? Math.floor(next() * 8) : 0;
    result = result.slice(0, at) + piece + result.slice(at + cut);
  }
  return result;
}

/** What must hold of every result, whatever the text; the text's problems in words. */
function broken(text: string): string[] {
  const { findings, objects } = lintText(text, { file: 'f', locale: 'en' });
  const lines = text.split('\n').map(line => line.length + 1);
  const inside = (line: number, column: number) => column >= 1 && column <= (lines[line - 1] ?? 0);
  const problems: string[] = [];
  for (const { line, column, endLine, endColumn } of findings) {
    if (!inside(line, column) || !inside(endLine, endColumn))
      problems.push(`${line}:${column}-${endLine}:${endColumn} outside`);
    if (endLine < line || (endLine === line && endColumn < column))
      problems.push(`${line}:${column} ends before it starts`);
  }
  if (findings.toSorted(compareFindings).some((finding, index) => finding !== findings[index]))
    problems.push('not sorted');
  const again = lintText(text, { file: 'f', locale: 'en' });
  if (JSON.stringify(again) !== JSON.stringify({ findings, objects })) problems.push('not repeatable');
  return problems;
}

test('nothing is thrown, positions are inside the text, findings are sorted, and results are repeatable', () => {
  const next = random(20260131);
  const texts = Array.from({ length: 1500 }, (_, i) => mutate(seeds[i % seeds.length] ?? '', next));
  expect(
    texts.map(text => ({ text, problems: broken(text) })).filter(({ problems }) => problems.length > 0),
  ).toEqual([]);
}, 60_000);
