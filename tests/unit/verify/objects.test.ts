import { expect, test } from 'vitest';
import { mergeNode, mergeServer, usesImage } from '../../../scripts/verify/merge.ts';
import { foreignNamespaces, prerequisites, readObjects, verbFor } from '../../../scripts/verify/objects.ts';
import { readWords, splitWords } from '../../../scripts/verify/set.ts';
import type { LedgerFile, ServerRecord } from '../../../src/schemas/ledger.ts';
import type { ManifestFile } from '../../../src/schemas/manifest.ts';

const yaml = `kind: Pod
metadata: { name: a, namespace: shop }
---
kind: Namespace
metadata: { name: shop }
---
kind: ServiceAccount
metadata: { name: a, namespace: guest }
---
kind: [broken
`;

test('what must exist before a dry run is found in the files', () => {
  const objects = readObjects(yaml);
  expect(foreignNamespaces(objects)).toEqual(['guest']);
  expect(prerequisites(objects).map(({ kind }) => kind)).toEqual(['Namespace', 'ServiceAccount']);
});

test('a name that the server makes needs create', () => {
  expect(verbFor(readObjects('kind: Job\nmetadata: { generateName: work- }\n'))).toBe('create');
  expect(verbFor(readObjects(yaml))).toBe('apply');
});

test.each([
  {
    line: 'wait --for=jsonpath={.status.phase}=Failed pod/a',
    words: ['wait', '--for=jsonpath={.status.phase}=Failed', 'pod/a'],
  },
  {
    line: 'get pod -l \'app in (a, b)\' -o "jsonpath={.a b}"',
    words: ['get', 'pod', '-l', 'app in (a, b)', '-o', 'jsonpath={.a b}'],
  },
])('splits $line', ({ line, words }) => {
  expect(splitWords(line)).toEqual(words);
});

test('warnings are told from the refusal', () => {
  expect(readWords('Warning: old\nWarning: old\nerror: no\n  really\n')).toEqual({
    warnings: ['old'],
    words: 'error: no\n  really',
  });
});

test.each([
  { text: 'image: nginx:1.30.4\n', used: true },
  { text: '- image: "nginx:1.30.4" # stable\n', used: true },
  { text: 'image: nginx:1.30.40\n', used: false },
  { text: 'image: my/nginx:1.30.4\n', used: false },
])('an image is used: $text', ({ text, used }) => {
  expect(usesImage(text, 'nginx:1.30.4')).toBe(used);
});

const file: ManifestFile = {
  path: 'web/a.yaml',
  set: 'web',
  text: 'image: nginx:1.30.4\n',
  sha256: 'a'.repeat(64),
  size: 1,
  objects: [],
  entry: {},
};
const said: ServerRecord = {
  verdict: 'accept',
  warnings: [],
  condition: 'applied',
  lab: 'simulated',
  date: '2026-11-21',
  command: 'kubectl apply',
};
const result = (record: ServerRecord, condition: string) => ({
  records: new Map([['web/a.yaml', record]]),
  conditions: new Map([['web/a.yaml', condition]]),
  failures: [],
});
const empty: LedgerFile = { manifests: {} };

test('what a real node reached stays when the same bytes are judged again, and goes with other bytes', () => {
  const images = { 'nginx:1.30.4': 'nginx:1.22.1', 'busybox:1.38.0': 'busybox:1.35' };
  const judged = mergeServer(empty, [file], '1.36.3', result(said, ''));
  const node = mergeNode(judged, [file], '1.36.3', result(said, 'rollout status'), '2026-11-22', images);
  const reached = {
    condition: 'rollout status',
    date: '2026-11-22',
    substituted: { 'nginx:1.30.4': 'nginx:1.22.1' },
  };
  expect(node.manifests['web/a.yaml']?.servers['1.36.3']).toEqual({ ...said, node: reached });
  const again = mergeServer(node, [file], '1.36.3', result({ ...said, date: '2026-11-23' }, ''));
  expect(again.manifests['web/a.yaml']?.servers['1.36.3']).toMatchObject({
    date: '2026-11-23',
    node: reached,
  });
  const changed = { ...file, sha256: 'b'.repeat(64) };
  expect(mergeServer(again, [changed], '1.35.4', result(said, '')).manifests['web/a.yaml']).toEqual({
    sha256: changed.sha256,
    servers: { '1.35.4': said },
  });
});

test('a file that is gone leaves the ledger', () => {
  const judged = mergeServer(empty, [file], '1.36.3', result(said, ''));
  expect(mergeServer(judged, [], '1.36.3', result(said, '')).manifests).toEqual({});
});
