import type { Term } from '../schemas/term.ts';

export interface TermEntry extends Term {
  id: string;
}

export interface TermGroup {
  /** Fragment of the group's heading. */
  id: string;
  name: string;
  terms: TermEntry[];
}

/** Rows of the kana table, by their first letters; dakuten are taken off before comparing. */
const rows: [id: string, name: string, kana: string][] = [
  ['a', 'あ行', 'あいうえお'],
  ['ka', 'か行', 'かきくけこ'],
  ['sa', 'さ行', 'さしすせそ'],
  ['ta', 'た行', 'たちつてと'],
  ['na', 'な行', 'なにぬねの'],
  ['ha', 'は行', 'はひふへほ'],
  ['ma', 'ま行', 'まみむめも'],
  ['ya', 'や行', 'やゆよ'],
  ['ra', 'ら行', 'らりるれろ'],
  ['wa', 'わ行', 'わをん'],
];

const collator = new Intl.Collator('ja');

/** Terms by kana row, in kana order, then those in Latin letters. Groups without terms are left out. */
export function groupTerms(terms: readonly TermEntry[]): TermGroup[] {
  const groups = rows.map(([id, name, letters]) => ({
    id: `row-${id}`,
    name,
    terms: terms
      .filter(({ kana }) => kana && letters.includes(kana.normalize('NFD').charAt(0)))
      .sort((a, b) => collator.compare(a.kana ?? '', b.kana ?? '')),
  }));
  const latin = terms
    .filter(({ kana }) => !kana)
    .sort((a, b) => (a.ja.toLowerCase() < b.ja.toLowerCase() ? -1 : 1));
  return [...groups, { id: 'row-latin', name: 'A–Z', terms: latin }].filter(group => group.terms.length > 0);
}
