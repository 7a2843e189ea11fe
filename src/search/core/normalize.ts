/**
 * Text as it is compared: NFKC (full-width Latin and half-width kana become ordinary ones), lower case, one kind of dash,
 * no invisible characters, one blank between words. Build and browser use this one function.
 */
export function normalize(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u200b\u200c\u2060\ufeff]/g, '')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/[’']/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A key for comparing words however they are cut: `load balancer` and `LoadBalancer` are one. */
export function squeeze(text: string): string {
  return normalize(text).replace(/[\s・]+/g, '');
}

/** Hiragana as katakana. */
export function toKatakana(text: string): string {
  return text.replace(/[ぁ-ゖ]/g, letter => String.fromCharCode(letter.charCodeAt(0) + 0x60));
}

const large: Record<string, string> = {
  ァ: 'ア',
  ィ: 'イ',
  ゥ: 'ウ',
  ェ: 'エ',
  ォ: 'オ',
  ッ: 'ツ',
  ャ: 'ヤ',
  ュ: 'ユ',
  ョ: 'ヨ',
  ヴ: 'ブ',
};

/** What spellings of one katakana word have in common: サーバ and サーバー, クォータ and クオータ. */
export function foldKana(word: string): string {
  return toKatakana(word)
    .replace(/ー/g, '')
    .replace(/[ァィゥェォッャュョヴ]/g, letter => large[letter] ?? letter);
}

/** A katakana word without the long vowel at its end: サーバー and サーバ are looked up as サーバ. Short words keep it (キー). */
export function trimBar(word: string): string {
  return word.length > 3 ? word.replace(/ー+$/, '') : word;
}
