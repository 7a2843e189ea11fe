import { createHash } from 'node:crypto';
import type { Problem } from '../site/error.ts';
import { code, type Prose } from './prose.node.ts';

/** Characters of a run that must not appear in the notes, and how many of them must be kana or kanji to count. */
const length = 15;
const least = 10;

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu;

/**
 * Runs of 15 characters with at least ten kana or kanji. Width, case and white space do not count; code ends a run.
 * @returns Each run with where it starts in the text as compared.
 */
export function runsOf(text: string): string[] {
  return text.split(code).flatMap(part => {
    const characters = [...part.normalize('NFKC').replace(/\s/gu, '').toLowerCase()];
    return characters
      .slice(0, Math.max(0, characters.length - length + 1))
      .map((_, index) => characters.slice(index, index + length).join(''))
      .filter(run => (run.match(japanese)?.length ?? 0) >= least);
  });
}

/** The form in which runs of the notes are kept: 48 bits of SHA-256, in base64url. */
export function hashRun(run: string): string {
  return createHash('sha256').update(run).digest().subarray(0, 6).toString('base64url');
}

/** No sentence is copied from the notes: no run of a text is among theirs. The first of adjacent runs is told. */
export function checkCopies({ where, text }: Prose, noteRuns: ReadonlySet<string>): Problem[] {
  const run = runsOf(text).find(candidate => noteRuns.has(hashRun(candidate)));
  if (run === undefined) return [];
  return [
    {
      where,
      what: `「${run}」は、元のノートの文と同じです。`,
      why: '本文は、事実だけを受け継いで書き直します。15文字以上の同じ並びは写しとみなします。',
      fix: '自分の言葉で書き直してください。コマンドやYAMLの引用は `…` に入れてください。',
    },
  ];
}
