import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { root } from '../../../scripts/lib/run.ts';
import { lintSite } from '../../../src/lint/site.node.ts';

const guide = readFileSync(join(root, 'docs/AUTHORING.md'), 'utf8');

let folder = '';
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Rules of everything found in a site that has only these files. */
async function lint(files: Record<string, string>): Promise<string[]> {
  folder = mkdtempSync(join(tmpdir(), 'authoring-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const { findings } = await lintSite(folder, { locale: 'en' });
  return findings.map(({ rule }) => rule);
}

const fence = (options: string, text: string) => `\`\`\`yaml ${options}\n${text}\`\`\`\n`;
const chapter = (...fences: string[]) =>
  lint({ 'src/content/chapters/a.mdx': `---\ntitle: a\n---\n\n${fences.join('\n')}` });

const ingress = 'apiVersion: extensions/v1beta1\nkind: Ingress\nmetadata: {name: a}\n';
const pod = (image: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: a, labels: {app: a}}\nspec: {containers: [{name: a, image: "${image}", resources: {limits: {memory: 1Mi}}}]}\n`;
const service =
  'apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {selector: {app: b}, ports: [{port: 80}]}\n';
const typed =
  'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {replicas: "1", selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: {containers: [{name: a, image: "a:1", resources: {limits: {memory: 1Mi}}}]}}}\n';

/** Each option that the guide names: a text with it, the same without, and what the option changes. */
const options = [
  { option: 'expect=api/removed', text: ingress, without: ['api/removed'], with: [] },
  { option: 'expect=api/removed', text: pod('a:1'), without: [], with: ['expect/missing'] },
  { option: 'expect=schema/type@spec.replicas', text: typed, without: ['schema/type'], with: [] },
  { option: 'fragment=Pod:spec.containers', text: '- name: a\n', without: ['yaml/not-an-object'], with: [] },
  { option: 'off=image/tag the tag is the topic', text: pod('nginx'), without: ['image/tag'], with: [] },
  { option: 'off=image/tag the tag is the topic', text: pod('a:1'), without: [], with: ['suppress/unused'] },
  { option: 'off=image/tag', text: pod('nginx'), without: ['image/tag'], with: ['fence/option'] },
  { option: 'lint=off the middle is left out', text: 'a\n', without: ['yaml/not-an-object'], with: [] },
  { option: 'lint=off', text: 'a\n', without: ['yaml/not-an-object'], with: ['fence/option'] },
  { option: 'k8s=1.17', text: ingress, without: ['api/removed'], with: ['api/deprecated'] },
  { option: 'k8s=1.99', text: pod('a:1'), without: [], with: ['fence/option'] },
];

describe('options of fences do what docs/AUTHORING.md says', () => {
  test.each(options)('$option: $with instead of $without', async row => {
    expect(guide).toContain(`\`${row.option.split(/[= ]/)[0]}=`);
    expect(await chapter(fence('', row.text))).toEqual(row.without);
    expect(await chapter(fence(row.option, row.text))).toEqual(row.with);
  });

  test('set= looks at fences together', async () => {
    expect(await chapter(fence('', pod('a:1')), fence('', service))).toEqual([]);
    const together = await chapter(fence('set=todo', pod('a:1')), fence('set=todo', service));
    expect(together).toContain('ref/service-selector');
  });

  test.each(['1.34', '1.34,1.36', '1.34-1.36'])('k8s=%s is a way to name minors', async minors => {
    expect(guide).toContain(minors);
    expect(await chapter(fence(`k8s=${minors}`, pod('a:1')))).toEqual([]);
  });
});

test('set.json says the same, and so do comments', async () => {
  const set = (files: object) => JSON.stringify({ files });
  const manifest = { 'manifests/a/a.yaml': pod('nginx') };
  expect(await lint(manifest)).toEqual(['image/tag']);
  const off = { off: [{ rule: 'image/tag', reason: 'the tag is the topic' }] };
  expect(await lint({ ...manifest, 'manifests/a/set.json': set({ 'a/a.yaml': off }) })).toEqual([]);
  const old = { claims: ['1.17'], expect: [{ rule: 'api/deprecated' }] };
  expect(
    await lint({ 'manifests/a/a.yaml': ingress, 'manifests/a/set.json': set({ 'a/a.yaml': old }) }),
  ).toEqual([]);
  const comment = '# lint-disable-next-line image/tag -- the tag is the topic\nspec:';
  expect(await lint({ 'manifests/a/a.yaml': pod('nginx').replace('spec:', comment) })).toEqual([]);
});

test('a step names the rules that it breaks on purpose', async () => {
  const session = (lint: string) =>
    `sessions:\n  - id: a\n    title: 題名\n    lab: none\n    reason: 理由\n    steps:\n      - run: kubectl apply -f - --record\n${lint}`;
  const file = 'src/content/sessions/a.yaml';
  expect(await lint({ [file]: session('') })).toEqual(['kubectl/deprecated']);
  expect(guide).toContain('`lint: [kubectl/deprecated]`');
  expect(await lint({ [file]: session('        lint: [kubectl/deprecated]\n') })).toEqual([]);
});
