import { closeness, sequences } from './closeness.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import { squeeze } from './normalize.ts';
import type { PagefindIndex } from './pagefind.ts';
import { isAddress, isHome, placeScore, placeWorth } from './place.ts';
import type { Query, Unit } from './query.ts';
import { type Site, type SiteRecord, type ZoneName, zoneAt, zoneNames } from './site.ts';
import type { Title, Titles } from './titles.ts';
import { generic, share, tuning } from './weights.ts';

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

/** Ranks the records for a query whose words are prepared. */
export function rank(query: Query, index: PagefindIndex, site: Site, titles: readonly Titles[]): Ranking {
  const all = query.units.map(unit => evidenceOf(unit, index, site, titles));
  const matches = all.filter(({ text, title }) => text.size > 0 || title.size > 0);
  const missing = all
    .filter(match => !matches.includes(match) && !match.unit.isOptional)
    .map(({ unit }) => unit);
  const doubt = matches.reduce((sum, { unit }) => sum + unit.doubt, 0);
  if (missing.length + doubt >= matches.length - doubt) return { list: [], isPartial: false, missing };

  const total = matches.reduce((sum, { weight }) => sum + weight, 0);
  const needed = matches.filter(({ unit }) => !unit.isOptional);
  const isMany = needed.length > 1;
  const whole = squeeze(query.text);
  const records = new Set(matches.flatMap(({ text, title }) => [...text.keys(), ...title.keys()]));
  const list: Ranked[] = [];
  let isPartial = true;
  for (const record of records) {
    const found = withoutRests(
      matches.filter(({ text, title }) => text.has(record) || title.has(record)),
      matches,
    );
    const lost = needed.filter(match => !found.includes(match));
    const cover = 1 - lost.reduce((sum, { weight }) => sum + weight, 0) / total;
    if (cover < tuning.leastCover) continue;
    if (lost.length === 0) isPartial = false;
    const data = site.records[record];
    const positions = found.flatMap(match => match.positions.get(record) ?? []);
    list.push({
      record,
      score:
        (wordScore(record, found, total, isMany, site) +
          phraseScore(record, found, titles[record]?.names ?? [], whole, total) +
          (isAddress(query.text, record, site) ? tuning.address : 0)) *
        cover ** tuning.lossPower *
        (isMany ? 1 - tuning.away * elsewhere(record, matches, total, site) : 1) *
        placeWorth(record, site) *
        (isMany && !data?.id ? tuning.topOfMany : 1),
      zones: new Set(data ? positions.flatMap(position => zoneName(data, position)) : []),
      positions,
    });
  }
  list.sort((a, b) => b.score - a.score || a.record - b.record);
  const least = (list[0]?.score ?? 0) * tuning.leastShown;
  return {
    list: list.filter(({ score }) => score >= least),
    isPartial: isPartial || missing.length > 0,
    missing,
  };
}

/** Leaves out what a record has of a compound when it is the lesser part: 処理 of 例外処理. */
function withoutRests(found: Evidence[], all: readonly Evidence[]): Evidence[] {
  const weigh = (list: readonly Evidence[], compound: string) =>
    list.reduce((sum, { unit, weight }) => sum + (unit.compound === compound ? weight : 0), 0);
  return found.filter(
    ({ unit: { compound } }) => !compound || weigh(found, compound) >= weigh(all, compound) / 2,
  );
}

/** Share of the query that other pages explain. */
function elsewhere(record: number, all: readonly Evidence[], total: number, site: Site): number {
  const away = all.filter(({ unit }) => unit.places.size > 0 && !isHome(unit, record, site));
  return away.reduce((sum, { weight }) => sum + weight, 0) / total;
}

/** What the words of the query are worth in a record, each by itself. */
function wordScore(
  record: number,
  found: readonly Evidence[],
  total: number,
  isMany: boolean,
  site: Site,
): number {
  let score = 0;
  for (const match of found) {
    const text = match.text.get(record) ?? 0;
    const title = match.title.get(record) ?? 0;
    const place = placeScore(match.unit, record, title, isMany, site);
    const isAspect = isMany && match.unit.places.size === 0 && match.unit.weight > share.action;
    const titleShare = isAspect ? tuning.title * tuning.aspectTitle : tuning.title;
    score +=
      (match.weight / total) *
      (tuning.text * text + titleShare * title + (isMany ? tuning.placeOfMany : tuning.place) * place);
  }
  return score;
}

/** What it is worth that the words stand together, in one title or in the text. */
function phraseScore(
  record: number,
  found: readonly Evidence[],
  names: readonly Title[],
  whole: string,
  total: number,
): number {
  let score = 0;
  for (const [, worth, squeezed] of names)
    if (squeezed.includes(whole))
      score = Math.max(score, tuning.whole * worth * (whole.length / squeezed.length));
  if (found.length < 2) return score;
  const lists = found.map(match => match.positions.get(record) ?? []);
  return (
    score +
    tuning.near * closeness(lists) +
    tuning.sequence * sequences(lists) +
    tuning.oneTitle * inOneTitle(record, found, names, total)
  );
}

/** The largest share of the query that stands in one title; 0 for a single word. */
function inOneTitle(
  record: number,
  found: readonly Evidence[],
  names: readonly Title[],
  total: number,
): number {
  const titled = found.filter(({ title, unit }) => title.has(record) && !generic.has(unit.raw));
  if (titled.length < 2) return 0;
  let best = 0;
  for (const [text, worth] of names) {
    const inside = titled.map(({ labels, weight }) => {
      const label = labels.find(([word]) => word !== '' && text.includes(word));
      return label ? weight * label[1] : 0;
    });
    if (inside.filter(share => share > 0).length < 2) continue;
    best = Math.max(best, (worth * inside.reduce((sum, share) => sum + share, 0)) / total);
  }
  return best;
}

function zoneName(data: SiteRecord, position: number): ZoneName[] {
  const zone = zoneAt(data, position);
  const name = zone && zoneNames[zone[0]];
  return name ? [name] : [];
}
