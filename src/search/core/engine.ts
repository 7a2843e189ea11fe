import { foldPages } from './fold.ts';
import { neededWords } from './match.ts';
import { type LoadFile, openIndex, type PagefindIndex } from './pagefind.ts';
import { pathNeedles, queriedPath, rankPath } from './paths.ts';
import { parseQuery, type Query } from './query.ts';
import { type Ranked, type Ranking, rank } from './rank.ts';
import { facetOf, kindsOf, makeResult, type Result } from './result.ts';
import { type Facet, facets, openSite, type Site, type SiteData, zoneNames } from './site.ts';
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
  /** Addresses of pages of which all places are listed, not only the best. */
  opened?: readonly string[] | undefined;
}

/** What the search found, ready to be shown. It is plain data: it crosses from a worker. */
export interface Answer {
  total: number;
  results: Result[];
  /** Nothing comes after these but what is folded. */
  isEnd: boolean;
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
  const shown = inFacet.filter(row => !options.kind || kindsOf(row.record, site).includes(options.kind));
  const needles = path ? pathNeedles(path) : needlesOf(query);
  const rows = foldPages(shown, options.opened ?? [], site);
  const results = await Promise.all(
    rows.slice(0, options.limit).map(async ({ row, folded }) => ({
      ...makeResult(row, await index.fragment(row.record), needles, options.facet, site),
      folded,
    })),
  );
  return {
    total: shown.length,
    results,
    isEnd: rows.length <= results.length,
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

function countKinds(rows: readonly Ranked[], site: Site): { kind: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const row of rows)
    for (const kind of kindsOf(row.record, site)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
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
