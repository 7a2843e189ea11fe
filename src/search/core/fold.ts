import { urlOf } from './place.ts';
import type { Ranked } from './rank.ts';
import type { Site } from './site.ts';

/** Places of one page that are listed before the rest of them is folded. */
const perPage = 3;

/** The best places of each page, in order; the last of a page knows how many more there are. */
export function foldPages(
  rows: readonly Ranked[],
  opened: readonly string[],
  site: Site,
): { row: Ranked; folded: number }[] {
  const counts = new Map<string, number>();
  const listed: { row: Ranked; page: string; at: number }[] = [];
  for (const row of rows) {
    const page = urlOf(row.record, site);
    const at = (counts.get(page) ?? 0) + 1;
    counts.set(page, at);
    if (at <= perPage || opened.includes(page)) listed.push({ row, page, at });
  }
  return listed.map(({ row, page, at }) => ({
    row,
    folded: at === perPage && !opened.includes(page) ? (counts.get(page) ?? at) - at : 0,
  }));
}
