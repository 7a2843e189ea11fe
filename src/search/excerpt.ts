/** A piece of an excerpt; `match` pieces are what the query hit. */
export interface Piece {
  text: string;
  match: boolean;
}

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#x27': "'",
  nbsp: ' ',
};

/** Pagefind gives excerpts as HTML with `<mark>`; the page sets them as text, so they are taken apart here. */
export function excerptPieces(html: string): Piece[] {
  return html
    .split(/(<mark>.*?<\/mark>)/s)
    .filter(Boolean)
    .map(part => ({ text: decode(part.replace(/<\/?mark>/g, '')), match: part.startsWith('<mark>') }));
}

function decode(text: string): string {
  return text
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|nbsp|#39|#x27);/g, (_, name: string) => entities[name] ?? '')
    .replaceAll('\u200b', '');
}
