import type { ShellProblem, Word } from './word.ts';

/** Characters that word processors and Japanese keyboards put where a shell wants ASCII. */
const lookalikes: Record<string, string> = {
  '\u00A0': ' ',
  '\u3000': ' ',
  '‐': '-',
  '‑': '-',
  '–': '--',
  '—': '--',
  '−': '-',
  '－': '-',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '＂': '"',
  '＇': "'",
};
const dash = /^[‐‑–—−－]+/;
const quoteOrSpace = /[\u00A0\u3000‘’“”＂＇]/;

/** Dashes, quotes and spaces that only look like the ones a shell knows. Quoted text is left alone. */
export function checkTypography(word: Word): ShellProblem[] {
  if (!word.bare) return [];
  const found = dash.exec(word.text)?.[0] ?? quoteOrSpace.exec(word.text)?.[0];
  if (!found) return [];
  const from = word.text.indexOf(found);
  // `–o` was `-o`, `–output` was `--output`.
  const isLetter = word.text.length === found.length + 1;
  const instead = isLetter ? '-' : [...found].map(character => lookalikes[character] ?? '').join('');
  return [
    {
      kind: 'typography',
      start: word.at[from] ?? word.start,
      end: word.at[from + found.length] ?? word.end,
      found,
      instead: instead.slice(0, 2),
    },
  ];
}
