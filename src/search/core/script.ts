/** The scripts a query is cut by. Cutting never depends on the browser's own dictionary, which differs from browser to browser. */
export type Script = 'latin' | 'katakana' | 'kanji' | 'hiragana';

export interface Run {
  script: Script;
  text: string;
}

/** ー belongs to the kana before it and 々 to kanji, which `\p{Script}` does not say. */
const runPattern = /([a-z0-9]+)|([ァ-ヺ][ァ-ヺー]*|ー+)|([一-鿿々〆ヶ]+)|([ぁ-ゟ][ぁ-ゟー]*)/g;

/** Normalised text as runs of one script; punctuation and blanks only separate. */
export function runsOf(text: string): Run[] {
  return Array.from(text.matchAll(runPattern), ([all, latin, katakana, kanji]) => ({
    script: latin ? 'latin' : katakana ? 'katakana' : kanji ? 'kanji' : 'hiragana',
    text: all,
  }));
}

const particles = new Set(
  'の を が は に へ と で も や か から まで より には では とは への での という として について における によって ので のに ても だけ など って'.split(
    ' ',
  ),
);

/** Ends of verbs and what follows them: it carries no meaning for a search. */
const tail =
  /^(する|して|した|しない|しません|します|される|され|された|させる|でき|ない|ません|ます|です|てい|たい|とき|こと|もの|ため|なる|なった|なら|れる|せる|てみ|か$|たら|れば|てくだ|ください|がほしい)/;

/** Letters between two kanji that belong to a word: 振り分け, 書き換え. */
const okurigana = /^[きけりえれしいみちせめ]$/;

/**
 * A run of Japanese as the words that carry meaning: 「ノードが落ちたとき」 gives ノード and 落ちた.
 * @param text A run of kana and kanji without blanks or punctuation.
 */
export function contentChunks(text: string): string[] {
  const runs = runsOf(text);
  if (runs.every(({ script }) => script === 'hiragana'))
    return particles.has(text) || tail.test(text) ? [] : [text];
  const chunks: string[] = [];
  let chunk = '';
  const close = () => {
    if (chunk) chunks.push(chunk);
    chunk = '';
  };
  for (const [index, { script, text: part }] of runs.entries()) {
    if (script !== 'hiragana') {
      chunk += part;
      continue;
    }
    const before = runs[index - 1];
    const isBetween = index < runs.length - 1;
    if (!before || particles.has(part) || tail.test(part)) close();
    else if (isBetween && okurigana.test(part)) chunk += part;
    else {
      if (before.script === 'kanji') chunk += verbStem(part);
      close();
    }
  }
  close();
  return chunks;
}

/** The letters of a verb's end that stay when it is inflected: かない of 動かない gives か. */
function verbStem(ending: string): string {
  const word = ending.replace(/(のは|には|では|から|まで|とき|こと|[のをがはにへとでも])$/, '');
  return word.slice(0, 1);
}

/** Japanese text without the particle that ties it to what stood before: につながらない gives つながらない. */
export function withoutParticle(text: string): string {
  return text.replace(/^(のに|には|では|とは|から|まで|より|への|での|[のをがはにへとでもや])(?=.|$)/, '');
}

/** What stays of a word in hiragana when it is inflected: つながらない gives つなが. */
export function hiraganaStem(word: string): string {
  const stem = word.replace(
    /(らない|りません|りました|ります|れない|れます|ません|ました|ます|ない|った|って|らず|る|た|て|う|い|り)$/,
    '',
  );
  return stem.length >= 2 ? stem : word;
}

/** Words that say what a reader wants to know about a thing: a place need not have them. */
export const wishes = new Set(
  '役割 使い方 方法 違い 意味 書き方 例 一覧 原因 対処 対処法 対策 確認 確認方法 手順 作り方 作成方法 やり方 設定方法 説明 仕組み 種類 場合 入門 解説 概要 基本 理由 解決方法 直し方 調べ方 見方 サンプル エラー 必要 必要性 可能 何台 何個 何秒 何回'.split(
    ' ',
  ),
);

/** Words that a Latin query has only for its grammar. */
export const latinStop = new Set(
  'the a an of to in is are for and or on with not do does how what'.split(' '),
);
