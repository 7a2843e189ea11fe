import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { applyCommand } from '../../../src/registry/apply-command.ts';
import { faultProblem } from '../../../src/registry/fault.ts';
import { loadRegistry } from '../../../src/registry/load.node.ts';
import { includedManifests, manifestIndex } from '../../../src/registry/manifest-index.ts';

/** A throw-away project with these files. */
function project(files: Record<string, string | Buffer>): string {
  const root = mkdtempSync(join(tmpdir(), 'registry-'));
  mkdirSync(join(root, 'manifests'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

const service = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: echo\n';

describe('loadRegistry', () => {
  test('keeps the bytes, their checksum and the objects', () => {
    const text = `# 説明\n${service}---\n${service.replace('echo', 'web')}`;
    const { files, faults } = loadRegistry(project({ 'manifests/services/two.yaml': text }));
    expect(faults).toEqual([]);
    expect(files).toHaveLength(1);
    expect(files[0]).toMatchObject({
      path: 'services/two.yaml',
      set: 'services',
      text,
      size: Buffer.byteLength(text),
      objects: [
        { apiVersion: 'v1', kind: 'Service', name: 'echo', line: 2 },
        { apiVersion: 'v1', kind: 'Service', name: 'web', line: 7 },
      ],
    });
  });

  test('refuses a link that leaves manifests/', () => {
    const root = project({ 'outside.yaml': service, 'manifests/services/a.yaml': service });
    symlinkSync('../../outside.yaml', join(root, 'manifests/services/link.yaml'));
    const { files, faults } = loadRegistry(root);
    expect(files.map(file => file.path)).toEqual(['services/a.yaml']);
    expect(faults.map(faultProblem)).toMatchInlineSnapshot(`
      [
        {
          "fix": "リンクをやめ、ファイルそのものを置いてください。",
          "what": "manifests/ の外を指すシンボリックリンクです。",
          "where": "manifests/services/link.yaml",
          "why": "配布するファイルは、検査と版管理が届く manifests/ の中だけに置きます。",
        },
      ]
    `);
  });

  test.each([
    ['bytes that are not UTF-8', { 'manifests/services/a.yaml': Buffer.from([0x61, 0xff, 0x0a]) }],
    ['CRLF line ends', { 'manifests/services/a.yaml': service.replaceAll('\n', '\r\n') }],
    ['a missing last line feed', { 'manifests/services/a.yaml': service.trimEnd() }],
    ['the extension .yml', { 'manifests/services/a.yml': service }],
    [
      'a set that names a missing file',
      {
        'manifests/services/clusterip.yaml': service,
        'manifests/services/set.json': '{"steps":[{"apply":["services/clusterIP.yaml"]}]}',
      },
    ],
    [
      'an unknown key of a set',
      { 'manifests/services/a.yaml': service, 'manifests/services/set.json': '{"stepz":[]}' },
    ],
    [
      'a set that is not JSON',
      { 'manifests/services/a.yaml': service, 'manifests/services/set.json': '{"steps":[],}' },
    ],
  ])('reports %s', (_name, files) => {
    expect(loadRegistry(project(files)).faults.map(faultProblem)).toMatchSnapshot();
  });
});

describe('applyCommand', () => {
  test.each([
    ['v1', 'Service', 'kubectl apply -f {url}'],
    ['kind.x-k8s.io/v1alpha4', 'Cluster', 'curl -fsSL {url} | kind create cluster --config=-'],
    ['skaffold/v4beta13', 'Config', 'curl -fsSL {url} -o skaffold.yaml && skaffold dev'],
  ])('knows how %s %s is used', (apiVersion, kind, online) => {
    expect(applyCommand([{ apiVersion, kind }]).online).toBe(online);
  });
});

describe('manifestIndex', () => {
  test('finds includes whatever the attribute order', () => {
    expect(includedManifests('<Manifest path="a/b.yaml" />\n<Manifest fold path="a/c.yaml"/>')).toEqual([
      'a/b.yaml',
      'a/c.yaml',
    ]);
  });

  test('lists kinds, chapters and expectations', () => {
    const file = {
      path: 'legacy/old.yaml',
      set: 'legacy',
      text: '',
      sha256: 'abc',
      size: 3,
      objects: [{ apiVersion: 'extensions/v1beta1', kind: 'Ingress', line: 1 }],
      entry: { expect: [{ rule: 'api/removed' }] },
    };
    const chapters = [{ slug: 'ingress', body: '<Manifest path="legacy/old.yaml" />' }];
    expect(manifestIndex([file], chapters).manifests).toEqual([
      {
        path: 'legacy/old.yaml',
        sha256: 'abc',
        size: 3,
        kinds: ['extensions/v1beta1/Ingress'],
        chapters: ['ingress'],
        expect: [{ rule: 'api/removed' }],
      },
    ]);
  });
});
