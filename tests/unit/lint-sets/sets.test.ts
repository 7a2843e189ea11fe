import { describe, expect, test } from 'vitest';
import { type FilesOptions, lintEach, lintFiles, lintText } from '../../../src/lint/index.ts';

const config = (name: string, key = 'a') =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\ndata: {${key}: b}\n`;
const pod = (name: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: user}\nspec:\n  containers:\n    - name: app\n      image: app:1\n      resources: {limits: {memory: 1Mi}}\n      env:\n        - name: A\n          valueFrom: {configMapKeyRef: {name: ${name}, key: a}}\n`;

/** Findings of texts that are one set, as `file:line:column rule`. */
function lint(texts: Record<string, string>, options: FilesOptions = {}): string[] {
  const files = Object.entries(texts).map(([file, text]) => ({ file, text }));
  const { findings } = lintFiles(files, { locale: 'en', ...options });
  return findings.map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`);
}

describe('files of one set', () => {
  test('see each other', () => {
    expect(lint({ 'pod.yaml': pod('one'), 'config.yaml': config('one') })).toEqual([]);
  });

  test('an object twice names the place of the first', () => {
    const files = [
      { file: 'a.yaml', text: config('one'), firstLine: 10 },
      { file: 'b.yaml', text: config('one') },
    ];
    const [first, second] = lintEach(files, { locale: 'en' });
    expect(first?.findings).toEqual([]);
    expect(second?.findings.map(({ message }) => message)).toEqual(['ConfigMap "one" is in a.yaml:10 too']);
  });

  test('a name that leads nowhere is reported at its value, if the set has such objects at all', () => {
    expect(lint({ 'pod.yaml': pod('one'), 'config.yaml': config('two') })).toEqual([
      'pod.yaml:11:47 ref/configmap',
    ]);
    expect(lint({ 'pod.yaml': pod('one') })).toEqual([]);
    expect(lint({ 'pod.yaml': pod('one') }, { complete: true })).toEqual(['pod.yaml:11:47 ref/configmap']);
  });

  test('what a custom resource may make is not missing', () => {
    const custom = 'apiVersion: example.com/v1\nkind: Settings\nmetadata: {name: a}\n';
    expect(lint({ 'a.yaml': pod('one'), 'b.yaml': config('two'), 'c.yaml': custom })).toEqual([
      'c.yaml:1:13 api/not-checked',
    ]);
  });

  test('a namespace that has it is named', () => {
    const text = `${pod('one')}---\n${config('one').replace('{name', '{namespace: other, name')}`;
    const [finding] = lintText(text, { file: 'f', locale: 'en' }).findings;
    expect(finding).toMatchObject({ rule: 'ref/configmap', hint: 'namespace other has one' });
  });
});

describe('steps', () => {
  const texts = { 'pod.yaml': pod('one'), 'one.yaml': config('one'), 'again.yaml': config('one', 'c') };

  test('a later step replaces an object, and what refers to it is judged again', () => {
    expect(lint(texts, { steps: [[1], [0]], complete: true })).toEqual([]);
    expect(lint(texts, { steps: [[1], [0], [2]], complete: true })).toEqual(['pod.yaml:11:57 ref/key']);
  });

  test('what comes too late was missing before', () => {
    expect(lint(texts, { steps: [[0], [1]], complete: true })).toEqual(['pod.yaml:11:47 ref/configmap']);
  });

  test('a file may be applied again; two files of a step may not have the same object', () => {
    expect(lint(texts, { steps: [[1], [1, 1]] })).toEqual([]);
    expect(lint(texts, { steps: [[1, 2]] })).toEqual(['again.yaml:3:18 set/duplicate']);
  });
});

test('a set of thousands of objects that all select each other ends soon', () => {
  const item = (kind: string, index: number, spec: string) =>
    `{apiVersion: ${kind === 'Pod' || kind === 'Service' ? 'v1' : 'policy/v1'}, kind: ${kind}, metadata: {name: a${index}, labels: {a: b}}, spec: ${spec}}`;
  const items = Array.from({ length: 500 }, (_, index) => [
    item('Pod', index, '{containers: [{name: a, image: "a:1"}]}'),
    item('Service', index, '{selector: {a: b}, ports: [{port: 1}]}'),
    item('PodDisruptionBudget', index, '{maxUnavailable: 0, selector: {matchLabels: {a: b}}}'),
  ]).flat();
  const text = `apiVersion: v1\nkind: List\nitems:\n${items.map(line => `  - ${line}\n`).join('')}`;
  const start = process.cpuUsage();
  expect(lintText(text, { file: 'f' }).objects.length).toBe(1500);
  expect(process.cpuUsage(start).user).toBeLessThan(4_000_000);
}, 30_000);
