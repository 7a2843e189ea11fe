/** Words that only parts loaded on demand show: they must not be in the script of every page (see strings.ja.ts). */

/** What is rarely done with a manifest. */
export const menu = {
  heredoc: 'ファイルを作らずに適用する形をコピー',
  part: (kind: string, name: string) => `${kind} ${name}だけをコピー`,
  wrap: '長い行を折り返す',
} as const;

/** The list of chapters on narrow screens. */
export const drawer = { close: '閉じる' } as const;

/** A diagram over the whole screen. */
export const picture = { close: '閉じる', larger: '拡大' } as const;

/** The list of keys. */
export const help = {
  title: 'キーボード操作',
  close: '閉じる',
  keys: [
    [['/', 'Ctrl K'], '検索を開く'],
    [['['], '前の章へ'],
    [[']'], '次の章へ'],
    [['?'], 'この一覧を開く'],
    [['Esc'], '開いているものを閉じる'],
    [['Tab'], '次のリンクやボタンへ'],
  ],
  note: '文字を入力しているあいだは働きません。',
} as const;

/** The page of what the site remembers. */
export const settings = {
  title: '設定と記録',
  lead: 'このサイトが覚えているのは下の5つだけで、このブラウザーの中にだけ保存します。どこにも送りません。',
  rows: [
    ['done', '読み終えた章'],
    ['last', '最後に開いた場所'],
    ['theme', '表示テーマ'],
    ['wrap', '長い行の折り返し'],
    ['tabs', '選んだタブ'],
  ],
  noScript: 'JavaScriptが使えないため、何も記録していません。',
  export: 'ファイルに書き出す',
  import: 'ファイルから読み込む',
  reset: 'すべて消す',
  file: '読み込むファイル',
  confirm: '読了の記録と設定をすべて消します。元に戻せません。',
  forgotten: 'すべて消しました。',
  imported: '読み込みました。',
  unreadable: 'このサイトが書き出したファイルではないため、読み込めません。',
  fileName: 'kubernetes-notes.json',
  chapters: (count: number) => `${count}章`,
  none: 'なし',
  on: 'する',
  off: 'しない',
  themes: { light: 'ライト', dark: 'ダーク', system: '端末に合わせる' },
} as const;

/** Shown by the search's own scripts. */
export const searchResults = {
  label: '検索',
  field: '検索する言葉',
  placeholder: '例：名前解決、CrashLoopBackOff、spec.selector',
  close: '閉じる',
  hint: '日本語、英語、フィールド名で探せます。↑↓で選び、Enterで開きます。',
  list: '検索結果',
  found: (query: string, count: number) => `「${query}」は${count}件見つかりました。`,
  nothing: (query: string) => `「${query}」は見つかりませんでした。別の言い方か、短い言葉で試してください。`,
  failed: '検索の準備ができませんでした。ページを読み込み直してください。',
} as const;
