import { type Locale, minors } from '../../src/lint/index.ts';
import { formatRanges } from '../../src/lint/output/text.ts';

/** Why a run could not do what was asked. */
export interface Mistakes {
  usage: { reason: string };
  choice: { option: string; value: string; allowed: readonly string[] };
  minor: { value: string };
  missing: { path: string };
  unreadable: { path: string; reason: string };
  special: { path: string };
  rule: { id: string; near: string | undefined };
}

type Catalogue = { [Id in keyof Mistakes]: (params: Mistakes[Id]) => string };

const known = () => formatRanges(minors(), minors());

const ja: Catalogue = {
  usage: ({ reason }) => `引数を読めません: ${reason}（--help で使い方を見られます）`,
  choice: ({ option, value, allowed }) =>
    `${option} に ${value} は使えません。${allowed.join('、')} から選びます`,
  minor: ({ value }) => `Kubernetes ${value} の定義はありません。あるもの: ${known()}`,
  missing: ({ path }) => `${path} というファイルもフォルダーもありません`,
  unreadable: ({ path, reason }) => `${path} を読めません（${reason}）`,
  special: ({ path }) => `${path} は普通のファイルではないので読みません`,
  rule: ({ id, near }) =>
    `${id} という規則はありません${near ? `。${near} のことですか` : ''}（--list-rules で一覧）`,
};

const en: Catalogue = {
  usage: ({ reason }) => `cannot read the arguments: ${reason} (--help shows the usage)`,
  choice: ({ option, value, allowed }) =>
    `${option} does not take ${value}: choose one of ${allowed.join(', ')}`,
  minor: ({ value }) => `no definitions of Kubernetes ${value}; there are those of ${known()}`,
  missing: ({ path }) => `${path}: no such file or folder`,
  unreadable: ({ path, reason }) => `cannot read ${path} (${reason})`,
  special: ({ path }) => `${path} is not a regular file, so it is not read`,
  rule: ({ id, near }) => `no rule ${id}${near ? `; did you mean ${near}?` : ''} (--list-rules shows all)`,
};

/** The run could not do what was asked: one sentence on standard error, exit code 2. */
export class Mistake<Id extends keyof Mistakes = keyof Mistakes> extends Error {
  readonly id: Id;
  readonly params: Mistakes[Id];

  constructor(id: Id, params: Mistakes[Id]) {
    super(id);
    this.name = 'Mistake';
    this.id = id;
    this.params = params;
  }
}

/** The sentence for a mistake. */
export function sentence({ id, params }: Mistake, locale: Locale): string {
  // `id` and `params` belong together by the constructor's signature.
  return { ja, en }[locale][id](params as never);
}

/** How the command is used. */
export function usage(locale: Locale): string {
  const range = known();
  return locale === 'ja'
    ? `npm run --silent lint -- [パス...|-] [オプション]

  パス                                ファイルかフォルダー。- は標準入力。なければ、このサイトのすべて
  --k8s 1.36                          検査する版（${range}）。1.34,1.36、1.30-1.36、all も書ける
  --set                               渡したファイルを、まとめて適用する 1 組とみなす
  --format text|json|sarif|github     出力の形（text）
  --locale ja|en                      メッセージの言語（ja）
  --list-rules                        規則の一覧
  --explain ID                        規則の説明

  終了コード: 0 エラーなし、1 エラーあり、2 検査できなかった`
    : `npm run --silent lint -- [paths...|-] [options]

  paths                               files or folders; - is standard input; none: everything of this site
  --k8s 1.36                          minors to check (${range}); also 1.34,1.36, 1.30-1.36 or all
  --set                               the files are applied together
  --format text|json|sarif|github     output (text)
  --locale ja|en                      language of messages (ja)
  --list-rules                        every rule
  --explain ID                        what a rule means

  exit code: 0 no error, 1 errors found, 2 could not run`;
}
