import { normalize } from '../core/normalize.ts';
import type { PageRecord } from './records.ts';

/** Every word of the site by script, normalised and sorted. */
export interface Words {
  /** Latin words that are names: of fields, kinds, commands, or in headings. Misspellings are mended to these. */
  terms: string[];
  /** All other Latin words. */
  latin: string[];
  katakana: string[];
  kanji: string[];
}

const longest = 40;

/**
 * The vocabulary of the records, as Pagefind cuts it: whole words, the parts between dots and dashes, and the parts of
 * camelCase. Katakana and kanji are whole runs.
 */
export function collectWords(records: readonly PageRecord[], more: readonly string[]): Words {
  const terms = new Set<string>();
  const latin = new Set<string>();
  const katakana = new Set<string>();
  const kanji = new Set<string>();
  const add = (text: string, isTerm: boolean) => {
    const plain = text.normalize('NFKC');
    for (const [word] of plain.matchAll(/[A-Za-z0-9][\w.'-]*/g))
      for (const form of latinForms(word)) (isTerm && !/\d/.test(form) ? terms : latin).add(form);
    const lower = normalize(text);
    for (const [run] of lower.matchAll(/[ァ-ヺー]{2,}/g)) katakana.add(run);
    for (const [run] of lower.matchAll(/[一-鿿々〆ヶ]+/g)) kanji.add(run);
  };
  for (const { title, page, pieces, code } of records) {
    for (const name of [title, page, ...code]) add(name, true);
    for (const piece of pieces) add(`${piece.title ?? ''} ${piece.text}`, false);
  }
  for (const text of more) add(text, true);
  for (const word of terms) latin.delete(word);
  return {
    terms: [...terms].sort(),
    latin: [...latin].sort(),
    katakana: [...katakana].sort(),
    kanji: [...kanji].sort(),
  };
}

function latinForms(word: string): string[] {
  const forms = new Set<string>();
  for (const piece of word.replace(/'/g, '').split(/[-]/)) {
    const joined = piece.replace(/[^A-Za-z0-9_]/g, '');
    forms.add(joined);
    for (const part of piece.split('.')) {
      forms.add(part);
      const camel = part.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2');
      for (const hump of camel.split(' ')) forms.add(hump);
    }
  }
  return [...forms].map(form => form.toLowerCase()).filter(isWord);
}

/** Hashes, addresses and counters in the output of commands are no words. */
function isWord(form: string): boolean {
  if (form.length < 2 || form.length > longest || /^\d+$/.test(form)) return false;
  return !/\d.*[a-z].*\d|[a-z]\d+[a-z]/.test(form) || /^[a-z]+\d[a-z]*\d*$/.test(form);
}
