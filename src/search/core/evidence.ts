import { type Found, matchAlternative } from './match.ts';
import type { PagefindIndex } from './pagefind.ts';
import type { Alternative, Unit } from './query.ts';
import { type Site, zoneAt, zoneNames } from './site.ts';
import { type Titles, titleScore } from './titles.ts';
import { generic, synonymWorth, tuning, zoneWorth } from './weights.ts';

/** Where a unit is found, and how well. */
export interface Evidence {
  unit: Unit;
  /** Value from 0 to 1, by record. */
  text: Map<number, number>;
  title: Map<number, number>;
  positions: Map<number, number[]>;
  /** Words to look for in titles, with their weights, the heaviest first. */
  labels: readonly (readonly [label: string, weight: number])[];
  /** What the unit counts for in its query: more, the fewer places have it. */
  weight: number;
}

/** Looks a unit up in the texts and titles of all records. Its words must be prepared in the index. */
export function evidenceOf(
  unit: Unit,
  index: PagefindIndex,
  site: Site,
  titles: readonly Titles[],
): Evidence {
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
    for (const [label, weight] of labels)
      if (weight > best) best = Math.max(best, weight * titleScore(own, label));
    if (best >= tuning.leastTitle) title.set(record, best);
  }
  // The place that explains a term has it, in whatever words.
  if (unit.places.size > 0)
    for (const [record, { place }] of site.records.entries()) {
      const isSure = (unit.places.get(place) ?? 0) >= (text.size > 0 ? synonymWorth.term : 0.1);
      if (isSure && !title.has(record)) title.set(record, tuning.leastTitle);
    }
  const count = Math.max(text.size, 1);
  const rarity = tuning.evenness + Math.log(1 + (index.size - count + 0.5) / (count + 0.5));
  return { unit, text, title, positions, labels, weight: rarity * importance(unit) };
}

function importance({ raw, places, weight }: Unit): number {
  if (generic.has(raw)) return tuning.generic;
  return places.size > 0 ? weight * tuning.explained : weight;
}

function titleLabels(alternatives: readonly Alternative[]): [label: string, weight: number][] {
  const labels = new Map<string, number>();
  for (const { label, weight, how } of alternatives) {
    // A title with another word than the reader's is a weaker sign than a text with his own; another name of a term is not.
    const worth = how === 'synonym' && weight < synonymWorth.term ? weight * weight : weight;
    labels.set(label, Math.max(labels.get(label) ?? 0, worth));
  }
  return [...labels].sort((a, b) => b[1] - a[1]);
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
