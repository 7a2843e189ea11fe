import { describe, expect, test } from 'vitest';
import { hiraganaStem, keysOfWord } from '../../../src/search/core/inflect.ts';

const share = (a: string, b: string) => keysOfWord(a).some(key => keysOfWord(b).includes(key));

describe('forms of one word have a key in common', () => {
  test.each([
    ['止まった', '止まる'],
    ['動いて', '動く'],
    ['減った', '減る'],
    ['読んで', '読む'],
    ['戻したい', '戻す'],
    ['見たい', '見る'],
    ['消えない', '消えません'],
    ['起動しません', '起動しない'],
    ['取得できなかった', '取得できない'],
    ['足りなくて', '足りない'],
    ['書き換えたい', '書き換える'],
    ['つながりません', 'つながらない'],
  ])('%s, %s', (a, b) => expect(share(a, b)).toBe(true));
});

describe('other words have none', () => {
  test.each([
    ['what is denied', '動かない', '動く'],
    ['what is denied of a noun', '起動しない', '起動する'],
    ['another verb with the same kanji', '入れる', '入る'],
    ['the opposite direction', '戻す', '戻る'],
    ['another word in hiragana', 'ろーどばらんさ', 'ろーるばっく'],
    ['the same kana after other kanji', '増やす', '冷やす'],
  ])('%s: %s, %s', (_name, a, b) => expect(share(a, b)).toBe(false));
});

test('the stem of a word in hiragana stays when it is inflected', () => {
  expect(hiraganaStem('つながらない')).toBe('つなが');
  expect(hiraganaStem('つながります')).toBe('つなが');
});
