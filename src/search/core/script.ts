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
