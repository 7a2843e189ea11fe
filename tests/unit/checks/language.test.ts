import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from '../../../scripts/lib/run.ts';
import { checkCopies, hashRun, runsOf } from '../../../src/checks/copies.node.ts';
import { readMdx } from '../../../src/checks/mdx.node.ts';
import { code, type Prose, proseOf, proseOfManifest } from '../../../src/checks/prose.node.ts';
import { checkStyle } from '../../../src/checks/style.node.ts';
import { checkVersions } from '../../../src/checks/versions.node.ts';
import { documentedRules } from '../../../src/lint/docs.ts';
import { style } from '../../../src/schemas/style.ts';
import { withoutGaps } from '../../../src/site/rules.ts';
import * as strings from '../../../src/site/strings.ja.ts';
import * as parts from '../../../src/site/strings.parts.ja.ts';

const rules = style.parse(parse(readFileSync(join(root, 'src/data/style.yaml'), 'utf8')));
const sentence = (text: string): Prose => ({ where: 'a', text, form: 'sentences', sourced: false });
const styled = (text: string, form: Prose['form'] = 'sentences') =>
  checkStyle({ where: 'a', text, form }, rules).map(({ what }) => what);

describe('style', () => {
  test.each([
    `Podは${code}で作ります。`,
    'クラスターの中では、Podが互いにIPアドレスで話せます（NATは要りません）。',
    '何が起きますか。',
    '毎日3時に動きます。',
    'ポートは80:30060です。',
    'いちばん小さい単位（Pod）です。Podを消すと、コンテナも消えます。',
  ])('accepts %s', text => {
    expect(styled(text)).toEqual([]);
  });

  test.each([
    ['サーバを止めます。', '「サーバ」と書かれています。'],
    ['設定を変更することができます。', '「することができ」と書かれています。'],
    ['Pod を作ります。', '和文と欧文の間に空白があります'],
    [`${code} を作ります。`, '和文と欧文の間に空白があります'],
    ['Podを 作ります。', '和文の中に空白があります'],
    ['Podを作ります,そして消します。', '和文の中に半角の約物があります'],
    ['名前(任意)を書きます。', '和文の中に半角の約物があります'],
    ['Ｐｏｄを作ります。', '全角の英数字があります'],
    ['ｻｰﾊﾞｰを止めます。', '半角のカタカナがあります'],
    ['Podを作る。', 'です・ますで終わらない文があります'],
    [`${'長い文を書き、'.repeat(12)}終わります。`, '文字の文があります'],
  ])('reports %s', (text, message) => {
    expect(styled(text).join()).toContain(message);
  });

  test('words that stand alone need not be sentences', () => {
    expect(styled('名前で見つける', 'words')).toEqual([]);
  });

  test('every word of the user interface keeps it', () => {
    const words = [strings, parts].flatMap(module => leaves(module));
    expect(words.length).toBeGreaterThan(100);
    expect(words.flatMap(text => styled(text, 'words').map(what => `${text}: ${what}`))).toEqual([]);
  });
});

describe('what the linter says has one spelling for each word', () => {
  // Code stands in these texts without quotes, so marks and spaces are not looked at.
  const misspelt = (text: string) =>
    styled(withoutGaps(text), 'words').filter(
      what => /と書かれています/.test(what) && !/k8s|kubernetes/.test(what),
    );

  test('on the pages of its rules', () => {
    const words = documentedRules().flatMap(({ doc }) => leaves(doc.ja));
    expect(words.length).toBeGreaterThan(300);
    expect(words.flatMap(text => misspelt(text).map(what => `${text}: ${what}`))).toEqual([]);
  });

  test('in its messages', () => {
    const folder = join(root, 'src/lint/messages');
    const files = readdirSync(folder).filter(name => name.includes('ja'));
    expect(files.length).toBeGreaterThan(3);
    for (const name of files) expect(misspelt(readFileSync(join(folder, name), 'utf8')), name).toEqual([]);
  });
});

/** All strings of a tree of objects and arrays. */
function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value ? Object.values(value).flatMap(leaves) : [];
}

describe('versions', () => {
  test.each([
    'v1.24から使えます。',
    'Kubernetes 1.9で変わりました。',
    '1.36では既定です。',
    'kind v0.31が要ります。',
    '1.24、1.25で使えます。',
    'バージョン1.9で入りました。',
    '1.9のサーバーにはありません。',
    'Docker 20.10より新しい版です。',
    'ingress-nginx 0.22.0で変わりました。',
  ])('a source is asked for: %s', text => {
    expect(checkVersions(sentence(text))).toHaveLength(1);
    expect(checkVersions({ ...sentence(text), sourced: true })).toEqual([]);
  });

  test('a place without room for a source names none', () => {
    const [problem] = checkVersions({ where: 'a', text: 'v1.24の変更', form: 'words' });
    expect(problem?.fix).toContain('ここには出典を置けません');
  });

  test.each([
    ['版を`v1.24`と書いても', 'です。', 1],
    ['v1.24からです', '。<Ref id="x" />', 0],
    ['ノートは1.5でした', '（[朱E81](/errata/#e81)）。', 0],
    ['ノートは1.5でした', '（[正誤表](/errata/)）。', 1],
  ])('in a text: %s%s', (said, end, count) => {
    const tree = unified().use(remarkParse).use(remarkMdx).parse(`${said}${end}`);
    const prose = proseOf({ file: 'a.mdx', slug: 'a', frontMatter: {}, lineOf: () => 1, tree });
    expect(prose.flatMap(checkVersions)).toHaveLength(count);
  });

  test.each([
    '使用量は1.5倍です。',
    '比が1.25になります。',
    '4.5を切り上げます。',
    '10.0.1.24に届きます。',
    'web-1.0の次です。',
    '0.75です。',
    '3×90÷60＝4.5になります。',
    '0.2CPUです。',
  ])('no version: %s', text => {
    expect(checkVersions(sentence(text))).toEqual([]);
  });
});

describe('copies', () => {
  const notes = new Set(runsOf('コンテナは必ずどこかのノードに割り当てられて動き始める').map(hashRun));

  test.each([
    ['a copied run', 'つまり、コンテナは必ずどこかのノードに割り当てられます。', 1],
    ['other white space and width', 'コンテナは必ず　どこかの ノードに割り当てられた。', 1],
    ['the same thing in other words', 'どのコンテナも、いずれかのノードの上で動き始めます。', 0],
    ['code between', `コンテナは必ずどこ${code}かのノードに割り当てられます。`, 0],
  ])('%s', (_, text, count) => {
    expect(checkCopies({ where: 'a', text, form: 'words' }, notes)).toHaveLength(count);
  });

  test('a run needs fifteen characters, ten of them kana or kanji', () => {
    expect(runsOf('これは十五文字に足りません')).toEqual([]);
    expect(runsOf('kubectl get pods を打つ')).toEqual([]);
  });
});

describe('where words are found', () => {
  function prose(body: string): Prose[] {
    const folder = mkdtempSync(join(tmpdir(), 'prose-'));
    mkdirSync(join(folder, 'c'));
    writeFileSync(
      join(folder, 'c/a.mdx'),
      `---\ntitle: 題|名\nsummary: 要約です。\ngoals: [目標]\n---\n${body}`,
    );
    const mdx = readMdx(folder, 'c/a.mdx', []);
    rmSync(folder, { recursive: true });
    return mdx ? proseOf(mdx) : [];
  }

  test('front matter, headings, paragraphs, tables, attributes, file trees and diagrams', () => {
    const body = [
      '## 見出し [#a]',
      '本文の`code`です。<Ref id="svc" />',
      '| 表 | v1.30 |\n|---|---|\n| 行 | 値 |',
      '<Callout title="注意書き">\n中身です。\n</Callout>',
      '<FileTree>\n- `a.yaml` 説明\n</FileTree>',
      '```mermaid\nflowchart TB\n  accDescr {\n    説明です。\n  }\n  a["一<br/>二"]\n```',
      '```yaml\nname: 日本語 の値\n```',
    ].join('\n\n');
    expect(prose(body).map(({ text }) => text)).toEqual([
      '題名',
      '要約です。',
      '目標',
      '見出し',
      `本文の${code}です。`,
      '表\nv1.30',
      '行\n値',
      '注意書き',
      '中身です。',
      '説明',
      '説明です。',
      '一二',
    ]);
  });

  test('a source counts for its own paragraph or row only', () => {
    const found = prose('v1.30からです。<Ref id="a" />\n\nv1.31からです。\n').flatMap(checkVersions);
    expect(found.map(({ where }) => where)).toEqual(['c/a.mdx:8:1']);
  });

  test('comments of a manifest, with their lines', () => {
    expect(proseOfManifest('a/b.yaml', 'kind: Pod # 最小の単位\nmetadata:\n  name: "#x"\n')).toEqual([
      { where: 'manifests/a/b.yaml:1', text: '最小の単位', form: 'words' },
    ]);
  });
});
