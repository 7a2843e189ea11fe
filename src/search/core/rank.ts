import { type Found, matchAlternative } from './match.ts';
import { squeeze } from './normalize.ts';
import type { PagefindIndex } from './pagefind.ts';
import type { Alternative, Query, Unit } from './query.ts';
import { type Site, type SiteRecord, type ZoneName, zoneAt, zoneNames } from './site.ts';
import { type Titles, titleScore } from './titles.ts';

/** What a word is worth by where it stands. */
const zoneWorth: Record<ZoneName, number> = {
  text: 1.25,
  manifest: 0.5,
  erratum: 0.9,
  term: 1,
  command: 0.7,
  rule: 1,
  output: 0.35,
};

/** The weights of the ranking. They were chosen on one half of the query set; the tests hold both halves to floors. */
export const tuning = {
  /** A word in the title of a file or a terminal, whatever the zone. */
  zoneTitle: 3,
  /** BM25: how soon more occurrences stop counting, and how much a long record is held back. */
  saturation: 1.5,
  lengthShare: 0.3,
  /** Shares of the score: words in the text, words in titles, being the place that explains the word. */
  text: 1.25,
  title: 2.2,
  place: 0.7,
  /** Of a query that names a thing and something about it, the latter makes the better title. */
  aspectTitle: 1.3,
  /** The same as `place`, when the query has other words too. */
  placeOfMany: 0.35,
  /** The query is the title, or a part of it. */
  whole: 0.7,
  /** The query is the address of the page, such as the id of a rule. */
  address: 8,
  /** The words stand near each other; or side by side, as they were typed. */
  near: 0.3,
  sequence: 0.4,
  /** Of a page that explains a word as a whole: its beginning, and its other sections. */
  pageTop: 0.5,
  besidePlace: 0.55,
  /** A section whose title is this near to a word is about it. */
  sectionTitle: 0.95,
  /** A unit counts as found in a record by its titles alone from here on. */
  leastTitle: 0.3,
  /** Share of the query that a record must have; what it lacks lowers it by this power. */
  leastCover: 0.5,
  lossPower: 2.5,
  /** How much of a word's share does not depend on how rare it is. */
  evenness: 3,
  /** Shares of words that the site explains, of verbs, and of words that say what a reader wants to know about the rest. */
  explained: 0.85,
  verb: 0.9,
  wish: 0.3,
  /** Places that match this much worse than the best are not shown. */
  leastShown: 0.02,
  /** The beginning of a page, when the query has several words. */
  topOfMany: 0.6,
};

/** Words that stand in most queries and tell places apart in none. */
const generic = new Set(['kubectl', 'kubernetes', 'k8s', 'yaml']);

/** How much a place is worth beside others that match as well. */
const pageWorth: [pattern: RegExp, worth: number][] = [
  [/^\/glossary\//, 0.9],
  [/^\/errata\//, 0.88],
  [/^\/rules\/$/, 0.05],
  [/^\/rules\//, 0.08],
  [/^\/manifests\//, 0.45],
  [/^\/(about|offline)\//, 0.35],
  [/^\/getting-started\//, 0.5],
];
const fragmentWorth: Record<string, number> = { check: 0.7, cleanup: 0.97 };

export interface Ranked {
  record: number;
  score: number;
  /** Zones with a match; empty when only titles match. */
  zones: Set<ZoneName>;
  /** Positions of matches. */
  positions: number[];
}

export interface Ranking {
  /** Best first. */
  list: Ranked[];
  /** No record has all that was asked for; these have most of it. */
  isPartial: boolean;
  /** Units that nothing on the site matches. */
  missing: Unit[];
}

interface UnitMatch {
  unit: Unit;
  /** Value from 0 to 1, by record. */
  text: Map<number, number>;
  title: Map<number, number>;
  positions: Map<number, number[]>;
  rarity: number;
}

/** Ranks the records for a query whose words are prepared. */
export function rank(query: Query, index: PagefindIndex, site: Site, titles: readonly Titles[]): Ranking {
  const all = query.units.map(unit => matchUnit(unit, index, site, titles));
  const matches = all.filter(({ text, title }) => text.size > 0 || title.size > 0);
  const missing = all
    .filter(match => !matches.includes(match) && !match.unit.isOptional)
    .map(({ unit }) => unit);
  const weak = matches.filter(({ unit }) => unit.isWeak).length / 2;
  if (missing.length + weak >= matches.length - weak) return { list: [], isPartial: false, missing };

  const total = matches.reduce((sum, { rarity }) => sum + rarity, 0);
  const records = new Set(matches.flatMap(({ text, title }) => [...text.keys(), ...title.keys()]));
  const needed = matches.filter(({ unit }) => !unit.isOptional);
  const rows = [...records].map(record => {
    const found = matches.filter(({ text, title }) => text.has(record) || title.has(record));
    const lost = needed.filter(match => !found.includes(match));
    const cover = 1 - lost.reduce((sum, { rarity }) => sum + rarity, 0) / total;
    return { record, found, cover };
  });
  const chosen = rows.filter(({ cover }) => cover >= tuning.leastCover);
  const isPartial = !chosen.some(({ cover }) => cover === 1);
  const whole = squeeze(query.text);
  const isMany = needed.length > 1;
  const titleWeight = ({ unit }: UnitMatch) =>
    isMany && unit.places.size === 0 ? tuning.title * tuning.aspectTitle : tuning.title;
  const list = chosen.map(({ record, found, cover }): Ranked => {
    let score = 0;
    for (const match of found) {
      const share = match.rarity / total;
      const text = match.text.get(record) ?? 0;
      const title = match.title.get(record) ?? 0;
      const place = placeScore(match.unit, record, title, isMany, site);
      score += share * (tuning.text * text + titleWeight(match) * title + tuning.place * place);
    }
    const own = squeeze(titles[record]?.[0] ?? '');
    if (own.includes(whole))
      score += own === whole ? tuning.whole : tuning.whole * (whole.length / own.length);
    if (isAddress(query.text, record, site)) score += tuning.address;
    if (found.length > 1) {
      const lists = found.map(match => match.positions.get(record) ?? []);
      score += tuning.near * closeness(lists) + tuning.sequence * sequences(lists);
    }
    const positions = found.flatMap(match => match.positions.get(record) ?? []);
    const data = site.records[record];
    return {
      record,
      score:
        score *
        cover ** tuning.lossPower *
        worthOf(data, site) *
        (isMany && !data?.id ? tuning.topOfMany : 1),
      zones: new Set(data ? positions.flatMap(position => zoneName(data, position)) : []),
      positions,
    };
  });
  list.sort((a, b) => b.score - a.score || a.record - b.record);
  const least = (list[0]?.score ?? 0) * tuning.leastShown;
  return {
    list: list.filter(({ score }) => score >= least),
    isPartial: isPartial || missing.length > 0,
    missing,
  };
}

function matchUnit(unit: Unit, index: PagefindIndex, site: Site, titles: readonly Titles[]): UnitMatch {
  const text = new Map<number, number>();
  const positions = new Map<number, number[]>();
  for (const alternative of unit.alternatives)
    for (const [record, found] of matchAlternative(alternative, index)) {
      const value = alternative.weight * found.together * textScore(found, record, index, site);
      text.set(record, Math.max(text.get(record) ?? 0, value));
      positions.set(record, [
        ...(positions.get(record) ?? []),
        ...found.places.map(({ position }) => position),
      ]);
    }
  const title = new Map<number, number>();
  const labels = titleLabels(unit.alternatives);
  for (const [record, own] of titles.entries()) {
    let best = 0;
    for (const { label, weight } of labels) best = Math.max(best, weight * titleScore(own, label));
    if (best >= tuning.leastTitle) title.set(record, best);
  }
  // Words that no text has may still stand for a term that the site explains.
  if (text.size + title.size === 0)
    for (const record of titles.keys())
      if (unit.places.has(placeOf(record, site))) title.set(record, tuning.leastTitle);
  const count = Math.max(text.size, 1);
  const rarity = tuning.evenness + Math.log(1 + (index.size - count + 0.5) / (count + 0.5));
  return { unit, text, title, positions, rarity: rarity * importance(unit) };
}

function importance({ raw, places, isOptional }: Unit): number {
  if (isOptional || generic.has(raw)) return tuning.wish;
  if (places.size > 0) return tuning.explained;
  return /^[一-鿿々][ぁ-ゟ]/.test(raw) ? tuning.verb : 1;
}

/** Root-relative address of a record, without the base. */
function placeOf(record: number, site: Site): string {
  const data = site.records[record];
  const url = site.pages[data?.page ?? -1]?.url ?? '';
  return data?.id ? `${url}#${data.id}` : url;
}

/** `image/tag` is a page's address when a folder of the site has it. */
function isAddress(text: string, record: number, site: Site): boolean {
  const data = site.records[record];
  const url = site.pages[data?.page ?? -1]?.url ?? '';
  return data?.id === '' && text.includes('/') && url.endsWith(`/${text.replace(/^\/|\/$/g, '')}/`);
}

function titleLabels(alternatives: readonly Alternative[]): { label: string; weight: number }[] {
  const labels = new Map<string, number>();
  for (const { label, weight, how } of alternatives) {
    // A title with another word than the reader's is a weaker sign than a text with his own.
    const worth = how === 'synonym' ? weight * weight : weight;
    labels.set(label, Math.max(labels.get(label) ?? 0, worth));
  }
  return [...labels].map(([label, weight]) => ({ label, weight }));
}

function textScore({ places }: Found, record: number, index: PagefindIndex, site: Site): number {
  const data = site.records[record];
  if (!data) return 0;
  let frequency = 0;
  for (const { position, weight } of places) {
    const zone = zoneAt(data, position);
    const worth = zone ? zoneWorth[zoneNames[zone[0]] ?? 'text'] : 1;
    frequency += weight * (zone && position < zone[2] ? tuning.zoneTitle : worth);
  }
  const length = 1 - tuning.lengthShare + (tuning.lengthShare * index.lengthOf(record)) / index.averageLength;
  return frequency / (frequency + tuning.saturation * length);
}

/**
 * How surely the record explains the unit. Where a whole page does, its best-titled section does, then its beginning; for
 * a query that wants to know something about the thing, all of the page does.
 */
function placeScore({ places }: Unit, record: number, title: number, isMany: boolean, site: Site): number {
  const data = site.records[record];
  if (!data || places.size === 0) return 0;
  const url = site.pages[data.page]?.url ?? '';
  let best = 0;
  for (const [place, worth] of places) {
    if (!place.startsWith(url)) continue;
    if (isMany && !place.includes('#')) {
      best = Math.max(best, worth);
      continue;
    }
    const isHere = place === placeOf(record, site);
    if (place.includes('#')) best = Math.max(best, worth * (isHere ? 1 : tuning.besidePlace));
    else
      best = Math.max(
        best,
        worth * (title >= tuning.sectionTitle ? 1 : isHere ? tuning.pageTop : tuning.besidePlace),
      );
  }
  return best;
}

function worthOf(data: SiteRecord | undefined, site: Site): number {
  const url = site.pages[data?.page ?? -1]?.url ?? '';
  const page = pageWorth.find(([pattern]) => pattern.test(url))?.[1] ?? 1;
  return page * (fragmentWorth[data?.id ?? ''] ?? 1);
}

function zoneName(data: SiteRecord, position: number): ZoneName[] {
  const zone = zoneAt(data, position);
  const name = zone && zoneNames[zone[0]];
  return name ? [name] : [];
}

/** 1 when the words of a query stand side by side in a record, 0 when they are far apart. */
function closeness(lists: readonly (readonly number[])[]): number {
  let sum = 0;
  for (let i = 1; i < lists.length; i++) {
    let least = Number.POSITIVE_INFINITY;
    for (const a of lists[i - 1] ?? [])
      for (const b of lists[i] ?? []) least = Math.min(least, b >= a ? b - a : a - b + 2);
    sum += least <= 3 ? 1 : least <= 8 ? 0.6 : least <= 20 ? 0.25 : 0;
  }
  return sum / (lists.length - 1);
}

/** Share of the occurrences' best run: 1 when all words stand side by side in the order they were typed, somewhere. */
function sequences(lists: readonly (readonly number[])[]): number {
  const [first = [], ...others] = lists;
  const isRun = first.some(start => {
    let at = start;
    return others.every(list => {
      const next = list.find(position => position > at && position - at <= 2);
      at = next ?? at;
      return next !== undefined;
    });
  });
  return isRun ? 1 : 0;
}
