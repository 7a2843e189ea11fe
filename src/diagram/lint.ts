import { DIAGRAM_TYPES, NODE_CLASSES } from './config.ts';
import type { Finding } from './finding.ts';
import type { Source, SourceLine } from './source.ts';

type Language = 'flowchart' | 'sequence';

interface Rule {
  /** Where it applies; everywhere when left out. */
  language?: Language;
  /** Matched on a line of code; `$1` is what the message quotes. */
  pattern: RegExp;
  /** Match on the line with the text between double quotes emptied: for rules about syntax, not about labels. */
  outsideQuotes?: true;
  why: string;
  fix: string;
}

const USE_CLASS = `決まったクラスを使ってください: ${Object.keys(NODE_CLASSES).join('、')}（例: \`pod("Pod"):::k-pod\`）。`;

const RULES: readonly Rule[] = [
  {
    language: 'flowchart',
    pattern: /^\s*(classDef|class|style|linkStyle|click|href)\b/,
    why: '色と線はサイト全体のスタイルシートだけで決め、明暗の両テーマに合わせています。',
    fix: USE_CLASS,
  },
  {
    pattern: /(%%\{)/,
    why: 'Mermaid の設定は src/diagram/config.ts の1か所だけです。',
    fix: 'この行を消してください。',
  },
  {
    pattern: /^(---)\s*$/,
    why: 'Mermaid の設定は src/diagram/config.ts の1か所だけです。',
    fix: '図の先頭の設定（--- から --- まで）を消してください。',
  },
  {
    language: 'flowchart',
    pattern: /(\(\[|@\{)/,
    outsideQuotes: true,
    why: 'この形は手書き風の線で描かれ、1個で43 KBになります。',
    fix: '`id["箱"]`、`id("Pod"):::k-pod`、`id[("保存先")]` を使ってください。',
  },
  {
    pattern: /(#\w+;)/,
    why: '文字参照は置き換えられず、そのままの文字で図に出ます。',
    fix: '文字をそのまま書いてください。`"` は `”` に替えてください。',
  },
  {
    pattern: /(<(?!br\s*\/?>)[a-z/!][^>]*>?)/i,
    why: 'ラベルは HTML ではなく文字です。タグは消えます。',
    fix: '改行の `<br/>` だけが使えます。`<名前>` は `＜名前＞` と書いてください。',
  },
  {
    pattern: /(\bfa[bklrs]?:fa-|\$\$)/,
    why: 'アイコンと数式は外部のファイルか HTML を必要とします。',
    fix: '文字で書いてください。',
  },
  {
    language: 'flowchart',
    pattern: /(?:^|[\s&;])([^\s&;|"[({]+[[({][[({/\\]*)(?!["[({/\\])/,
    outsideQuotes: true,
    why: '括弧や記号を含むラベルは、引用符がないと構文エラーになります。',
    fix: 'ラベルを必ず二重引用符で囲んでください（例: `a["Pod (2)"]`）。',
  },
  {
    language: 'flowchart',
    pattern: /(\|(?!"")[^|]*\|)/,
    outsideQuotes: true,
    why: '括弧や記号を含むラベルは、引用符がないと構文エラーになります。',
    fix: '線のラベルを必ず二重引用符で囲んでください（例: `a -->|"読み書き"| b`）。',
  },
  {
    language: 'sequence',
    pattern: /(#)/,
    why: 'シーケンス図では `#` から行末までがコメントになり、黙って消えます。',
    fix: '全角の `＃` を使ってください。',
  },
  {
    language: 'sequence',
    pattern: /^\s*(actor|box|create|destroy|details|links?|properties|rect)\b/,
    why: '人の形、背景色、リンクは、このサイトの図では使いません。',
    fix: '`participant`、`Note over`、`alt`、`opt`、`loop`、`par` で書いてください。',
  },
];

/** Checks a diagram before it is drawn: type, title and description, and constructs that must not be used. */
export function lint(source: Source): Finding[] {
  const [first] = source.code;
  const language = first && languageOf(first.text);
  if (!language) return [unknownType(first)];
  const findings = source.code.flatMap(line => [...lintLine(line, language)]);
  const missing = missingTexts(source, first.line);
  return [...missing, ...findings];
}

/** The diagram type of a first line, `undefined` when it is not one of {@link DIAGRAM_TYPES}. */
function languageOf(text: string): Language | undefined {
  const type = DIAGRAM_TYPES.find(type => text.trim() === type);
  if (!type) return undefined;
  return type === 'sequenceDiagram' ? 'sequence' : 'flowchart';
}

function unknownType(first: SourceLine | undefined): Finding {
  return {
    line: first?.line ?? 1,
    what: first ? `図の種類「${first.text.trim()}」は使えません。` : '図が空です。',
    why: '文字の幅を正しく計算できる種類だけを使います。',
    fix: `${DIAGRAM_TYPES.map(type => `\`${type}\``).join('、')} のどれかだけを、最初の行に書いてください。`,
  };
}

function* missingTexts({ title, description }: Source, line: number): Generator<Finding> {
  const why = '図を見られない読者と検索のために、文章が要ります。';
  if (!title)
    yield {
      line,
      what: 'accTitle がありません。',
      why,
      fix: '2行目に `accTitle: 図の題名` を書いてください。',
    };
  if (!description) {
    const fix = '`accDescr { … }` に、図の代わりになる文章を書いてください。';
    yield { line, what: 'accDescr がありません。', why, fix };
  }
}

/** At most one finding a line: what else a line seems to break mostly follows from the first. */
function* lintLine({ line, text }: SourceLine, language: Language): Generator<Finding> {
  const bare = text.replace(/"[^"]*"/g, '""');
  for (const rule of RULES) {
    if (rule.language && rule.language !== language) continue;
    const match = rule.pattern.exec(rule.outsideQuotes ? bare : text);
    if (!match) continue;
    yield { line, what: `「${match[1]?.trim()}」は使えません。`, why: rule.why, fix: rule.fix };
    return;
  }
  const names =
    language === 'flowchart' ? [...bare.matchAll(/:::([\w-]*)/g)].map(match => match[1] ?? '') : [];
  const unknown = names.find(name => !Object.hasOwn(NODE_CLASSES, name));
  if (unknown === undefined) return;
  yield {
    line,
    what: `クラス「${unknown}」はありません。`,
    why: '色のない箱になってしまいます。',
    fix: USE_CLASS,
  };
}
