import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lintSite, type SiteReport } from '../../../src/lint/site.node.ts';

let root: string;
let report: SiteReport;

const deployment =
  'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec:\n  replicas: x\n  selector: {matchLabels: {a: b}}\n  template: {metadata: {labels: {a: b}}, spec: {containers: [{name: a, image: "b:1", resources: {limits: {memory: 1Mi}}}]}}\n';
const files: Record<string, string | Uint8Array> = {
  'manifests/ok/cm.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n',
  'manifests/ok/broken.yaml': deployment,
  'manifests/ok/healed.yaml': deployment.replace('x', '1'),
  'manifests/ok/old.yaml':
    'apiVersion: extensions/v1beta1\nkind: Ingress\nmetadata: {name: a}\nspec: {backend: {serviceName: a, servicePort: 80}}\n',
  'manifests/ok/latin.yaml': new Uint8Array([0x61, 0x3a, 0xe9]),
  'manifests/ok/set.json': JSON.stringify({
    files: {
      'ok/broken.yaml': { expect: [{ rule: 'schema/type', path: 'spec.replicas' }] },
      'ok/healed.yaml': { expect: [{ rule: 'schema/type' }] },
      'ok/old.yaml': { claims: ['1.20', '1.21'], expect: [{ rule: 'api/deprecated' }] },
      '../escape.yaml': {},
    },
    steps: [{ apply: ['ok/cn.yaml'] }],
  }),
  'manifests/bad/set.json': '{"files": 1}',
  'manifests/bad/a.yaml': '',
  'src/content/chapters/one.mdx':
    '---\ntitle: a\n---\n\n```yaml\napiVersion: v1\nkind: Pod\nspec: {contaners: []}\n```\n\n```yaml lint=off\na\n```\n\n```yaml expect=api/removed k8s=1.22\napiVersion: extensions/v1beta1\nkind: Ingress\n```\n',
};

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'site-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  writeFileSync(join(root, 'outside.yaml'), 'a: 1\n');
  symlinkSync('../../outside.yaml', join(root, 'manifests/ok/link.yaml'));
  report = await lintSite(root, { locale: 'en' });
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

test('every manifest and fence is checked as it claims, and everything that is wrong has a place', () => {
  expect(
    report.findings
      .filter(({ level }) => level === 'error')
      .map(({ file, line, column, rule, path }) => `${file}:${line}:${column} ${rule} ${path}`),
  ).toEqual([
    'manifests/bad/set.json:1:11 file/set-json ',
    'manifests/ok/healed.yaml:1:1 expect/missing ',
    'manifests/ok/latin.yaml:1:1 file/encoding ',
    'manifests/ok/link.yaml:1:1 file/outside ',
    'manifests/ok/set.json:1:235 file/outside ',
    'manifests/ok/set.json:1:258 file/set-json ',
    'src/content/chapters/one.mdx:6:1 meta/name metadata.name',
    'src/content/chapters/one.mdx:8:7 pod/containers spec.containers',
    'src/content/chapters/one.mdx:8:8 schema/unknown-field spec.contaners',
    'src/content/chapters/one.mdx:11:1 fence/option ',
  ]);
});

test('the report says what was checked and where it is valid', () => {
  const old = report.manifests.find(({ file }) => file.endsWith('old.yaml'));
  expect([old?.checked, old?.validMinors.at(-1)]).toEqual([['1.20', '1.21'], '1.21']);
  expect(report.fences.map(({ file, checked }) => [file, checked])).toEqual([
    ['src/content/chapters/one.mdx:5', report.k8s],
    ['src/content/chapters/one.mdx:15', ['1.22']],
  ]);
  expect(report.files).toBe(7);
});
