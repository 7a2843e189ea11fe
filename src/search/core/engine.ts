import { makeExcerpt, markText, type Piece } from './excerpt.ts';
import { neededWords } from './match.ts';
import { type Fragment, type LoadFile, openIndex, type PagefindIndex } from './pagefind.ts';
import { pathNeedles, queriedPath, rankPath } from './paths.ts';
import { parseQuery, type Query } from './query.ts';
import { type Ranked, type Ranking, rank } from './rank.ts';
import {
  type Facet,
  facets,
  openSite,
  type Site,
  type SiteData,
  type SiteRecord,
  type Zone,
  type ZoneName,
  zoneAt,
  zoneNames,
} from './site.ts';
import { type Titles, titlesOf } from './titles.ts';
import { openVocabulary, type Vocabulary } from './vocabulary.ts';

export interface SearchOptions {
  /** Only places about this. */
  facet?: Facet | undefined;
  /** Only places that show an object of this kind: `Service`. */
  kind?: string | undefined;
  /** Take the words as they are typed: mend nothing. */
  asTyped?: boolean | undefined;
  /** Number of results with excerpts. */
  limit: number;
}

/** One place that answers the query. */
export interface Result {
  /** Root-relative address with fragment, without the base: `/services/#dns`. */
  url: string;
  facet: Facet;
  title: Piece[];
  /** Titles around it, from the page inwards: chapter, section, file. */
  path: string[];
  excerpt: Piece[];
  /** The excerpt is code or a terminal. */
  isCode: boolean;
  kinds: string[];
}

/** What the search found, ready to be shown. It is plain data: it crosses from a worker. */
export interface Answer {
  total: number;
  results: Result[];
  facets: { facet: Facet; count: number }[];
  kinds: { kind: string; count: number }[];
  /** Words that were mended, as typed and as searched. */
  repairs: [typed: string, searched: string][];
  /** Words that the site does not have. */
  missing: string[];
  /** No place has everything; these have most of it. */
  isPartial: boolean;
  /** Normalised words to mark on the page that is opened. */
  needles: string[];
}

export interface Engine {
  search(query: string, options: SearchOptions): Promise<Answer>;
}

/** Opens the index; nothing else is loaded until a query needs it. */
export async function openEngine(load: LoadFile): Promise<Engine> {
  const data: SiteData = JSON.parse(new TextDecoder().decode(await load('site.json')));
  const site = openSite(data);
  const index = await openIndex(load, data.meta);
  const tools: Tools = { site, index, vocabulary: openVocabulary(site), titles: titlesOf(site) };
  return { search: (query, options) => answer(query, options, tools) };
}

interface Tools {
  site: Site;
  index: PagefindIndex;
  vocabulary: Vocabulary;
  titles: Titles[];
}

async function answer(typed: string, options: SearchOptions, tools: Tools): Promise<Answer> {
  const { site, index, vocabulary, titles } = tools;
  const query = parseQuery(typed, vocabulary, !options.asTyped);
  await index.prepare(neededWords(query.units));
  const words = rank(query, index, site, titles);
  const path = queriedPath(query.text);
  const ranking = path ? await rankPath(path, words, tools) : words;
  const { list } = ranking;
  const inFacet = list.filter(row => isAbout(row, options.facet, site));
  const kinds = countKinds(inFacet, site);
  const shown = inFacet.filter(row => !options.kind || kindsOf(row, site).includes(options.kind));
  const needles = path ? pathNeedles(path) : needlesOf(query);
  const results = await Promise.all(
    shown
      .slice(0, options.limit)
      .map(async row => makeResult(row, await index.fragment(row.record), needles, options, site)),
  );
  return {
    total: shown.length,
    results,
    facets: facets
      .map(facet => ({ facet, count: list.filter(row => isAbout(row, facet, site)).length }))
      .filter(({ count }) => count > 0),
    kinds,
    repairs: repairsOf(query),
    missing: missingOf(ranking),
    isPartial: ranking.isPartial && list.length > 0,
    needles,
  };
}

/** A place is about what its matches are in; without matches in the text, about what its page is. */
function facetsOf({ record, zones }: Ranked, site: Site): Set<Facet> {
  const found = new Set<Facet>();
  for (const zone of zones) found.add(facetOf(zone));
  const first = site.records[record]?.zones[0];
  if (found.size === 0 && first) found.add(facetOf(zoneNames[first[0]]));
  return found;
}

function isAbout(row: Ranked, facet: Facet | undefined, site: Site): boolean {
  return !facet || facetsOf(row, site).has(facet);
}

function kindsOf({ record }: Ranked, site: Site): string[] {
  return site.records[record]?.kinds.flatMap(kind => site.kinds[kind] ?? []) ?? [];
}

function countKinds(rows: readonly Ranked[], site: Site): { kind: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const row of rows)
    for (const kind of kindsOf(row, site)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts]
    .map(([kind, count]) => ({ kind, count }))
    .sort((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1));
}

/** What is marked: what was typed first, then what it stands for. */
function needlesOf({ units }: Query): string[] {
  const typed = units.map(({ raw }) => raw);
  const others = units.flatMap(({ alternatives }) =>
    alternatives.flatMap(({ label }) => [label, ...label.split(' ')]),
  );
  return [...new Set([...typed, ...others].map(word => word.trim()))].filter(
    word => word.length > 1 || /[^a-z0-9ぁ-ゟ]/.test(word),
  );
}

function repairsOf({ units }: Query): [string, string][] {
  return units.flatMap(({ raw, alternatives }) => {
    const [best] = alternatives;
    return best?.how === 'repair' ? [[raw, best.label] as [string, string]] : [];
  });
}

function missingOf({ missing }: Ranking): string[] {
  return missing.map(({ raw }) => raw);
}

function makeResult(
  row: Ranked,
  fragment: Fragment,
  needles: readonly string[],
  { facet }: SearchOptions,
  site: Site,
): Result {
  const data = site.records[row.record];
  if (!data) throw new Error(`The index has a record ${row.record} that site.json does not have.`);
  const page = site.pages[data.page] ?? { url: '/', title: '' };
  const words = fragment.content.split('\u200b');
  const { zone, excerpt } = bestExcerpt(row, data, words, needles, facet);
  const name = zoneNames[zone?.[0] ?? 0] ?? 'text';
  const file = zone && zone[2] > zone[1] ? textOf(words, zone[1], zone[2]) : '';
  const path = [page.title, data.parent].filter(part => part && part !== data.title);
  return {
    url: data.id ? `${page.url}#${data.id}` : page.url,
    facet: facetOf(name),
    title: markText(data.title, needles),
    path: file ? [...path, file] : path,
    excerpt,
    isCode: name === 'manifest' || name === 'command' || name === 'output',
    kinds: kindsOf(row, site),
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

function facetOf(zone: ZoneName | undefined): Facet {
  return zone === 'output' ? 'command' : (zone ?? 'text');
}

function textOf(words: readonly string[], from: number, to: number): string {
  return words
    .slice(from, to)
    .join('')
    .replace(/\.\s*$/, '')
    .trim();
}
