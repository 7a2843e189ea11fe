import { describe, expect, test } from 'vitest';
import { makeExcerpt, markText } from '../../../src/search/core/excerpt.ts';

const flat = (text: string, needles: string[]) =>
  makeExcerpt(text, needles)
    .pieces.map(({ text: part, isMatch }) => (isMatch ? `[${part}]` : part))
    .join('');

const filler = 'これは長い説明の文です。'.repeat(20);

describe('makeExcerpt', () => {
  test('begins at the sentence of the match', () => {
    expect(flat(`${filler}Serviceは名前で呼べます。${filler}`, ['名前'])).toMatch(
      /^Serviceは\[名前\]で呼べます。/,
    );
  });

  test('begins at a phrase when the sentence is long', () => {
    const long = `${'とても'.repeat(30)}長い文で、名前で呼べます。`;
    expect(flat(long, ['呼べ'])).toBe('名前で[呼べ]ます。');
  });

  test('prefers the place with most of the words', () => {
    const text = `名前があります。${filler}名前とアドレスがあります。${filler}`;
    expect(flat(text, ['名前', 'アドレス'])).toMatch(/^\[名前\]と\[アドレス\]があります。/);
  });

  test('marks full-width text by what was typed', () => {
    expect(flat('Ｐｏｄを消す', ['pod'])).toBe('[Ｐｏｄ]を消す');
  });

  test('shows line marks as blanks and hides word borders', () => {
    expect(flat('kind:\u200b Pod ⏎ name: a', ['pod'])).toBe('kind: [Pod] name: a');
  });

  test('ends with an ellipsis when more follows', () => {
    expect(flat(filler, ['長い'])).toMatch(/…$/);
  });
});

test('short words do not match inside Latin words', () => {
  expect(markText('export port', ['port'])).toEqual([
    { text: 'ex', isMatch: false },
    { text: 'port', isMatch: true },
    { text: ' ', isMatch: false },
    { text: 'port', isMatch: true },
  ]);
  expect(markText('disk', ['is'])).toEqual([{ text: 'disk', isMatch: false }]);
});
