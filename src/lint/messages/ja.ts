import { kindJa } from './kind-ja.ts';
import { objectJa } from './object-ja.ts';
import type { EngineCatalogue, Expected, Got } from './params.ts';
import { setJa } from './set-ja.ts';
import { firstOf, shorten } from './shorten.ts';

const kinds: Record<Expected, string> = {
  map: 'マップ（キー: 値）',
  list: 'リスト（- で始まる並び）',
  s: '文字列',
  y: '文字列（base64）',
  d: '日時の文字列',
  i: '整数',
  l: '整数',
  f: '数',
  b: '真偽値（true か false）',
  q: '量（500m、128Mi など）',
  x: '整数か文字列',
};

function got({ kind, value, source }: Got): string {
  const written =
    source === undefined ? '' : `（${shorten(source)} は${kind === 'bool' ? '真偽値' : '数'}と読まれます）`;
  switch (kind) {
    case 'map':
      return 'マップ';
    case 'list':
      return 'リスト';
    case 'null':
      return 'null';
    case 'bool':
      return `真偽値 ${value}${written}`;
    case 'string':
      return `文字列 "${shorten(value)}"`;
    default:
      return `数 ${value}${written}`;
  }
}

/** YAML の間違いの種類ごとの説明。ここにないものは構文解析器の英文をそのまま示す。 */
const syntax: Record<string, readonly [string, string]> = {
  BAD_INDENT: ['字下げがそろっていません', '同じ階層のキーは、同じ数の空白で始めます'],
  TAB_AS_INDENT: ['字下げにタブがあります', 'タブを空白に置き換えます'],
  MISSING_CHAR: [
    '引用符、かっこ、コロンのどれかが足りません',
    'この行と前の行で、開いたままの " や { がないか確かめます',
  ],
  BLOCK_AS_IMPLICIT_KEY: ['1 行の値の中に、さらにキーがあります', '「: 」を含む値は引用符で囲みます'],
  MULTILINE_IMPLICIT_KEY: ['キーの後にコロンがありません', '「キー: 値」の形にします'],
  BAD_SCALAR_START: ['引用符なしでは始められない文字です', '値全体を引用符で囲みます'],
  UNEXPECTED_TOKEN: ['ここには書けないものがあります', 'かっこの数と、- や : の位置を確かめます'],
  BAD_DQ_ESCAPE: ['"" の中の \\ の使い方が正しくありません', "\\ をそのまま書くときは '' で囲みます"],
  BAD_ALIAS: ['* で始まる名前が正しくありません', '* で始まる文字列は引用符で囲みます'],
  BLOCK_IN_FLOW: ['{ } や [ ] の中に、- や改行で区切る書き方があります', 'かっこの中では , で区切ります'],
};

/** 指摘の文。ですます体で書き、直し方があれば 2 番目に置く。 */
export const ja: EngineCatalogue = {
  syntax: ({ code, reason }) => {
    const [message, hint] = syntax[code] ?? [`YAML として読めません: ${reason}`, ''];
    return hint ? [message, hint] : message;
  },
  directive: () => ['%YAML などの指示は、kubectl では使えません', 'この行を消します'],
  'control-character': ({ code }) => [
    `制御文字（${code}）があります`,
    '文字を消すか、"" の中でエスケープします',
  ],
  characters: ({ limit }) => `${limit} 文字を超えるので検査しません`,
  documents: ({ limit }) => `ドキュメントが ${limit} 個を超えるので、ここから先は検査しません`,
  depth: ({ limit }) => `入れ子が ${limit} 段を超えるので検査しません`,
  nodes: ({ limit }) => `値が ${limit} 個を超えるので、ここから先は検査しません`,
  findings: ({ limit }) => `指摘が ${limit} 件を超えました。残りは省きます`,
  'duplicate-key': ({ key, line }) => [
    `キー「${shorten(key)}」は ${line} 行目にもあります`,
    'kubectl は黙って後の値だけを使います。どちらかを消します',
  ],
  'alias-unknown': ({ name }) => [
    `アンカー &${shorten(name)} がありません`,
    '* で始まる文字列なら、引用符で囲みます',
  ],
  'alias-self': ({ name }) => `アンカー &${shorten(name)} が自分自身を含んでいます`,
  'alias-many': ({ limit }) => `エイリアスを広げると ${limit} 個を超えるので検査しません`,
  merge: () => '<< に書けるのは、マップかマップのリストだけです',
  'key-null': () => ['キーが空です', '「キー: 値」の形にします'],
  'key-not-scalar': () => ['キーには文字列だけを書けます', '{{ }} のようなテンプレートなら、先に展開します'],
  number: ({ source }) => [`${shorten(source)} は JSON で表せない数です`, '文字列なら引用符で囲みます'],
  template: () => [
    'テンプレート（{{ … }}）なので、このままでは YAML ではありません',
    'helm template などで展開した結果を検査します',
  ],
  'not-an-object': ({ got: value }) => [
    `オブジェクトではなく${got(value)}です`,
    'apiVersion と kind のあるマップにします',
  ],
  'apiversion-missing': () => ['apiVersion がありません', '例: apiVersion: apps/v1'],
  'kind-missing': () => ['kind がありません', '例: kind: Deployment'],
  'unknown-kind': ({ kind, apiVersion, elsewhere, near }) => [
    `${apiVersion} に ${shorten(kind)} という kind はありません`,
    elsewhere.length > 0
      ? `${kind} の apiVersion は ${elsewhere.join(' か ')} です`
      : near
        ? `${near} の間違いではありませんか`
        : '',
  ],
  removed: ({ kind, apiVersion, removedIn, elsewhere }) => [
    `${apiVersion} の ${kind} は ${removedIn} で廃止されました`,
    elsewhere.length > 0
      ? `apiVersion を ${elsewhere.join(' か ')} にし、変わったフィールドを直します`
      : '代わりの kind はありません',
  ],
  'too-new': ({ kind, apiVersion, since, minor, elsewhere }) => [
    `${apiVersion} の ${kind} は ${minor} にはまだありません（${since} から）`,
    elsewhere.length > 0 ? `${minor} では ${elsewhere.join(' か ')} です` : '',
  ],
  'off-by-default': ({ kind, apiVersion, minor, elsewhere }) => [
    `${apiVersion} の ${kind} は、${minor} の既定の設定では使えません`,
    elsewhere.length > 0
      ? `${minor} では ${elsewhere.join(' か ')} を使えます`
      : 'API サーバーの --runtime-config で有効にします',
  ],
  deprecated: ({ kind, apiVersion, removedIn, elsewhere }) => [
    `${apiVersion} の ${kind} は非推奨です${removedIn ? `（${removedIn} で廃止）` : ''}`,
    elsewhere.length > 0 ? `${elsewhere.join(' か ')} に移ります` : '',
  ],
  'not-checked': ({ kind, apiVersion }) =>
    `${shorten(apiVersion)} の ${shorten(kind)} は組み込みの API ではないので、中身は検査しません`,
  'not-kubernetes': () => 'apiVersion も kind もないので、Kubernetes のマニフェストとしては検査しません',
  'unknown-minor': ({ minor, known }) => [
    `Kubernetes ${shorten(minor)} のデータがありません`,
    `使える版: ${known}`,
  ],
  'unknown-field': ({ field, near, elsewhere }) => [
    `「${shorten(field)}」というフィールドはありません`,
    near
      ? `${near} の間違いではありませんか`
      : elsewhere
        ? `${elsewhere} の位置に書くフィールドです。字下げを確かめます`
        : '',
  ],
  'field-version': ({ field, minor, exists }) => [
    `フィールド「${field}」は ${minor} にはありません`,
    `${exists} にあります`,
  ],
  type: ({ expected, got: value }) => [
    `${kinds[expected]}を書くところに${got(value)}があります`,
    typeHint(expected, value),
  ],
  enum: ({ value, allowed }) => [`「${shorten(value)}」は使えない値です`, `使える値: ${firstOf(allowed)}`],
  range: ({ value, bits }) => `${shorten(value)} は ${bits} ビットの整数に収まりません`,
  quantity: ({ value }) => [
    `「${shorten(value)}」は量として読めません`,
    '例: 500m、1、1.5、128Mi、1Gi（単位の後に B は付けません）',
  ],
  base64: () => ['base64 として読めません', 'そのままの文字列なら stringData に書きます'],
  time: ({ value, micro }) => [
    `「${shorten(value)}」は日時として読めません`,
    `例: "2026-01-31T09:00:00${micro ? '.000000' : ''}Z"`,
  ],
  required: ({ field, empty, enforced }) => [
    empty ? `「${field}」が空です` : `「${field}」がありません`,
    enforced
      ? empty
        ? '空の値は、書かないのと同じに扱われます'
        : '必須のフィールドです'
      : 'スキーマでは必須ですが、API サーバーは調べません',
  ],
  'namespace-ignored': ({ kind }) => [
    `${kind} は名前空間に属さないので、namespace は無視されます`,
    'この行を消します',
  ],
  ...objectJa,
  ...kindJa,
  ...setJa,
  'fence-fragment': ({ fragment }) => [
    `fragment=${shorten(fragment)} にあたるフィールドがありません`,
    '例: fragment=Pod:spec.containers',
  ],
};

function typeHint(expected: Expected, { kind, source, value }: Got): string {
  const stringWanted = expected === 's' || expected === 'y' || expected === 'd';
  if (stringWanted && kind !== 'map' && kind !== 'list')
    return `引用符で囲みます: "${shorten(source ?? value)}"`;
  if (kind === 'string' && source === undefined && ['i', 'l', 'f', 'b'].includes(expected))
    return '引用符を外し、値そのものを書きます';
  if (expected === 'list' && kind === 'map') return '各要素を「- 」で始めます';
  return '';
}
