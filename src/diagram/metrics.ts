/**
 * Widths of text without a font.
 *
 * Every kana, kanji and full-width mark is exactly 1 em in the Japanese fonts that are not proportional. Only Latin differs
 * from font to font, so it gets the advances of Noto Sans JP plus a margin that covers Hiragino, Yu Gothic, Segoe UI,
 * SF, Roboto and DejaVu.
 */
const LATIN_MARGIN = 1.08;

/** What `text-autospace: normal` puts between Japanese and Latin text. */
const AUTOSPACE = 0.125;

/** Bold Latin and kana are a little wider than regular in the fonts that do not keep the advance. */
const BOLD_MARGIN = 1.06;

/** Advances of U+0020 to U+007E in Noto Sans JP Regular, in em. */
// biome-ignore format: sixteen columns, so that a character can be found by its code
const LATIN = [
  0.224, 0.323, 0.474, 0.555, 0.555, 0.921, 0.68, 0.278, 0.338, 0.338, 0.467, 0.555, 0.278, 0.347, 0.278, 0.392,
  0.555, 0.555, 0.555, 0.555, 0.555, 0.555, 0.555, 0.555, 0.555, 0.555, 0.278, 0.278, 0.555, 0.555, 0.555, 0.474,
  0.946, 0.608, 0.657, 0.638, 0.688, 0.589, 0.552, 0.689, 0.728, 0.293, 0.535, 0.646, 0.543, 0.812, 0.723, 0.742,
  0.633, 0.742, 0.635, 0.596, 0.599, 0.721, 0.575, 0.878, 0.573, 0.531, 0.603, 0.338, 0.392, 0.338, 0.555, 0.559,
  0.606, 0.563, 0.618, 0.51, 0.62, 0.554, 0.325, 0.564, 0.607, 0.275, 0.275, 0.552, 0.284, 0.926, 0.61, 0.606,
  0.62, 0.62, 0.388, 0.468, 0.377, 0.607, 0.521, 0.802, 0.498, 0.521, 0.475, 0.338, 0.27, 0.338, 0.555,
];

/** Han, kana, and the two marks that Unicode does not count to either script: ー (U+30FC) and 々 (U+3005). */
const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]/u;
const LATIN_OR_DIGIT = /[\p{Script=Latin}\p{Nd}]/u;
const COMBINING = /\p{Mn}/u;
const HALF_WIDTH_KANA = /[｡-ﾟ]/u;

/** Advance width of one character in em. */
export function charWidth(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x7f) return (LATIN[code - 0x20] ?? 0.6) * LATIN_MARGIN;
  if (COMBINING.test(char)) return 0;
  return HALF_WIDTH_KANA.test(char) ? 0.5 : 1;
}

/** Whether a browser with `text-autospace` widens the gap between two neighbours. */
export function isAutospaced(left: string, right: string): boolean {
  if (JAPANESE.test(left)) return LATIN_OR_DIGIT.test(right) && !JAPANESE.test(right);
  return JAPANESE.test(right) && LATIN_OR_DIGIT.test(left);
}

/** Width of one line of text, in the unit of `size`. */
export function textWidth(text: string, size: number, bold = false): number {
  let width = 0;
  let previous = '';
  for (const char of text) {
    width += charWidth(char) + (isAutospaced(previous, char) ? AUTOSPACE : 0);
    previous = char;
  }
  return width * size * (bold ? BOLD_MARGIN : 1);
}
