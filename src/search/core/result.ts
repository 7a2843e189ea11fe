import { makeExcerpt, markText, type Piece } from './excerpt.ts';
import type { Fragment } from './pagefind.ts';
import type { Ranked } from './rank.ts';
import {
  type Facet,
  type Site,
  type SiteRecord,
  type Zone,
  type ZoneName,
  zoneAt,
  zoneNames,
} from './site.ts';

/** One place that answers the query. */
export interface Result {
  /** Root-relative address with fragment, without the base: `/services/#dns`. */
  url: string;
  facet: Facet;
  title: Piece[];
  /** Titles around it, from the page inwards: chapter (also of the chapter itself), section, file. */
  path: string[];
  excerpt: Piece[];
  /** The excerpt is code or a terminal. */
  isCode: boolean;
  kinds: string[];
  /** Address of the page, and how many more of its places are folded behind this one. */
  page: string;
  folded: number;
}

/** What a ranked place is to the reader: titles, and the excerpt that shows best why it was found. */
export function makeResult(
  row: Ranked,
  fragment: Fragment,
  needles: readonly string[],
  facet: Facet | undefined,
  site: Site,
): Omit<Result, 'folded'> {
  const data = site.records[row.record];
  if (!data) throw new Error(`The index has a record ${row.record} that site.json does not have.`);
  const words = fragment.content.split('\u200b');
  const { zone, excerpt } = bestExcerpt(row, data, words, needles, facet);
  const name = zoneNames[zone?.[0] ?? 0] ?? 'text';
  const file = zone && zone[2] > zone[1] ? textOf(words, zone[1], zone[2]) : '';
  const path = [site.pages[data.page]?.title ?? '', data.parent].filter(
    (part, at) => at === 0 || (part && part !== data.title),
  );
  return {
    url: data.place,
    facet: facetOf(name),
    title: markText(data.title, needles),
    path: file ? [...path, file] : path,
    excerpt,
    isCode: name === 'manifest' || name === 'command' || name === 'output',
    kinds: kindsOf(row.record, site),
    page: data.url,
  };
}

/** How good it is to show text of a zone: what people wrote says more than what machines did. */
const showWorth: Partial<Record<ZoneName, number>> = { output: 0.5, manifest: 0.65, command: 0.8 };
const zonesTried = 6;

/** The excerpt that shows most of what was looked for, and the zone that it is from. */
function bestExcerpt(
  { positions }: Ranked,
  data: SiteRecord,
  words: readonly string[],
  needles: readonly string[],
  facet: Facet | undefined,
): { zone: Zone | undefined; excerpt: Piece[] } {
  const allowed = data.zones.filter(([name]) => !facet || facetOf(zoneNames[name]) === facet);
  const counts = new Map<Zone, number>();
  for (const position of positions) {
    const zone = zoneAt(data, position);
    if (zone && allowed.includes(zone)) counts.set(zone, (counts.get(zone) ?? 0) + 1);
  }
  const [first] = allowed.length > 0 ? allowed : data.zones;
  const zones = [...counts].sort((a, b) => b[1] - a[1]).map(([zone]) => zone);
  // What is found by a title, or by a field of a manifest, has no positions.
  if (zones.length === 0) zones.push(...(allowed.length > 0 ? allowed : data.zones));
  let best: { zone: Zone | undefined; excerpt: Piece[]; worth: number } = {
    zone: first,
    excerpt: [],
    worth: -1,
  };
  for (const zone of zones.slice(0, zonesTried)) {
    const next = data.zones[data.zones.indexOf(zone) + 1];
    const { pieces, worth } = makeExcerpt(words.slice(zone[2], next?.[1]).join(''), needles);
    const shown = worth * (showWorth[zoneNames[zone[0]] ?? 'text'] ?? 1);
    if (shown > best.worth) best = { zone, excerpt: pieces, worth: shown };
  }
  return best;
}

/** What the reader calls text of a zone: output belongs to its command. */
export function facetOf(zone: ZoneName | undefined): Facet {
  return zone === 'output' ? 'command' : (zone ?? 'text');
}

function textOf(words: readonly string[], from: number, to: number): string {
  return words
    .slice(from, to)
    .join('')
    .replace(/\.\s*$/, '')
    .trim();
}

/** Kinds of Kubernetes objects that a place shows. */
export function kindsOf(record: number, site: Site): string[] {
  return site.records[record]?.kinds.flatMap(kind => site.kinds[kind] ?? []) ?? [];
}
