import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments, stringify } from 'yaml';
import { root } from '../../../scripts/lib/run.ts';
import { findByHand } from '../../../src/diagram/bound/by-hand.ts';
import { fillFields } from '../../../src/diagram/bound/fill.ts';
import { readFence } from '../../../src/diagram/fence.ts';
import { loadRegistry } from '../../../src/registry/load.node.ts';
import { resourceParts } from '../../../src/registry/resources.ts';

const manifests = new Map([
  [
    'shop/web.yaml',
    `kind: Service
metadata: { name: web }
spec: { selector: { app: web, tier: front }, ports: [{ port: 80 }, { port: 8443 }] }
---
kind: Deployment
metadata: { name: web }
spec:
  paused: false
  template: { spec: { containers: [{ name: nginx, image: "registry.example.com/library/long/nginx:1.30.4" }] } }
`,
  ],
  [
    'shop/api.yaml',
    'kind: Service\nmetadata: { name: "a\\"]; click a" }\nspec: { ports: [{ port: 8080 }] }\n',
  ],
]);

const fill = (text: string, meta = 'shop/web.yaml') => fillFields(meta, text, manifests);
const what = (text: string, meta?: string) => fill(text, meta).findings?.map(({ what }) => what);

describe('a field of a manifest', () => {
  test.each([
    ['a name', '{{Service: metadata.name}}-0', 'web-0'],
    ['a number', 'ポート{{ Service/web: spec.ports[1].port }}', 'ポート8443'],
    ['yes or no', '{{spec.paused}}', 'false'],
    ['labels', '{{Service: spec.selector}}', 'app=web,tier=front'],
    ['an image', '{{spec.template.spec.containers[0].image}}', 'nginx:1.30.4'],
    ['the length of a list', '{{spec.ports[]}}', '2'],
    ['a value that holds', '{{Service: metadata.name = web}}', 'web'],
    ['a field of one of two files', '{{api.yaml spec.ports[0].port}}', '8080', 'shop/web.yaml,shop/api.yaml'],
    ['text that is no syntax', '{{metadata.name}}', 'a”]； click a', 'shop/api.yaml'],
  ])('%s', (_, text, expected, meta = 'shop/web.yaml') => {
    expect(fill(text, meta)).toEqual({ source: expected });
  });

  test('is looked for on its own line', () => {
    expect(fill('a\n  x["{{spec.port}}"]').findings).toMatchObject([
      {
        line: 2,
        what: 'フィールド「spec.port」は shop/web.yaml にありません。',
        fix: expect.stringContaining('spec.ports'),
      },
    ]);
  });

  test.each([
    ['{{metadata.name}}', 'フィールド「metadata.name」は shop/web.yaml に複数あります。'],
    ['{{spec.ports}}', 'フィールド「spec.ports」は1つの値ではありません。'],
    ['{{api.yaml spec.ports[]}}', 'フィールド「spec.ports」は api.yaml（なし） にありません。'],
    [
      '{{Service: spec.ports[0].port = 81}}',
      'フィールド「Service: spec.ports[0].port」は「80」です。図は「81」として描かれています。',
    ],
    ['%% {{spec.ports[] = 1}}', 'フィールド「spec.ports」は「2」です。図は「1」として描かれています。'],
    ['何もない図', 'フィールドを1つも使わない図に、マニフェストのパスがあります。'],
  ])('%s is refused', (text, expected) => {
    expect(what(text)).toEqual([expected]);
  });

  test('needs a manifest that exists', () => {
    expect(what('{{metadata.name}}', 'shop/wob.yaml')).toEqual([
      'マニフェスト「shop/wob.yaml」がありません。',
    ]);
    expect(what('{{metadata.name}}', '')).toHaveLength(1);
  });
});

describe('what a manifest also has', () => {
  const words = (...lines: string[]) =>
    findByHand(['flowchart TB', ...lines].join('\n'), 'shop', manifests).map(
      ({ line, what }) => `${line}: ${/「(.*?)」/.exec(what)?.[1]}`,
    );

  test('must not be repeated in a label, a title or a description', () => {
    expect(
      words(
        'accTitle: webの図',
        'accDescr {',
        'nginxを',
        '80番で呼びます。',
        '}',
        'web["web-0.svc"] -->|"8443<br/>番"| b',
      ),
    ).toEqual(['2: web', '3: nginx', '3: 80', '7: web', '7: 8443']);
    expect(
      findByHand('sequenceDiagram\n  participant web as nginx\n  A->>web: 80番', 'shop', manifests),
    ).toHaveLength(2);
  });

  test('may be a field, an id, a longer word or of another set', () => {
    expect(words('web["{{Service: metadata.name}}"] --> b["webs 8080x"]')).toEqual([]);
    expect(findByHand('flowchart TB\n a["web"]', 'other', manifests)).toEqual([]);
  });

  test('may be declared to be something else, as long as it is there', () => {
    expect(words('%% by hand: 80 手元の番号', 'a["80番"]')).toEqual([]);
    expect(words('%% by hand: 80 手元の番号', 'a["番"]')).toEqual(['2: %% by hand: 80']);
  });
});

const real = new Map(loadRegistry(root).files.map(({ path, text }) => [path, text]));
const bound = readdirSync(`${root}/src/content/chapters`).flatMap(name =>
  [
    ...readFileSync(`${root}/src/content/chapters/${name}`, 'utf8').matchAll(
      /```mermaid +(.+)\n([\s\S]*?)\n```/g,
    ),
  ].map(([, meta = '', body = '']) => ({ name, meta, body, title: /accTitle: (.*)/.exec(body)?.[1] ?? '' })),
);

test('many diagrams of the book are bound', () => {
  expect(bound.length).toBeGreaterThan(10);
});

/** Every word and number is another one, but kinds. */
function otherValues(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(otherValues);
  if (typeof value === 'number') return value + 7;
  if (typeof value !== 'object' || value === null) return `x${value}`;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key === 'kind' ? inner : otherValues(inner)]),
  );
}

test.each(bound)('$name: $title follows its manifests', ({ meta, body }) => {
  const { source } = readFence({ lang: 'mermaid', meta, body }, real);
  expect(source).not.toContain('{{');
  for (const path of meta.split(',')) {
    const documents = parseAllDocuments(real.get(path) ?? '').map(document => document.toJS() as unknown);
    const changed = documents.map(document => stringify(otherValues(document))).join('---\n');
    const drawn = readFence({ lang: 'mermaid', meta, body }, new Map([...real, [path, changed]]));
    expect(drawn.source, path).not.toBe(source);
  }
});

test('owners of the resource map are kinds of the resource table', () => {
  const text = readFileSync(`${root}/src/content/chapters/resource-map.mdx`, 'utf8');
  const fence = /```mermaid\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
  const kinds = resourceParts().flatMap(({ rows }) => rows.map(({ kind }) => kind));
  const shown = [...fence.matchAll(/[[(]"([^"]+)"[\])]/g)].map(([, name]) =>
    name === 'PVC' ? 'PersistentVolumeClaim' : name,
  );
  expect(shown.length).toBeGreaterThan(10);
  expect(shown.filter(kind => !kinds.includes(kind ?? ''))).toEqual([]);
});
