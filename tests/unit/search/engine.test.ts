import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../../scripts/lib/run.ts';
import { buildSearch } from '../../../src/search/build/build.node.ts';
import { type Engine, openEngine, type SearchOptions } from '../../../src/search/core/engine.ts';

/** A small site with a real index: chapters, a manifest, a terminal, an erratum and a term. */
const pages = {
  'services/index.html': `<article data-pagefind-body><h1>Serviceの種類と名前解決</h1><p>Serviceは名前とアドレスを置きます。</p>
<h2 id="labels">ラベルで宛先を選ぶ</h2><p>ロードバランサーはサーバーの前に立ちます。</p>
<section class="card" data-manifest="services/clusterip.yaml"><pre><code>kind: Service
spec:
  selector:
    app: echo</code></pre></section>
<h2 id="dns">名前で見つける</h2><p>DNSで名前を引きます。<code>svc.cluster.local</code>が付きます。</p>
<section class="terminal"><div class="strip"><span class="title">名前を引く</span></div><pre><code class="command">nslookup echo</code><samp>** server can't find echo.svc.local: NXDOMAIN</samp></pre></section></article>`,
  'deployments/index.html': `<article data-pagefind-body><h1>Deployment</h1><h2 id="undo">前の版に戻す</h2><p><code>kubectl rollout undo</code>で、更新を戻します。CrashLoopBackOffになったPodは消えます。</p><h2 id="check">確認問題</h2><p>kubectl rollout undoのあとの版は？</p></article>`,
  'errata/index.html': `<article data-pagefind-body><h1>正誤表</h1><section class="erratum" id="e24"><p class="phrase"><b>--recordの代わりに注釈を書く</b></p><div><del><code>kubectl apply --record</code></del></div></section></article>`,
  'glossary/index.html': `<article data-pagefind-body><h1>用語集</h1><dl><div id="rollback"><dt><b>ロールバック</b></dt><dd>前の世代に戻すことです。</dd></div></dl></article>`,
  'many/index.html': `<article data-pagefind-body><h1>同じ言葉の多いページ</h1>${[1, 2, 3, 4, 5].map(n => `<h2 id="part-${n}">${n}つ目のカナリア</h2><p>カナリアの話です。</p>`).join('')}</article>`,
  'hidden/index.html': '<article><h1>検索されないページ</h1><p>クラウドの料金</p></article>',
};

let dist: string;
let engine: Engine;

beforeAll(async () => {
  dist = mkdtempSync(join(tmpdir(), 'search-'));
  for (const [path, html] of Object.entries(pages)) {
    mkdirSync(join(dist, path, '..'), { recursive: true });
    writeFileSync(join(dist, path), `<!doctype html><html lang="ja"><body>${html}</body></html>`);
  }
  await buildSearch(root, dist);
  engine = await openEngine(async name => readFileSync(join(dist, 'pagefind', name)));
}, 60_000);

afterAll(() => rmSync(dist, { recursive: true, force: true }));

const search = (query: string, options: Partial<SearchOptions> = {}) =>
  engine.search(query, { limit: 10, ...options });
const first = async (query: string) => (await search(query)).results[0]?.url;

describe('what a reader types', () => {
  test.each([
    ['a title', 'ラベルで宛先を選ぶ', '/services/#labels'],
    ['full-width letters', 'ＣｒａｓｈＬｏｏｐＢａｃｋＯｆｆ', '/deployments/#undo'],
    ['half-width kana', 'ﾛｰﾄﾞﾊﾞﾗﾝｻｰ', '/services/#labels'],
    ['a shorter vowel', 'ロードバランサ', '/services/#labels'],
    ['a longer vowel', 'サーバ', '/services/#labels'],
    ['hiragana', 'ろーどばらんさー', '/services/#labels'],
    ['a misspelling in katakana', 'ロードバラサー', '/services/#labels'],
    ['a misspelling in English', 'crashloopbackof', '/deployments/#undo'],
    ['swapped letters', 'rolluot undo', '/deployments/#undo'],
    ['the beginning of a word', 'crashl', '/deployments/#undo'],
    ['a command', 'kubectl rollout undo', '/deployments/#undo'],
    ['output of a command', 'NXDOMAIN', '/services/#dns'],
    ['a field path', 'spec.selector', '/services/#labels'],
    ['a field path with an index', '.spec.selector.app', '/services/#labels'],
    ['a name with dots', 'svc.cluster.local', '/services/#dns'],
    ['an old flag', '--record', '/errata/#e24'],
    ['a synonym of the glossary, in the chapter first', '巻き戻し', '/deployments/#undo'],
    ['what readers call a place', '切り戻し', '/deployments/#undo'],
    ['a task of the list of tasks', 'クラスターの中で名前で呼びたい', '/services/#dns'],
    ['another form of a verb', '前の版に戻したい', '/deployments/#undo'],
    ['everyday words for those of the book', '前のバージョンに戻す', '/deployments/#undo'],
    ['a quoted phrase', '「前の版に戻す」', '/deployments/#undo'],
    ['words apart', 'load balancer サーバー', '/services/#labels'],
  ])('%s: %s', async (_name, query, url) => {
    expect(await first(query)).toBe(url);
  });

  test.each(['ラーメンの作り方', 'Terraform', 'asdfghjkl', '天気予報', 'クラウドの料金', '', '。、', '　'])(
    'nothing is found for %j',
    async query => {
      expect((await search(query)).total).toBe(0);
    },
  );
});

describe('an answer', () => {
  test('tells what was mended, and searches as typed when asked to', async () => {
    expect((await search('ロードバラサー')).repairs).toEqual([['ロードバラサー', 'ロードバランサ']]);
    expect((await search('ロードバラサー', { asTyped: true })).total).toBe(0);
  });

  test('tells which words the site does not have', async () => {
    const { missing, results } = await search('ラベル 宛先 料理');
    expect(missing).toEqual(['料理']);
    expect(results[0]?.url).toBe('/services/#labels');
  });

  test('counts facets over all places, and keeps to one', async () => {
    const { facets, total } = await search('名前');
    expect(facets.map(({ facet }) => facet)).toEqual(expect.arrayContaining(['text', 'command']));
    const commands = await search('名前', { facet: 'command' });
    expect(commands.total).toBeLessThan(total);
    expect(commands.results.map(({ url, facet }) => [url, facet])).toEqual([['/services/#dns', 'command']]);
    expect(commands.facets).toEqual(facets);
  });

  test('keeps to a kind of object', async () => {
    const { kinds } = await search('selector');
    expect(kinds).toEqual([{ kind: 'Service', count: 1 }]);
    expect((await search('selector', { kind: 'Service' })).total).toBe(1);
    expect((await search('selector', { kind: 'Ingress' })).total).toBe(0);
  });

  test('names the file and the sections around a place', async () => {
    const [result] = (await search('echo', { facet: 'manifest' })).results;
    expect(result).toMatchObject({ url: '/services/#labels', isCode: true, kinds: ['Service'] });
    expect(result?.path).toEqual(['Serviceの種類と名前解決', 'services/clusterip.yaml']);
  });

  test('lists three places of a page, and all of one that is opened', async () => {
    const folded = await search('カナリア');
    expect(folded.total).toBe(5);
    expect(folded.results.map(({ folded }) => folded)).toEqual([0, 0, 2]);
    expect(folded.isEnd).toBe(true);
    const opened = await search('カナリア', { opened: ['/many/'] });
    expect(opened.results.map(({ folded }) => folded)).toEqual([0, 0, 0, 0, 0]);
    expect((await search('カナリア', { opened: ['/many/'], limit: 4 })).isEnd).toBe(false);
  });

  test('begins the excerpt of a field path at the field', async () => {
    const [result] = (await search('spec.selector.app')).results;
    expect(result?.excerpt.map(({ text }) => text).join('')).toMatch(/^app: echo/);
  });

  test('puts questions at the end of a chapter behind what they ask about', async () => {
    const urls = (await search('rollout undo')).results.map(({ url }) => url);
    expect(urls.indexOf('/deployments/#undo')).toBeLessThan(urls.indexOf('/deployments/#check'));
  });
});
