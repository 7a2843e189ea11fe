import { describe, expect, test } from 'vitest';
import { lintText } from '../../../src/lint/index.ts';
import { structural } from './support/structure.ts';

const found = (text: string, k8s = '1.36') =>
  structural(lintText(text, { file: 'f', k8s, locale: 'en' }).findings).map(({ rule, path, hint }) => [
    rule,
    path,
    hint,
  ]);

const pod = (container: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n  - name: a\n    image: b\n    ${container}\n`;
const at = (field: string) => `spec.containers[0].${field}`;

describe('fields', () => {
  test.each([
    {
      name: 'a misspelt field has a suggestion',
      text: pod('imagePullPolcy: Always'),
      rule: 'schema/unknown-field',
      path: at('imagePullPolcy'),
      hint: 'did you mean imagePullPolicy?',
    },
    {
      name: 'swapped letters too',
      text: pod('prots: []'),
      rule: 'schema/unknown-field',
      path: at('prots'),
      hint: 'did you mean ports?',
    },
    {
      name: 'a badly indented field is told where it belongs',
      text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec:\n  hostNetwork: true\n  selector: {}\n  template: {spec: {containers: [{name: a, image: b}]}}\n',
      rule: 'schema/unknown-field',
      path: 'spec.hostNetwork',
      hint: 'it belongs at spec.template.spec.hostNetwork: check the indentation',
    },
    {
      name: 'case matters',
      text: pod('Image: b'),
      rule: 'schema/unknown-field',
      path: at('Image'),
      hint: 'did you mean image?',
    },
    {
      name: 'a missing field is named',
      text: 'apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec:\n  ports:\n  - name: a\n',
      rule: 'schema/required',
      path: 'spec.ports[0].port',
      hint: 'the field is required',
    },
    {
      name: 'an empty string counts as missing',
      text: pod('env: [{name: ""}]'),
      rule: 'schema/required',
      path: at('env[0].name'),
      hint: 'an empty value counts as not set',
    },
    {
      name: 'null in a list is an empty object',
      text: 'apiVersion: v1\nkind: Pod\nspec: {containers: [null]}\n',
      rule: 'schema/required',
      path: 'spec.containers[0].name',
      hint: 'the field is required',
    },
  ])('$name', ({ text, rule, path, hint }) => {
    expect(found(text)).toEqual([[rule, path, hint]]);
  });

  test.each([
    {
      name: 'null at a field is absent',
      text: 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, creationTimestamp: null}\ndata:\n',
    },
    {
      name: 'status is looked at for its shape only',
      text: 'apiVersion: v1\nkind: PersistentVolumeClaim\nstatus: {phase: "", conditions: [{}]}\n',
    },
    {
      name: 'values of httpHeaders may be empty',
      text: pod('livenessProbe: {httpGet: {port: 80, httpHeaders: [{name: a, value: ""}]}}'),
    },
  ])('$name', ({ text }) => expect(found(text)).toEqual([]));

  test('a field of a later minor says where it exists', () => {
    const text = pod('env: [{name: A, valueFrom: {fileKeyRef: {volumeName: a, path: b, key: c}}}]');
    expect(found(text, '1.30')).toEqual([
      ['schema/field-version', at('env[0].valueFrom.fileKeyRef'), 'it exists in 1.34-1.36'],
    ]);
    expect(found(text, '1.34')).toEqual([]);
  });

  test('a StatefulSet template is only warned about before 1.34', () => {
    const text =
      'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: a}\nspec: {selector: {}, template: {spec: {containers: [{name: a, imagePullPolicy: x}]}}}\n';
    const levels = (k8s: string) =>
      lintText(text, { file: 'f', k8s })
        .findings.filter(({ path }) => path.endsWith('imagePullPolicy'))
        .map(({ level }) => level);
    expect(levels('1.33')).toEqual(['warning']);
    expect(levels('1.34')).toEqual(['error']);
  });
});

describe('values', () => {
  test.each([
    ['stdin: "true"', 'schema/type'],
    ['stdin: yes', undefined],
    ['args: [8080]', 'schema/type'],
    ['args: a', 'schema/type'],
    ['ports: {containerPort: 80}', 'schema/type'],
    ['ports: [{containerPort: "80"}]', 'schema/type'],
    ['ports: [{containerPort: 80.0}]', undefined],
    ['ports: [{containerPort: 80.5}]', 'schema/type'],
    ['ports: [{containerPort: 2147483648}]', 'schema/range'],
    ['env: [{name: A, value: 1}]', 'schema/type'],
    ['env: [{name: A, value: 2026-01-01}]', undefined],
    ['resources: {limits: {memory: 128MB}}', 'schema/quantity'],
    ['resources: {limits: {memory: 1 Gi}}', 'schema/quantity'],
    ['resources: {limits: {memory: 129M, cpu: 0.25}}', undefined],
    ['resources: {limits: {memory: 128e6, cpu: 1e3}}', undefined],
    ['resources: {limits: {cpu: true}}', 'schema/type'],
    ['resources: {limits: {cpu: null}}', undefined],
    ['livenessProbe: {tcpSocket: {port: http}}', undefined],
    ['livenessProbe: {tcpSocket: {port: 80}}', undefined],
    ['livenessProbe: {tcpSocket: {port: 80.5}}', 'schema/type'],
    ['livenessProbe: {tcpSocket: {port: true}}', 'schema/type'],
    ['livenessProbe: {tcpSocket: {port: 9999999999}}', 'schema/range'],
  ])('%s is %s', (line, rule) => {
    expect(found(pod(line)).map(([id]) => id)).toEqual(rule === undefined ? [] : [rule]);
  });

  test.each([
    ['data: {a: aGVsbG8=}', undefined],
    ['data: {a: "aGVs\\nbG8="}', undefined],
    ['data: {a: aGVsbG8}', 'schema/base64'],
    ['data: {a: hello!}', 'schema/base64'],
    ['data: {a: 1}', 'schema/type'],
    ['metadata: {creationTimestamp: "2026-01-01T00:00:00Z"}', undefined],
    ['metadata: {creationTimestamp: "2026-01-01"}', 'schema/time'],
    ['metadata: {creationTimestamp: "2026-02-30T00:00:00Z"}', 'schema/time'],
    ['metadata: {generation: 9223372036854776000}', 'schema/range'],
    ['metadata: {generation: 9223372036854775807}', undefined],
    ['metadata: {generation: 123456789012345678901234567890}', 'schema/range'],
  ])('in a Secret %s is %s', (line, rule) => {
    expect(found(`apiVersion: v1\nkind: Secret\n${line}\n`).map(([id]) => id)).toEqual(
      rule === undefined ? [] : [rule],
    );
  });
});

describe('kinds that are not built in', () => {
  test.each([
    {
      name: 'kind Cluster',
      text: 'apiVersion: kind.x-k8s.io/v1alpha4\nkind: Cluster\nnodes:\n- role: master\n',
      want: ['schema/enum', 'nodes[0].role'],
    },
    {
      name: 'Skaffold Config',
      text: 'apiVersion: skaffold/v4beta14\nkind: Config\nbuild:\n  artifact: []\n',
      want: ['schema/unknown-field', 'build.artifact'],
    },
    {
      name: 'Gateway',
      text: 'apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nspec:\n  gatewayClassName: a\n  listeners: [{name: a, port: "80", protocol: HTTP}]\n',
      want: ['schema/type', 'spec.listeners[0].port'],
    },
  ])('$name is checked', ({ text, want }) => {
    expect(found(text).map(([rule, path]) => [rule, path])).toEqual([want]);
  });
});

describe('fragments', () => {
  const fragment = (text: string, path: string) =>
    lintText(text, { file: 'f', locale: 'en', fragment: path }).findings.map(finding => [
      finding.rule,
      finding.path,
    ]);
  test('are checked as the value at their field, and nothing is required', () => {
    expect(fragment('- name: a\n', 'Pod:spec.containers')).toEqual([]);
    expect(fragment('- nam: a\n', 'Pod:spec.containers')).toEqual([
      ['schema/unknown-field', 'spec.containers[0].nam'],
    ]);
    expect(fragment('spec: {replicas: x}\n', 'Deployment')).toEqual([['schema/type', 'spec.replicas']]);
    expect(fragment('a: 1\n', 'Pod:spec.nothing')).toEqual([['fence/option', '']]);
  });
});
