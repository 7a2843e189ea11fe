import { describe, expect, test } from 'vitest';
import { foldKana, normalize, squeeze, toKatakana, trimBar } from '../../../src/search/core/normalize.ts';
import { contentChunks, hiraganaStem, runsOf } from '../../../src/search/core/script.ts';

describe('normalize', () => {
  test.each([
    ['full-width Latin', 'Ｐｏｄ', 'pod'],
    ['half-width kana', 'ｲﾝｸﾞﾚｽ', 'イングレス'],
    ['dashes', 'kube–proxy', 'kube-proxy'],
    ['invisible characters', 'クラ\u200bスター', 'クラスター'],
    ['blanks', '  kubectl　 get ', 'kubectl get'],
    ['apostrophes', "didn't", 'didnt'],
  ])('%s', (_name, text, expected) => expect(normalize(text)).toBe(expected));
});

test('words are compared without blanks and middle dots', () => {
  expect(squeeze('Load Balancer')).toBe('loadbalancer');
  expect(squeeze('ロード・バランサー')).toBe('ロードバランサー');
});

test('kana are folded', () => {
  expect(toKatakana('さーびす')).toBe('サービス');
  expect(foldKana('サーバー')).toBe(foldKana('サーバ'));
  expect(foldKana('クォータ')).toBe(foldKana('クオータ'));
  expect(trimBar('サーバー')).toBe('サーバ');
  expect(trimBar('キー')).toBe('キー');
});

test('text is cut by script', () => {
  expect(runsOf('pod名前かなカナー').map(({ text }) => text)).toEqual(['pod', '名前', 'かな', 'カナー']);
  expect(runsOf('さーびす').map(({ script }) => script)).toEqual(['hiragana']);
});

describe('contentChunks', () => {
  test.each([
    ['drops particles', 'ノードが落ちたとき', ['ノード', '落ち']],
    ['drops the ends of verbs', '通信を制限する', ['通信', '制限']],
    ['keeps okurigana inside a word', 'パスの振り分け', ['パス', '振り分け']],
    ['keeps the form of a verb', '動かない', ['動か']],
    ['leaves a compound whole', '環境変数', ['環境変数']],
    ['gives nothing for a particle', 'とは', []],
    ['leaves hiragana whole', 'つながらない', ['つながらない']],
  ])('%s', (_name, text, expected) => expect(contentChunks(text)).toEqual(expected));
});

test('the stem of a word in hiragana stays when it is inflected', () => {
  expect(hiraganaStem('つながらない')).toBe('つなが');
  expect(hiraganaStem('つながります')).toBe('つなが');
});
