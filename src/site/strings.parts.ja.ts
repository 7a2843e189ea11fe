/** Words that only parts loaded on demand show: they must not be in the script of every page (see strings.ja.ts). */

/** What is rarely done with a manifest. */
export const menu = {
  heredoc: 'ファイルを作らずに適用する形をコピー',
  part: (kind: string, name: string) => `${kind} ${name}だけをコピー`,
  wrap: '長い行を折り返す',
} as const;

/** The first link of the home page, for a reader who has been here. */
export const resume = { resume: '続きから読む', next: '次に読む章' } as const;

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
  lead: 'このサイトが覚えているのは下のものだけで、このブラウザーの中にだけ保存します。どこにも送りません。',
  rows: [
    ['done', '読み終えた章'],
    ['last', '最後に開いた場所'],
    ['theme', '表示テーマ'],
    ['wrap', '長い行の折り返し'],
    ['tabs', '選んだタブ'],
    ['searches', '最近の検索'],
  ],
  choices: [
    ['slash', '「/」キーで検索を開く'],
    ['recent', '最近の検索を覚える'],
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
  hint: '日本語、英語、エラーの文、フィールド名、コマンドで探せます。',
  keys: [
    ['↑↓', '選ぶ'],
    ['Enter', '開く'],
    ['Ctrl Enter', '新しいタブで開く'],
    ['Esc', '消す・閉じる'],
  ],
  list: '検索結果',
  loading: '索引を読み込んでいます…',
  all: 'すべて',
  narrow: '種類で絞り込む',
  kinds: 'オブジェクトの種類で絞り込む',
  facets: {
    text: '本文',
    manifest: 'マニフェスト',
    erratum: '正誤',
    term: '用語',
    command: 'コマンド',
    rule: 'ルール',
  },
  found: (count: number) => `${count}件見つかりました。`,
  without: (missing: readonly string[]) => `${quote(missing)}はこのサイトにないため、除いて探しました。`,
  partial: 'すべての言葉を含む場所はないため、近いものを並べています。',
  nothing: (query: string) => `「${query}」は見つかりませんでした。別の言い方か、短い言葉で試してください。`,
  nothingHere: (query: string) => `「${query}」は、この種類にはありません。`,
  repaired: (repairs: readonly (readonly [string, string])[]) =>
    `${quote(repairs.map(([, searched]) => searched))}で検索しています。`,
  asTyped: '入力したとおりに検索する',
  spoken: (count: number, first: string) => `${count}件中、1件目：${first}`,
  more: 'さらに表示',
  unfold: (count: number) => `このページのほか${count}件`,
  recent: '最近の検索',
  forget: '消す',
  suggested: '検索の例',
  suggestions: ['名前解決', 'CrashLoopBackOff', 'kubectl rollout undo', 'spec.selector', '--record'],
  shorter: '言葉を減らして検索',
  otherWays: 'ページの下にある目次、用語集、正誤表からも探せます。',
  toGlossary: '用語集',
  toContents: '目次',
  toErrata: '正誤表',
  failed: '検索の索引を読み込めませんでした。通信を確かめて、もう一度入力してください。目次からも探せます。',
  marks: '検索した言葉に印を付けています。',
  clearMarks: '印を消す',
} as const;

function quote(words: readonly string[]): string {
  return words.map(word => `「${word}」`).join('、');
}

/** The offline copy: its panel and the notice of a new version. */
export const offline = {
  title: 'この端末に保存',
  close: '閉じる',
  save: 'この端末に保存する',
  resume: '続きから保存する',
  again: 'もう一度試す',
  verify: '点検する',
  remove: '消す',
  manage: '保存した内容を見る',
  more: 'くわしい説明とZIP版',
  bar: '保存の進み具合',
  asking: '確かめています。',
  offer: (wire: string, bytes: string) =>
    `すべてのページ、検索、マニフェストを保存します。通信は約${wire}、使う領域は約${bytes}です。`,
  saver: 'データ節約モードがオンになっています。',
  partly: '途中まで保存してあります。続きから保存できます。',
  preparing: '準備しています。',
  saving: (done: string, total: string) => `保存しています。${total}のうち${done}が終わりました。`,
  background: 'この画面を閉じても、ページを開いているあいだは続きます。',
  saved: 'この端末に保存してあります。ネットワークがなくても、すべてのページと検索を使えます。',
  checking: 'すべてのファイルを読み直しています。',
  verified: (sound: number) => `${sound}件を点検し、すべて正常でした。`,
  repaired: (sound: number, repaired: number) =>
    `${sound}件は正常でした。壊れていた${repaired}件を直しました。`,
  missing: (names: readonly string[]) =>
    `${names.length}件が足りません。ネットワークにつないで、もう一度点検してください：${names.slice(0, 5).join('、')}`,
  removed: '保存したデータを消しました。',
  failed: {
    space: '空き容量が足りないため、保存できませんでした。途中のデータは消しました。',
    network: '通信が途切れました。終わった分は残してあるので、続きから再開できます。',
    mixed: 'サイトが更新されている途中のようです。少し待ってから、もう一度試してください。',
  },
  unsupported: 'このブラウザーか接続では保存できません（httpsが必要です）。代わりにZIP版を使えます。',
  refused: 'ブラウザーの設定で保存が禁止されています。Cookieやサイトデータを許可すると使えます。',
  withdrawn: '今の版では、端末への保存を提供していません。',
  update: '新しい版を保存しました。',
  apply: '更新して読み込む',
  updated: '別のタブで新しい版に更新されました。',
  reload: '再読み込み',
  later: 'あとで',
} as const;
