import type { Style } from '../schemas/style.ts';
import type { Problem } from '../site/error.ts';
import { code, type Prose } from './prose.node.ts';

const file = 'src/data/style.yaml';
const japanese = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々、。（）「」';
const latin = `A-Za-z0-9${code}`;

/** What is written the same way everywhere, whatever the words: `found` is quoted in the message. */
const forms: { found: RegExp; what: string; fix: string }[] = [
  {
    found: new RegExp(`[${japanese}][ \\u3000]+[${latin}]|[${latin}][ \\u3000]+[${japanese}]`, 'u'),
    what: '和文と欧文の間に空白があります',
    fix: '空白を消してください。間隔はスタイルシートが付けます。',
  },
  {
    found: new RegExp(`[${japanese}][ \\u3000]+[${japanese}]`, 'u'),
    what: '和文の中に空白があります',
    fix: '空白を消してください。',
  },
  {
    found:
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー](?:[,.!?;()]|:(?!\d))|[!?;()][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
    what: '和文の中に半角の約物があります',
    fix: '、。！？：（）を全角で書いてください。',
  },
  {
    found: /[Ａ-Ｚａ-ｚ０-９]/u,
    what: '全角の英数字があります',
    fix: '半角で書いてください。',
  },
  { found: /[\uFF61-\uFF9F]/u, what: '半角のカタカナがあります', fix: '全角で書いてください。' },
];

/** Endings of a sentence in です・ます; code, and what stands in brackets, may end one too. */
const polite = new RegExp(
  `(?:です|ます|ません|でした|ました|ましょう|でしょう|ください|ですか|ますか|ませんか|${code})$`,
  'u',
);

/** Checks one text against the style: spelling, marks and spaces, and for sentences their length and ending. */
export function checkStyle(prose: Prose, { words, sentence }: Style): Problem[] {
  const problems: Problem[] = [];
  const report = (what: string, why: string, fix: string) =>
    problems.push({ where: prose.where, what, why, fix });
  for (const { not, use } of words) {
    const found = new RegExp(not, 'u').exec(prose.text)?.[0];
    if (found)
      report(
        `「${found}」と書かれています。`,
        `表記は1つに決めています（${file}）。`,
        `「${use}」と書いてください。`,
      );
  }
  for (const { found, what, fix } of forms) {
    const match = found.exec(prose.text);
    if (match) report(`${what}:「${around(prose.text, match.index)}」`, '表記を全ページでそろえます。', fix);
  }
  if (prose.form === 'words') return problems;
  for (const text of prose.text.split(/(?<=。)(?![^（]*）)/u)) {
    const said = text.trim();
    if (said.length > sentence.max)
      report(
        `${said.length}文字の文があります:「${said.slice(0, 24)}…」`,
        `1文は${sentence.max}文字までにしています（${file}）。`,
        '2つの文に分けてください。',
      );
    const bare = said
      .replace(/。$/u, '')
      .replace(/[（(][^（()）]*[）)]/gu, '')
      .replace(/[」』]$/u, '');
    if (said.endsWith('。') && /[\p{Script=Hiragana}\p{Script=Han}]$/u.test(bare) && !polite.test(bare))
      report(
        `です・ますで終わらない文があります:「…${bare.slice(-16)}。」`,
        '本文の文体は、です・ますです。',
        '文末を直してください。',
      );
  }
  return problems;
}

function around(text: string, index: number): string {
  return text
    .slice(Math.max(0, index - 6), index + 8)
    .replaceAll(code, '`…`')
    .replaceAll('\n', ' ');
}
