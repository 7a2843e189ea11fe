import type { Unit } from './query.ts';
import type { Site } from './site.ts';
import { tuning } from './weights.ts';

const pageWorth: [pattern: RegExp, worth: keyof typeof tuning][] = [
  [/^\/glossary\//, 'glossary'],
  [/^\/errata\//, 'errata'],
  [/^\/rules\/$/, 'ruleList'],
  [/^\/rules\//, 'rules'],
  [/^\/manifests\//, 'manifests'],
  [/^\/(about|offline)\//, 'aside'],
  [/^\/getting-started\//, 'start'],
];

/** Root-relative address of a record's page, without the base. */
export function urlOf(record: number, site: Site): string {
  return site.records[record]?.url ?? '';
}

/** How much a place is worth beside others that match as well. */
export function placeWorth(record: number, site: Site): number {
  const url = urlOf(record, site);
  const name = pageWorth.find(([pattern]) => pattern.test(url))?.[1];
  const id = site.records[record]?.id;
  return (name ? tuning[name] : 1) * (id === 'check' || id === 'cleanup' ? tuning[id] : 1);
}

/** `image/tag` is a page's address when a folder of the site has it. */
export function isAddress(text: string, record: number, site: Site): boolean {
  if (!text.includes('/') || site.records[record]?.id !== '') return false;
  return urlOf(record, site).endsWith(`/${text.replace(/^\/|\/$/g, '')}/`);
}

/** The page of the record explains the unit, at one of its places. */
export function isHome({ places }: Unit, record: number, site: Site): boolean {
  const url = urlOf(record, site);
  return [...places.keys()].some(place => place.startsWith(url));
}

/**
 * How surely the record explains the unit. Where a whole page does, its best-titled section does, then its beginning; for
 * a query that wants to know something about the thing, all of the page does.
 * @param title How well the unit stands in the titles of the record.
 * @param isMany The query has other words too.
 */
export function placeScore(
  { places }: Unit,
  record: number,
  title: number,
  isMany: boolean,
  site: Site,
): number {
  if (places.size === 0) return 0;
  const url = urlOf(record, site);
  let best = 0;
  for (const [place, worth] of places) {
    if (!place.startsWith(url)) continue;
    if (isMany && !place.includes('#')) {
      best = Math.max(best, worth);
      continue;
    }
    const isHere = place === site.records[record]?.place;
    if (place.includes('#')) best = Math.max(best, worth * (isHere ? 1 : tuning.besidePlace));
    else
      best = Math.max(
        best,
        worth * (title >= tuning.sectionTitle ? 1 : isHere ? tuning.pageTop : tuning.besidePlace),
      );
  }
  return best;
}
