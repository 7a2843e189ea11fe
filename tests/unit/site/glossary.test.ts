import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from '../../../scripts/lib/run.ts';
import { type Term, term } from '../../../src/schemas/term.ts';
import { groupTerms } from '../../../src/site/glossary.ts';

const file: Record<string, unknown> = parse(readFileSync(join(root, 'src/data/glossary.yaml'), 'utf8'));
const terms = Object.entries(file).map(([id, value]) => ({ id, ...term.parse(value) }));
const book: { parts: { chapters: string[] }[] } = JSON.parse(
  readFileSync(join(root, 'src/data/book.json'), 'utf8'),
);

test('every term is in one group, in kana order', () => {
  const groups = groupTerms(terms);
  expect(groups.flatMap(group => group.terms.map(({ id }) => id)).sort()).toEqual(
    terms.map(({ id }) => id).sort(),
  );
  expect(groups.map(({ name }) => name)[0]).toBe('あ行');
  expect(groups.at(-1)?.name).toBe('A–Z');
});

test('ids are sorted, and no spelling leads to two terms', () => {
  const ids = Object.keys(file);
  expect(ids).toEqual([...ids].sort());
  const spellings = terms.flatMap(({ ja, aliases }: Term) => [ja, ...aliases]);
  expect(spellings.filter((word, index) => spellings.indexOf(word) !== index)).toEqual([]);
});

test('a term names a chapter of the book', () => {
  const slugs = book.parts.flatMap(part => part.chapters);
  expect(terms.filter(({ chapter }) => chapter && !slugs.includes(chapter.split('#')[0] ?? ''))).toEqual([]);
});

test('a kana with dakuten is in the row of its letter', () => {
  const entry = { ja: 'ガベージ', en: 'garbage', kana: 'がべーじ', aliases: [], text: '片付けること' };
  expect(groupTerms([{ id: 'gc', ...entry }])[0]?.name).toBe('か行');
});
