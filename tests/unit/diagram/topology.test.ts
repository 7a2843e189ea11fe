import { describe, expect, test } from 'vitest';
import { lint } from '../../../src/diagram/lint.ts';
import { readSource } from '../../../src/diagram/source.ts';
import { readTopology } from '../../../src/diagram/topology/fence.ts';
import { topology } from '../../../src/diagram/topology/index.ts';
import { draw, manifest, manifests } from './samples.ts';
import { useRenderer } from './use-renderer.ts';

useRenderer();

const of = (documents: unknown[]) => topology(documents, { title: '構成' });

/** Edges as `from -label-> to`, by the first line of each box. */
function edges(source: string): string[] {
  const names = new Map(
    [...source.matchAll(/(n\d+)(?:\[|\(|\[\()"([^"]*?)(?:<br\/>| \/ |")/g)].map(([, id, name]) => [id, name]),
  );
  return [...source.matchAll(/^ {2}(n\d+) (-->|-\.->)(?:\|"(.*?)"\|)? (n\d+)$/gm)].map(
    ([, from, , label, to]) => `${names.get(from)} -${label ?? ''}-> ${names.get(to)}`,
  );
}

describe('a shop', () => {
  const shop = of(manifest('app'));

  test('is wired by selectors, ports, volumes and environment', () => {
    expect(edges(shop.source)).toEqual([
      'Pod ×3 -マウント-> ConfigMap web-conf',
      'Pod ×2 -マウント-> PVC api-data',
      'Pod ×2 -環境変数-> Secret db-secret',
      'Service web -80 → 80-> Pod ×3',
      'Service api -30080 → 80 → 8080-> Pod ×2',
      'Ingress shop -shop.example.com/api-> Service api',
      'Ingress shop -shop.example.com/-> Service web',
      'Ingress shop -TLS-> Secret shop-tls',
    ]);
    expect(shop).toMatchObject({ nodes: 11, edges: 8 });
  });

  test('is told from the outside in', () => {
    expect(shop.text).toEqual([
      'Ingress shopはshop.example.com/apiをService api（ポート80）へ送ります。',
      'Ingress shopはshop.example.com/をService web（ポートhttp）へ送ります。',
      'Ingress shopはSecret shop-tlsの証明書を使います。',
      'Service webは80 → 80でDeployment webのPodへ転送します。',
      'Service apiは30080 → 80 → 8080でDeployment apiのPodへ転送します。',
      'Deployment webはPodを3個作ります。',
      'Deployment webのPodはConfigMap web-confをマウントします。',
      'Deployment apiはPodを2個作ります。',
      'Deployment apiのPodはPVC api-dataをマウントします。',
      'Deployment apiのPodはSecret db-secretを環境変数に使います。',
    ]);
    expect(readSource(shop.source).description).toBe(shop.text.join(''));
  });

  test('shows what is not in the manifest as outside', () => {
    expect(shop.source).toContain('["Secret shop-tls<br/>このマニフェストの外"]:::k-ext');
    expect(shop.warnings.map(({ code }) => code)).toEqual(['outside', 'outside']);
  });
});

test('warns of everything that does not fit', () => {
  const { warnings, source, text } = of(manifest('broken'));
  expect(warnings).toEqual([
    {
      code: 'target-port',
      message: 'Service webのtargetPort「https」が、Deployment webのPodのコンテナにありません。',
    },
    { code: 'selector-no-pod', message: 'Service apiのセレクターapp=ap1に一致するPodがありません。' },
    { code: 'backend-port', message: 'Ingress shopが指すポート8080は、Service webにありません。' },
    { code: 'unreferenced', message: 'ConfigMap unusedは、どこからも参照されません。' },
    { code: 'not-drawn', message: 'Namespace shopは図に描きません。' },
  ]);
  expect(edges(source)).toEqual([
    'Service web -不一致<br/>80 → https-> Pod ×1',
    'Service api -不一致-> app=ap1',
    'Ingress shop -不一致: ポート8080<br/>/-> Service web',
  ]);
  expect(text).toContain('Service apiのセレクターapp=ap1に一致するPodがありません。');
  expect(text).toContain('Ingress shopはすべてのホストの/をService web（ポート8080）へ送ります。');
  expect(text).toContain('ConfigMap unusedがあります。');
});

test('knows the other kinds', () => {
  const { source, text, warnings } = of(manifest('stateful'));
  expect(edges(source)).toEqual([
    'Pod ×2 -Podごと-> PVC data-cart-N',
    'Pod 各ノードに1個 -マウント-> ConfigMap agent',
    'Pod 各ノードに1個 -マウント-> Secret token',
    'Pod 各ノードに1個 -環境変数-> Secret token',
    'Service cart -80 → 6379-> Pod ×2',
    'Service mail -CNAME-> mail.example.net',
    'Gateway public -shop.example.com-> HTTPRoute shop',
    'HTTPRoute shop -/cart-> Service cart',
    'HorizontalPodAutoscaler cart -レプリカ数-> StatefulSet cart',
  ]);
  expect(source).toContain('"Pod ×2<br/>redis:8"');
  expect(text).toEqual(
    expect.arrayContaining([
      'HTTPRoute shopはGateway publicに届いたshop.example.comの要求を受け持ちます。',
      'HorizontalPodAutoscaler cartはStatefulSet cartのレプリカ数を2〜5の間で変えます。',
      'CronJob reportは「0 3 * * *」の時刻にJobを作り、Podを1個動かします。',
      'Job migrateはPodを2個、完了するまで動かします。',
    ]),
  );
  expect(warnings.map(({ code }) => code)).toEqual(['outside', 'no-selector', 'unreferenced']);
});

describe('keeps objects apart', () => {
  const pod = (namespace: string, app: string) => ({
    kind: 'Pod',
    metadata: { name: 'web', namespace, labels: { app } },
    spec: {},
  });
  const service = {
    kind: 'Service',
    metadata: { name: 'web', namespace: 'a' },
    spec: { selector: { app: 'web' }, ports: [{ port: 80 }] },
  };

  test('by namespace', () => {
    const { source, edges: count } = of([service, pod('a', 'web'), pod('b', 'web')]);
    expect(count).toBe(1);
    expect(source).toContain('("Pod web<br/>namespace: b"):::k-pod');
  });

  test('but reads the items of a List', () => {
    expect(of([{ kind: 'List', items: [service, pod('a', 'web')] }])).toMatchObject({ nodes: 2, edges: 1 });
  });
});

test.each([
  ['nothing', []],
  [
    'values of the wrong type',
    [{ kind: 'Ingress', metadata: { name: 'x' }, spec: { rules: { a: 1 }, tls: 'x' } }, null, 1, 'x', []],
  ],
  [
    'missing specs',
    ['Deployment', 'Service', 'CronJob', 'HTTPRoute', 'HorizontalPodAutoscaler'].map(kind => ({
      kind,
      metadata: { name: 'x' },
    })),
  ],
])('survives %s', (_, documents) => {
  expect(() => of(documents)).not.toThrow();
});

test('names are text, never syntax', async () => {
  const name = 'a"]; click a href <b>`x`</b> #quot; %% {y} $$ | -->';
  const { source } = topology(
    [
      { kind: 'Service', metadata: { name }, spec: { selector: { app: name }, ports: [{ port: 80 }] } },
      { kind: 'Pod', metadata: { name, labels: { app: name } }, spec: {} },
    ],
    { title: `${name}\n  click a` },
  );
  expect(lint(readSource(source))).toEqual([]);
  const { svg } = await draw(source);
  expect(svg).toContain('a”]； click a href ＜b＞｀x｀＜/b＞ ＃quot； %% ｛y｝ ＄＄ | --＞');
  expect(svg).not.toMatch(/href=|<b>|onclick/);
});

describe('a fence', () => {
  const read = (meta: string, body = '') => readTopology(meta, body, manifests);
  const what = (meta: string, body = '') =>
    read(meta, body).findings?.map(finding => `${finding.line}: ${finding.what}`);

  test('draws the files that it names', () => {
    expect(read('shop/app.yaml 通販サイトの 構成').source).toContain('accTitle: 通販サイトの 構成');
    expect(read('shop/app.yaml 題', 'direction: LR\ndescription: 説明です。').source).toMatch(
      /^flowchart LR\n.*\n {2}accDescr: 説明です。/,
    );
  });

  test('is refused when it shows a mistake that is not intended', () => {
    expect(what('shop/broken.yaml 題')).toEqual([
      expect.stringContaining('targetPort「https」'),
      expect.stringContaining('app=ap1'),
      expect.stringContaining('ポート8080'),
      expect.stringContaining('ConfigMap unused'),
    ]);
    const all = 'intended: [target-port, selector-no-pod, backend-port, unreferenced]';
    expect(what('shop/broken.yaml 題', all)).toBeUndefined();
    expect(what('shop/app.yaml 題', 'intended: [target-port]')).toEqual([
      '0: intended の「target-port」は、このマニフェストにありません。',
    ]);
  });

  test.each([
    { meta: '', body: '', expected: '0: マニフェストのパスがありません。' },
    { meta: 'shop/app.yaml', body: '', expected: '0: 図の題名がありません。' },
    { meta: 'shop/ap.yaml 題', body: '', expected: '0: マニフェスト「shop/ap.yaml」がありません。' },
    { meta: '../package.json 題', body: '', expected: '0: マニフェスト「../package.json」がありません。' },
    { meta: 'shop/app.yaml 題', body: 'colour: red', expected: '1: 「colour」という設定はありません。' },
    { meta: 'shop/app.yaml 題', body: 'direction: RL', expected: '1: direction「RL」はありません。' },
    { meta: 'shop/app.yaml 題', body: 'intended: [typo]', expected: '1: intended を読めません。' },
    {
      meta: 'shop/app.yaml 題',
      body: 'direction: LR\n[',
      expected: expect.stringMatching(/^2: YAML として読めません/),
    },
  ])('$meta / $body says what is wrong', ({ meta, body, expected }) => {
    expect(what(meta, body)).toEqual([expected]);
  });

  test('suggests a near name', () => {
    expect(read('shop/ap.yaml 題').findings?.[0]?.fix).toBe('近い名前: shop/app.yaml');
  });
});
