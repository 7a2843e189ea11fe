import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lintSite, type SiteReport } from '../../../src/lint/site.node.ts';

const config = (name: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\ndata: {a: b}\n`;
const pod = (name: string, config: string, image = 'app:1') =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\nspec:\n  containers:\n    - {name: app, image: "${image}", resources: {limits: {memory: 1Mi}}, envFrom: [{configMapRef: {name: ${config}}}]}\n`;
const fence = (meta: string, text: string) => `\`\`\`yaml ${meta}\n${text}\`\`\`\n\n`;

const files: Record<string, string> = {
  'manifests/one/config.yaml': config('one'),
  'manifests/one/pod.yaml': pod('a', 'one'),
  'manifests/one/lost.yaml': pod('b', 'two'),
  'manifests/one/old.yaml': pod('c', 'three'),
  'manifests/one/tag.yaml': pod('d', 'one', 'app'),
  'manifests/one/set.json': JSON.stringify(
    {
      files: {
        'one/lost.yaml': { off: [{ rule: 'ref/configmap', reason: 'a command of the chapter makes it' }] },
        'one/old.yaml': { claims: ['1.30'] },
        'one/tag.yaml': {
          off: [
            { rule: 'image/tag', reason: 'the chapter is about tags' },
            { rule: 'pod/run-as-root', reason: 'no longer needed' },
          ],
        },
      },
      steps: [{ apply: ['one/config.yaml', 'one/pod.yaml'] }, { apply: ['one/lost.yaml'] }],
    },
    null,
    2,
  ),
  'manifests/two/own.yaml': pod('e', 'one'),
  'manifests/two/late.yaml': pod('f', 'none'),
  'manifests/two/set.json': JSON.stringify({
    steps: [{ apply: ['one/config.yaml'] }, { apply: ['two/own.yaml'] }, { apply: ['two/late.yaml'] }],
  }),
  'src/content/chapters/one.mdx':
    fence('set=a', config('one')) +
    fence('set=a', pod('a', 'two')) +
    fence('set=a', config('one')) +
    fence('', pod('a', 'two')) +
    fence('off=image/tag 名前だけを見る例', pod('a', 'two', 'app')) +
    fence('off=image/tag もう要らない', pod('a', 'two')),
};

let root: string;
let report: SiteReport;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'sets-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  report = await lintSite(root, { locale: 'en' });
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

test('sets are checked step by step, fences by their name, and what is switched off must be there', () => {
  expect(report.findings.map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`)).toEqual([
    'manifests/one/set.json:22:9 suppress/unused',
    'manifests/two/late.yaml:6:103 ref/configmap',
    'src/content/chapters/one.mdx:14:103 ref/configmap',
    'src/content/chapters/one.mdx:20:18 set/duplicate',
    'src/content/chapters/one.mdx:42:1 suppress/unused',
  ]);
  expect(report.findings[3]?.message).toBe('ConfigMap "one" is in src/content/chapters/one.mdx:2 too');
  expect(report.files).toBe(8);
  expect(report.fences.length).toBe(6);
});
