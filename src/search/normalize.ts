/**
 * What the reader typed, as it is looked up: NFKC (full-width Latin and half-width kana become ordinary ones), without
 * invisible characters, and with one blank between words.
 */
export function normalizeQuery(query: string): string {
  return query
    .normalize('NFKC')
    .replace(/[\u200b\u200c\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
