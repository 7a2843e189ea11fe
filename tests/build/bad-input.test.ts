import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../scripts/lib/run.ts';

const frontMatter =
  '---\ntitle: 誤りのある章\nsummary: ビルドが止まることを確かめるための、誤りを含む章です。\ngoals: [止まる]\nupdated: 2026-11-21\n---\n';

let copy: string;
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'site-'));
  const fixtures = ['tests/fixtures/lint', 'tests/fixtures/lint-sets', 'tests/fixtures/lint-site'];
  const files = ['astro.config.mjs', 'package.json', 'tsconfig.json'];
  for (const path of ['src', 'manifests', 'public', ...fixtures, ...files])
    cpSync(join(root, path), join(copy, path), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true }));

/** Builds the copy with these files added; takes them away again. */
function buildWith(files: Record<string, string>): { status: number | null; output: string } {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), content);
  }
  const astro = join(root, 'node_modules/astro/bin/astro.mjs');
  const child = spawnSync(process.execPath, [astro, 'build'], {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  for (const path of Object.keys(files)) rmSync(join(copy, path));
  return { status: child.status, output: child.stdout + child.stderr };
}

test('a build with faults stops and names every one of them', () => {
  const chapter = 'src/content/chapters/faulty.mdx';
  const { status, output } = buildWith({
    'manifests/bad/typo.yaml':
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: echo\nspec:\n  selectr:\n    app: echo\n  ports:\n    - port: 80\n',
    'manifests/bad/broken.yaml': 'apiVersion: v1\nkind: Service\nmetadata: [\n',
    [chapter]: `${frontMatter}\n## 一 [#same]\n\n## 二 [#same]\n\n<Manifest path="services/clusterIP.yaml" />\n\n<Manifest path="../package.json" />\n\n\`\`\`yaml\napiVersion: v1\nkind: Pod\nkind: Service\nmetadata:\n  name: a\n\`\`\`\n`,
  });
  expect(status).not.toBe(0);
  expect(output).toContain(`${chapter}:10:1\n  何が: id「same」が 8 行目の見出しと同じです。`);
  expect(output).toContain(`${chapter}:12:1\n  何が: マニフェスト「services/clusterIP.yaml」がありません。`);
  expect(output).toContain('登録済みの近い名前: services/clusterip.yaml');
  expect(output).toContain('manifests/ の外を指しています');
  expect(output).toMatch(/manifests\/bad\/typo\.yaml:6:3: .*selectr.* \(spec\.selectr\)\n.*selector/);
  expect(output).toMatch(/manifests\/bad\/broken\.yaml:\d+:\d+: /);
  expect(output).toMatch(/faulty\.mdx:19:1: .*kind/);
}, 60_000);

test('an unknown front-matter key stops the build with the key it may have meant', () => {
  const { status, output } = buildWith({
    'src/content/chapters/faulty.mdx': frontMatter.replace('summary:', 'sumary:'),
  });
  expect(status).not.toBe(0);
  expect(output).toMatch(/faulty\.mdx/);
  expect(output).toMatch(/sumary/);
}, 60_000);

test('a diagram with a syntax error stops the build with its line', () => {
  const { status, output } = buildWith({
    'src/content/chapters/faulty.mdx': `${frontMatter}\n## 図 [#diagram]\n\n\`\`\`mermaid\nflowchart TB\n  accTitle: 図\n  accDescr: 図の説明です。\n  a["一"] --> --> b["二"]\n\`\`\`\n`,
  });
  expect(status).not.toBe(0);
  expect(output).toContain('src/content/chapters/faulty.mdx:14');
}, 90_000);

test('a file that stops failing as expected stops the build', () => {
  const { status, output } = buildWith({
    'manifests/bad/fine.yaml':
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: echo\nspec:\n  selector:\n    app: echo\n  ports:\n    - port: 80\n',
    'manifests/bad/set.json': '{"files": {"bad/fine.yaml": {"expect": [{"rule": "api/removed"}]}}}',
  });
  expect(status).not.toBe(0);
  expect(output).toMatch(/manifests\/bad\/fine\.yaml:1:1: .*api\/removed/);
}, 60_000);
