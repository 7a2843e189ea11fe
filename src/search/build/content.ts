import { lineMark, zoneNames } from '../core/site.ts';
import type { PageRecord, Piece } from './records.ts';

/**
 * A record as the HTML page that Pagefind indexes. Elements with ids come back as anchors with their positions: they say
 * where each zone (`z…`) and its text (`t…`) begin. They are empty, because an anchor repeats the text of its element, which
 * would make the files of results half as large again. Full-width Latin letters and half-width kana are narrowed, as queries are.
 */
export function recordHtml({ title, pieces }: PageRecord): string {
  const parts = pieces.map((piece, index) => {
    const head = piece.title ? `<p>${escapeHtml(piece.title)}</p>` : '';
    return `<div><i id="z${index}"></i>${head}</div><div><i id="t${index}"></i>${lines(piece)}</div>`;
  });
  return `<!doctype html><html lang="ja"><head><title>${escapeHtml(title)}</title></head><body><p>${escapeHtml(title)}</p>${parts.join('')}</body></html>`;
}

function lines({ text }: Piece): string {
  const full = text.split('\n').filter(line => line.trim());
  return escapeHtml(full.join(` ${lineMark} `));
}

/** Positions of the zones of a record, from the anchors of its fragment. Neighbours of one kind are one zone. */
export function zonesOf(
  { pieces }: PageRecord,
  anchors: readonly { id: string; location: number }[],
  end: number,
): number[] {
  const at = new Map(anchors.map(({ id, location }) => [id, location]));
  const zones: [name: number, position: number, titleEnd: number][] = [];
  for (const [index, { zone, title }] of pieces.entries()) {
    const start = at.get(`z${index}`) ?? at.get(`t${index}`) ?? end;
    const name = zoneNames.indexOf(zone);
    const titleEnd = title ? (at.get(`t${index}`) ?? start) : start;
    if (zones.at(-1)?.[0] !== name || title) zones.push([name, start, titleEnd]);
  }
  return zones.flat();
}

function escapeHtml(text: string): string {
  return narrow(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function narrow(text: string): string {
  return text.replace(/[Ａ-Ｚａ-ｚ０-９]|[ｦ-ﾟ]+/g, letters => letters.normalize('NFKC'));
}
