import { describe, expect, test } from 'vitest';
import { lintText } from '../../../src/lint/index.ts';
import { parseText } from '../../../src/lint/parse/parse.ts';
import { child, toJson } from '../../../src/lint/parse/tree.ts';
import { structural } from './support/structure.ts';

const lint = (text: string) => {
  const result = lintText(text, { file: 'f.yaml', locale: 'en' });
  return { ...result, findings: structural(result.findings) };
};
const places = (text: string) =>
  lint(text).findings.map(({ line, column, endLine, endColumn, rule, path }) => [
    `${line}:${column}-${endLine}:${endColumn}`,
    rule,
    path,
  ]);

const bad = { block: 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: 1\n      image: a\n' };

describe('positions', () => {
  test.each([
    { name: 'block style', text: bad.block, at: '5:13-5:14' },
    { name: 'CRLF', text: bad.block.replaceAll('\n', '\r\n'), at: '5:13-5:14' },
    { name: 'a byte order mark', text: `\uFEFF${bad.block}`, at: '5:13-5:14' },
    {
      name: 'flow style (KYAML)',
      text: '---\n{\n  apiVersion: "v1",\n  kind: "Pod",\n  spec: { containers: [{ name: 1, image: "a" }] },\n}\n',
      at: '5:32-5:33',
    },
    {
      name: 'JSON',
      text: '{"apiVersion":"v1","kind":"Pod","spec":{"containers":[{"name":1,"image":"a"}]}}',
      at: '1:63-1:64',
    },
  ])('of a value in $name', ({ text, at }) => {
    expect(places(text)).toEqual([[at, 'schema/type', 'spec.containers[0].name']]);
  });

  test('of an unknown field is its key, of a missing one the start of its owner', () => {
    expect(places('apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - name: a\n    imgae: b\n')).toEqual([
      ['6:5-6:10', 'schema/unknown-field', 'spec.containers[0].imgae'],
    ]);
    expect(places('apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - image: a\n')).toEqual([
      ['5:5-5:10', 'schema/required', 'spec.containers[0].name'],
    ]);
  });

  test('keys with dots and slashes are quoted in paths', () => {
    const text =
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  labels:\n    example.org/on: yes\n';
    expect(places(text)).toEqual([['6:21-6:24', 'schema/type', 'metadata.labels["example.org/on"]']]);
  });
});

describe('duplicate keys', () => {
  test.each([
    {
      name: 'block',
      text: 'apiVersion: v1\nkind: ConfigMap\ndata:\n  a: x\n  b: x\n  a: x\n',
      line: 4,
      at: '6:3-6:4',
    },
    {
      name: 'flow',
      text: 'apiVersion: v1\nkind: ConfigMap\ndata: {\n  a: x,\n  a: x }\n',
      line: 4,
      at: '5:3-5:4',
    },
    {
      name: 'two spellings of one key',
      text: 'apiVersion: v1\nkind: ConfigMap\ndata:\n  on: x\n  "true": x\n',
      line: 4,
      at: '5:3-5:9',
    },
  ])('in $name style name the first line', ({ text, line, at }) => {
    expect(places(text)[0]?.slice(0, 2)).toEqual([at, 'yaml/duplicate-key']);
    expect(lint(text).findings[0]?.message).toContain(`line ${line}`);
  });
});

describe('anchors and merge keys', () => {
  const value = (text: string) => {
    const node = child(parseText(text).documents[0]?.root, 'v');
    return node && JSON.parse(JSON.stringify(toJson(node)));
  };
  test.each([
    { name: 'an alias is its anchor', text: 'a: &x {b: 1}\nv: *x', value: { b: 1 } },
    { name: 'a merge key fills in', text: 'a: &x {b: 1, c: 2}\nv: {<<: *x, b: 3}', value: { b: 3, c: 2 } },
    {
      name: 'of several maps the first wins',
      text: 'v: {<<: [{b: 1}, {b: 2, c: 3}]}',
      value: { b: 1, c: 3 },
    },
  ])('$name', row => expect(value(row.text)).toEqual(row.value));

  test.each([
    { name: 'unknown', text: 'v: *x', rule: 'yaml/alias' },
    { name: 'self-containing', text: 'v: &x [*x]', rule: 'yaml/alias' },
    { name: 'merged scalar', text: 'v: {<<: 1}', rule: 'yaml/merge' },
    { name: 'map as key', text: '{a: b}: c', rule: 'yaml/key-not-scalar' },
    { name: 'null as key', text: '~: c', rule: 'yaml/key-not-scalar' },
  ])('$name is refused', ({ text, rule }) => {
    expect(parseText(text).problems.map(problem => problem.rule)).toEqual([rule]);
  });
});

describe('documents', () => {
  const configMap = (name: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n`;

  test('empty ones and comments are skipped, and objects know where they start', () => {
    const { objects, findings } = lint(
      `# comment\n---\n${configMap('a')}---\n# nothing\n---\n${configMap('b')}...\n---\n`,
    );
    expect(findings).toEqual([]);
    expect(objects.map(({ name, document, line }) => [name, document, line])).toEqual([
      ['a', 0, 3],
      ['b', 1, 10],
    ]);
  });

  test('a List is its items', () => {
    const text =
      'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Secret\n  metadata: {name: s}\n  data: {a: "%"}\n';
    expect(places(text)).toEqual([['7:13-7:16', 'schema/base64', 'items[0].data.a']]);
    expect(lint(text).objects.map(({ kind, line }) => [kind, line])).toEqual([['Secret', 4]]);
  });

  test('items of a typed list need no kind', () => {
    const { objects } = lint('apiVersion: v1\nkind: ConfigMapList\nitems:\n- metadata: {name: a}\n');
    expect(objects.map(({ apiVersion, kind, name }) => [apiVersion, kind, name])).toEqual([
      ['v1', 'ConfigMap', 'a'],
    ]);
  });

  test.each([
    { name: 'a list', text: '- a\n', rule: 'yaml/not-an-object' },
    { name: 'a scalar', text: 'hello\n', rule: 'yaml/not-an-object' },
    {
      name: 'a Helm template',
      text: 'apiVersion: v1\nkind: {{ .Values.kind }}\n{{- if .Values.x }}\nspec: {}\n{{- end }}\n',
      rule: 'yaml/template',
    },
    {
      name: 'a template as value',
      text: 'apiVersion: v1\nkind: Service\nspec:\n  type: {{ .Values.type }}\n',
      rule: 'yaml/template',
    },
    { name: 'a tab as indentation', text: 'a:\n\tb: 1\n', rule: 'yaml/syntax' },
    { name: 'a directive', text: '%YAML 1.1\n---\napiVersion: v1\nkind: Namespace\n', rule: 'yaml/syntax' },
    { name: 'a value with a second colon', text: 'a: b: c\n', rule: 'yaml/syntax' },
    { name: 'a value that starts with @', text: 'a: @x\n', rule: 'yaml/syntax' },
    { name: 'NUL', text: 'a: \0\n', rule: 'yaml/control-character' },
    { name: 'a C1 control', text: 'a: \u0081\n', rule: 'yaml/control-character' },
    { name: 'a lone surrogate escape', text: 'a: "\\ud800"\n', rule: 'yaml/control-character' },
    { name: 'a Compose file', text: 'services:\n  web: {image: a}\n', rule: 'api/not-kubernetes' },
  ])('$name gets one finding', ({ text, rule }) => {
    expect(lint(text).findings.map(finding => finding.rule)).toEqual([rule]);
  });

  test.each([
    {
      name: 'a byte order mark before the second document',
      text: `${configMap('a')}---\n\uFEFF${configMap('b')}`,
    },
    { name: 'a tab after a colon', text: 'apiVersion:\tv1\nkind: Namespace\n' },
    { name: 'JSON without blanks', text: '{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"a"}}' },
    { name: 'templates in quotes', text: 'apiVersion: v1\nkind: ConfigMap\ndata:\n  a: "{{ .x }}"\n' },
  ])('$name is accepted', ({ text }) => {
    expect(lint(text).findings).toEqual([]);
  });
});
