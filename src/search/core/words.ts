import { type Inflected, inflected, keysOfWord, wordKeys } from './inflect.ts';
import { runsOf } from './script.ts';

/** Letters between two kanji that belong to a word: 振り分け, 書き換え. */
const okurigana = /^[きけりえれしいみちせめび]$/;

/** Hiragana that stand for no thing: askers' words, adverbs, ends of sentences. */
const empty =
  /^(つの?$|とは$|には$|では$|から$|まで$|より$|どう|なぜ|なに|なん|どこ|どれ|どの|どんな|いつ|いく|だれ|すぐ|いつも|ずっと|もっと|もう|まだ|ちゃん|うまく|また|まま|この|その|あの|これ|それ|する|して|した|しま|しな|さ[れせ]|でき|です|ます|ない|なる|なっ|なら|ある|あり|いる|いな|いい|よい|よく|とき|こと|もの|ため|たい|ほし|くだ|おしえ|しりたい|わから|ので|のに|だけ|など|しか|ばよ|か$)/;

/**
 * A run of Japanese as the words that carry meaning: 「ノードが落ちたとき」 gives ノード and 落ちた.
 * @param text A run of kana and kanji without blanks or punctuation.
 */
export function contentWords(text: string): Inflected[] {
  const runs = runsOf(text);
  const words: Inflected[] = [];
  let base = '';
  const close = (kana: string) => {
    const word = inflected(base, kana);
    base = '';
    // Of three kanji, the verb is the last: 毎日決まった is 毎日 and 決まった.
    const [, before, verb] = (word.ending && /^(.*[一-鿿々]{2})([一-鿿々])$/.exec(word.base)) || [];
    if (before && verb) words.push(inflected(before, ''), { ...word, base: verb });
    else words.push(word);
    if (word.rest) hiragana(word.rest);
  };
  const hiragana = (kana: string) => {
    const word = kana.replace(/^[をがはにもの](?=..)/, '');
    if (word.length > 1 && !empty.test(word))
      words.push({ base: word, ending: '', isNegative: false, rest: '' });
  };
  for (const [index, { script, text: part }] of runs.entries()) {
    if (script !== 'hiragana') base += part;
    else if (!base) hiragana(part);
    else if (index < runs.length - 1 && okurigana.test(part) && /[一-鿿々]$/.test(base)) base += part;
    else close(part);
  }
  if (base) close('');
  return words;
}

/** Japanese text without the particle that ties it to what stood before: につながらない gives つながらない. */
export function withoutParticle(text: string): string {
  return text.replace(/^(のに|には|では|とは|から|まで|より|への|での|[のをがはにへとでもや])(?=.|$)/, '');
}

/** Words that say what a reader wants to know about a thing: a place need not have them. */
const wishes = new Set(
  '役割 使い方 方法 違い 意味 書き方 例 一覧 原因 対処 対処法 対策 確認 確認方法 手順 作り方 作成方法 やり方 設定方法 説明 仕組み 種類 場合 入門 解説 概要 基本 理由 解決方法 直し方 調べ方 見方 サンプル エラー 必要 必要性 可能 何台 何個 何秒 何回 何 知る 教える 困る 使う 行う 良い 場所 目的 注意点 ポイント メリット デメリット トラブル 問題 解決 コツ 使いどころ 使い道 状態 時 自分 思う 使用 利用 構成 実施 活用 管理 操作 仕方 利用方法 使用方法 チュートリアル ウォークスルー ガイド 手引き 対する 関する 応じる 基づく 用いる 伴う 際'
    .split(' ')
    .flatMap(word => [word, ...keysOfWord(word)]),
);

/** A word that only says what the reader wants to know about the others. */
export function isWish(word: Pick<Inflected, 'base' | 'ending'>): boolean {
  return (
    wishes.has(word.base + word.ending) ||
    wordKeys({ ...word, isNegative: false }).some(key => wishes.has(key))
  );
}

/** What one does with things, whatever they are: 設定する, 設定の. It counts for less than the thing. */
const actions = new Set(
  '変更 設定 指定 取得 作成 定義 宣言 確認 追加 適用 登録 表示 参照 構築 導入 対応 実行 割り当て 更新 削除 解決 調整 準備 選択 検討 比較 実装 紹介 理解 特定 複数 安全'.split(
    ' ',
  ),
);

export function isAction({ base, ending }: Inflected): boolean {
  return ending === '' && actions.has(base);
}

/** Words that a Latin query has only for its grammar. */
export const latinStop = new Set(
  'the a an of to in is are for and or on with not do does how what you must be was were has have it this that from by at as if can will'.split(
    ' ',
  ),
);
