import { describe, expect, test } from 'vitest';
import { foldKana, normalize, squeeze, toKatakana, trimBar } from '../../../src/search/core/normalize.ts';
import { runsOf } from '../../../src/search/core/script.ts';
import { contentWords } from '../../../src/search/core/words.ts';

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

describe('words that carry meaning', () => {
  test.each([
    ['particles go', 'ノードが落ちたとき', ['ノード', '落ち…']],
    ['ends of verbs go', '通信を制限する', ['通信', '制限']],
    ['okurigana stay inside a word', 'パスの振り分け', ['パス', '振り分け…']],
    ['a verb keeps its form', '動かない', ['動か…']],
    ['a verb that looks like a noun with a particle', '数を増やす', ['数', '増や…']],
    ['a noun with a particle that looks like a verb', '宛先がない', ['宛先']],
    ['a word before a verb in kanji', '毎日決まった時刻', ['毎日', '決ま…', '時刻']],
    ['a noun that describes another', '必要な理由', ['必要', '理由']],
    ['a compound stays whole', '環境変数', ['環境変数']],
    ['a particle is nothing', 'とは', []],
    ['hiragana stay whole', 'つながらない', ['つながらない']],
    ['what askers say is nothing', 'どうすればいい', []],
  ])('%s: %s', (_name, text, expected) =>
    expect(contentWords(text).map(({ base, ending }) => (ending ? `${base}${ending[0]}…` : base))).toEqual(
      expected,
    ),
  );
});
