import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { asks, synonyms } from '../../../src/schemas/term.ts';
import { squeeze } from '../../../src/search/core/normalize.ts';

const groups = synonyms.parse(parse(readFileSync('src/data/synonyms.yaml', 'utf8')));

test('no word stands twice in one line', () => {
  for (const words of groups) expect(new Set(words.map(squeeze)).size, words.join('、')).toBe(words.length);
});

test('no two lines say the same', () => {
  const lines = groups.map(words => [...words].map(squeeze).sort().join(' '));
  expect(new Set(lines).size).toBe(lines.length);
});

test('no phrase stands twice at one place', () => {
  const places = asks.parse(parse(readFileSync('src/data/asks.yaml', 'utf8')));
  for (const [place, phrases] of Object.entries(places))
    expect(new Set(phrases.map(squeeze)).size, place).toBe(phrases.length);
});
