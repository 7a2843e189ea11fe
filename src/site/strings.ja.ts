/** Every word of the interface. One export per area, so that the browser gets only the words it uses. */
export const site = {
  name: 'Kubernetes校正ノート',
  nameBreaks: ['Kubernetes', '校正ノート'],
  description: '古い学習ノートを1行ずつ確かめて書き直した、Kubernetesの日本語の解説です。',
  skip: '本文へ移動',
} as const;

export const header = {
  menu: '目次',
  search: '検索',
  theme: '表示テーマ',
} as const;

/** What readers look things up in: beside the chapters, on the home page, and at the foot of every page. */
export const reference = {
  title: '資料',
  links: [
    ['/errata/', '正誤表'],
    ['/glossary/', '用語集'],
    ['/manifests/', 'マニフェスト一覧'],
    ['/ledger/', '検証台帳'],
    ['/rules/', '検査の規則'],
  ],
} as const;

export const footer = {
  links: [
    ['/print/', '全章を印刷'],
    ['/offline/', 'オフラインで読む'],
    ['/settings/', '設定と記録'],
    ['/about/', 'このサイトについて'],
  ],
  keys: 'キーボード操作',
  licence: '文章はCC BY 4.0、コードとマニフェストはMITライセンスです。',
} as const;

export const chapter = {
  breadcrumbs: '現在の位置',
  contents: '目次',
  number: (n: number) => `第${n}章`,
  reading: (minutes: number) => `読了目安 ${minutes}分`,
  updated: '最終更新',
  verified: '最終検証',
  versions: '対象',
  errata: (count: number) => `正誤 ${count}件`,
  goals: 'この章でできること',
  requires: '先に読む章',
  sidebar: '章の一覧',
  sidebarErrata: (count: number) => `朱${count}`,
  sidebarLegend: '朱は、元のノートを訂正した数です。',
  onThisPage: 'このページ',
  anchor: 'この節へのリンク',
  top: 'ページの先頭',
  neighbours: '前後の章',
  previous: '前の章',
  next: '次の章',
  markdown: 'この章をMarkdownで読む',
} as const;

/** What a reader has read. Shown by scripts; `finish` is also in the page. */
export const progress = {
  finish: 'この章を読み終えた',
  finished: '読了しました',
  unfinished: '読了を取り消しました',
  mark: '読了',
} as const;

export const manifest = {
  copy: 'コピー',
  save: '保存',
  apply: '適用コマンドをコピー',
  marks: { linted: '検', expected: '誤', unchecked: '外', legacy: '旧' },
  linted: '検査済み',
  lintedNote: 'APIの定義と照合',
  expected: 'わざと誤りを含む例',
  expectedNote: '検査で見つかる指摘',
  unchecked: '道具の設定',
  uncheckedNote: 'その道具の定義と照合。クラスターには送りません',
  legacy: '旧い書き方',
  legacyNote: '今のKubernetesでは使えないため、コピーできません。',
  proven: 'のAPIサーバーで確認',
  read: 'の読み込みで確認',
  refused: 'のAPIサーバーが拒否',
  more: 'ほかの操作',
  times: (count: number) => `×${count}`,
  notes: (path: string) => `${path} の注記`,
  noteLine: (line: number) => `${line}行目`,
  compared: (from: string) => `${from} との違い`,
  copyNew: '新をコピー',
} as const;

/** The button of a long file; also shown by scripts. */
export const folding = { unfold: (lines: number) => `残りの${lines}行を表示`, fold: '折りたたむ' } as const;

export const terminal = {
  label: '端末',
  copy: 'コピー',
  exit: (code: number) => `終了コード ${code}`,
  recorded: (k8s: string, kubectl: string) => `Kubernetes v${k8s}・kubectl v${kubectl}で記録`,
  simulated: '模擬ノード',
  substituted: (used: string, real: string) => `${used}の代わりに${real}で実行`,
  notRecorded: '出力は載せていません。',
} as const;

export const erratum = {
  stamp: '朱',
  old: '旧',
  now: '新',
  since: '時期',
  sources: '根拠',
  proofs: '証拠',
  server: (version: string) => `v${version}のAPIサーバー`,
  refused: (by: string) => `旧：${by}が拒否`,
  found: (rule: string) => `旧：検査${rule}が指摘`,
  accepted: (by: string, path: string) => `新：${by}が${path}を受け入れ`,
  tried: (title: string, version: string) => `実行：「${title}」（v${version}）`,
  copy: 'コピー',
  severity: { breaks: '動かない', misleads: '誤解を招く', cosmetic: '表記' },
} as const;

export const callout = { note: '補足', point: '要点', warning: '注意', deprecated: '廃止' } as const;

export const steps = { check: '確認' } as const;

export const tabs = { name: '環境を選ぶ' } as const;

export const tree = { name: 'ファイルの構成' } as const;

export const glossary = {
  title: '用語集',
  lead: 'この本に出てくる言葉を、ひとことで説明します。日本語、英語、別の書き方のどれでも検索で見つかります。',
  more: '用語集で見る',
  aliases: '別の書き方',
  read: (title: string) => `「${title}」で読む`,
  index: '頭文字',
} as const;

export const resourceTable = {
  kind: '種類（短縮名）',
  facts: '役目、apiVersion、置き場所',
  scopes: { namespaced: '名前空間の中', cluster: '名前空間の外' },
} as const;

export const quiz = { name: '確認問題', answer: '答えを見る' } as const;

export const sources = { title: '出典', mark: (n: number) => `出典${n}` } as const;

export const home = {
  title: '古いノートに|朱を入れた|Kubernetesの本',
  lead: '古い学習ノートを1行ずつ確かめ、今のKubernetesに合わせて書き直した日本語の解説です。',
  sub: '載せているマニフェストは検査を通った実ファイルで、そのままコピーして使えます。',
  evidence: '検証の記録',
  figures: {
    manifests: 'マニフェスト',
    manifestsNote: (wrong: number) => `ほかに、断られることを見せる例が${wrong}`,
    minors: '対象のKubernetes',
    minorsNote: (releases: string) => `${releases}のAPIサーバーで確認`,
    sessions: '端末の記録',
    sessionsNote: '実行したコマンドと、その出力',
    errata: '正誤',
    errataNote: '元のノートからの訂正',
    verified: '最終検証',
  },
  ledger: '検証台帳を見る',
  newest: '新しい正誤',
  allErrata: '正誤表を見る',
  start: 'ここから読む',
  tasks: 'したいことから章を探す',
  contents: '目次',
  contentsErrata: (count: number) => `朱${count}`,
  legend: 'は、元のノートを訂正した数です。',
} as const;

/** The offer to keep the site on the device, on the home page. The figure is written after the build. */
export const keep = {
  title: 'オフラインで読む',
  lead: 'ネットワークのない場所でも、全ページ、検索、マニフェストを使えます。',
  size: ['通信は約', 'です。'],
  save: 'この端末に保存する',
  more: 'くわしい説明とZIP版',
  both: 'ネットワークのない部屋や電車の中でも、全ページを読み、検索し、マニフェストをコピーできます。この端末に保存する方法と、パソコン用のZIPの2つがあります。',
  zip: 'ZIPをダウンロード',
  hash: 'SHA-256：',
  noScript: 'この端末に保存するにはJavaScriptが必要です。ZIPは、なくても使えます。',
} as const;

export const search = {
  title: '検索',
  label: '検索する言葉',
  hint: '日本語、英語、フィールド名（spec.selectorなど）で探せます。',
  submit: '検索',
  noScript: '検索にはJavaScriptが必要です。目次から探してください。',
  toContents: '目次を見る',
} as const;

export const notFound = {
  title: 'ページが見つかりません',
  body: 'アドレスが違うか、ページがなくなっています。検索するか、下の一覧から選んでください。',
  near: 'もしかして',
  chapters: '章の一覧',
} as const;

/** Shown by scripts in the browser. */
export const client = {
  copied: 'コピーしました',
  copiedWithUrl: 'コピーしました。ファイル名はURLに置き換えました。',
  failed: 'コピーできません。文字を選んでコピーしてください。',
} as const;

/** `['1.35', '1.36', '1.37']` → `v1.35–v1.37`; minors that do not follow each other are listed. */
export function minorRange(minors: readonly string[]): string {
  const numbers = minors.map(minor => Number(minor.split('.')[1]));
  const isRun = numbers.length > 2 && numbers.every((n, i) => i === 0 || n === (numbers[i - 1] ?? 0) + 1);
  const names = minors.map(minor => `v${minor}`);
  return isRun ? `${names[0]}–${names.at(-1)}` : names.join('・');
}

/** The button of a diagram; a script adds it. */
export const zoom = '全画面で見る';

/** Under a diagram whose every arrow was tried with a real request. */
export const provenArrows = ({ arrows, k8s, date }: { arrows: number; k8s: string; date: string }) =>
  `矢印${arrows}本を、実ノードへの要求で確認（v${k8s}、${date}）`;

export const feed = {
  title: '更新と正誤',
  chapter: (n: number, title: string) => `第${n}章「${title}」を更新`,
  erratum: (id: string, title: string) => `正誤 ${id.toUpperCase()}：${title}`,
} as const;

export const errataList = {
  title: '正誤表',
  lead: '元のノートの記述のうち、今は成り立たないもの、初めから誤っていたものの一覧です。旧と新を並べ、根拠を示します。',
  place: '本文で読む',
  filter: '種類で絞り込む',
  all: 'すべて',
  chapters: '章ごとの正誤',
  unwritten: 'これから書く章',
} as const;

export const catalogue = {
  title: 'マニフェスト一覧',
  lead: 'この本で配っている実ファイルの一覧です。章から、種類から、Kubernetesの版から探せます。',
  byChapter: '章から探す',
  byKind: '種類から探す',
  byMinor: 'Kubernetesの版から探す',
  other: 'その他',
  raw: (path: string) => `${path} を開く`,
  minor: (minor: string, count: number) => `v${minor}で検査済み：${count}ファイル`,
  all: 'すべてのファイルが対象です。',
  except: '次のファイルを除くすべてです。',
  index: '機械で読める一覧（JSON）',
  legacy: '旧い書き方の例（今は使えません）',
} as const;

export const ledger = {
  title: '検証台帳',
  lead: 'この本のマニフェストを、そのバイトのまま本物のAPIサーバーに送り、答えを記録した台帳です。端末の記録、図の経路、正誤の証拠も並べます。',
  manifests: 'マニフェスト',
  sessions: '端末の記録',
  routes: '図の経路',
  routesLead: '図の矢印1本ずつに、実ノードで本物の要求を送った結果です。',
  routeChapter: 'この図のある章',
  routeNote: (k8s: string, date: string) => `v${k8s}・${date}`,
  index: '機械で読める台帳（JSON）',
  summary: (
    { inUse, wrong, sent, read }: Record<'inUse' | 'wrong' | 'sent' | 'read', number>,
    releases: string,
  ) =>
    `マニフェストは${inUse + wrong}ファイルです。${inUse}は使うためのもの、${wrong}は断られるか指摘が出ることを見せる例です。${sent}ファイルを${releases}のAPIサーバーに送りました。${read > 0 ? `残りの${read}はkindなどの道具の設定で、その道具の定義と照合しました。` : ''}`,
  unverified: (minors: string) =>
    `サポート中の${minors}は、APIサーバーを手元で組み立てられないため、確かめていません。組み立てられる版が出れば、「npm run verify -- --k8s 版」だけで加わります。`,
  how: '章の名前を開くと、ファイルごとの答えと、繰り返すためのコマンドが出ます。コマンドはmanifests/フォルダーで実行します。リポジトリでは「npm run verify -- ファイル名」です。',
  accepted: '受け入れ',
  rejected: '拒否',
  lint: 'APIサーバーは受け入れますが、検査で指摘が出ます。',
  warning: '警告',
  applied: '実際に適用',
  condition: '確かめた状態',
  unverifiable: 'APIサーバーでは確かめられません。',
  loader: (name: string) => `APIサーバーに送るファイルではないので、${name}で確かめました。`,
  unrecorded: 'まだ確かめていません。',
  lab: { simulated: '模擬ノード', node: '実ノード', cluster: '別のクラスター' },
  substituted: (used: string, real: string) => `${used}の代わりに${real}`,
  recordedSessions: (count: number) => `${count}件を記録`,
  sessionCommand: (slug: string) => `npm run record -- ${slug}`,
  notRecorded: '記録していないもの',
} as const;

export const about = {
  notes: '元になったノート',
  noteColumns: ['ノートの節', '書き直した章'],
} as const;

export const printPage = {
  title: '全章を印刷',
  lead: 'すべての章を1ページにまとめました。ブラウザーの印刷機能で、紙やPDFにできます。',
} as const;

/** The pages of the lint rules. */
export const rulePages = {
  title: '検査の規則',
  lead: 'マニフェスト、コマンド、原稿を調べる規則の一覧です。規則ごとに、見つけるもの、困る理由、直し方、悪い例と良い例を載せています。',
  filter: '重さで絞り込む',
  all: 'すべて',
  levels: { error: 'エラー', warning: '警告', info: 'ヒント' },
  levelNotes: {
    error: 'このままでは受け付けられないか、動きません。',
    warning: '受け付けられますが、思ったとおりには動きません。',
    info: '動きますが、後で困ることがあります。',
  },
  jumps: 'まとまり',
  groups: {
    form: '書き方',
    names: '名前とラベル',
    pods: 'Pod',
    workloads: 'ワークロード',
    network: 'ネットワーク',
    config: '設定と権限',
    storage: 'ストレージ',
    cluster: 'クラスターの管理と拡張',
    sets: 'オブジェクトどうしの関係',
    commands: 'コマンド',
    site: '原稿',
    other: 'そのほか',
  },
  position: '現在の位置',
  remedy: '直し方',
  bad: '悪い例',
  good: '良い例',
  findings: 'この例で見つかる指摘',
  line: (line: number) => `${line}行目`,
  minor: (minor: string) => `Kubernetes v${minor}として検査`,
  facts: '規則の情報',
  level: '重さ',
  kinds: '対象の種類',
  versions: '対象の版',
  everyVersion: 'すべて',
  since: (minor: string) => `v${minor}から`,
  until: (minor: string) => `v${minor}まで`,
  between: (since: string, until: string) => `v${since}からv${until}まで`,
  source: '根拠',
  errata: 'この誤りを直した正誤',
} as const;
