import type { PagefindIndex, Place } from './pagefind.ts';
import type { Alternative, Slot, Unit, Variant } from './query.ts';

/** Where an alternative was found in one record. */
export interface Found {
  /** First word of each occurrence. */
  places: Place[];
  /** How well the parts stand together: 1 for a phrase, less for parts that stand apart. */
  together: number;
}

/** Neighbouring words: at most this many words on (a dash or a slash between two counts as a word). */
const nextTo = 2;
/** Parts that stand near each other, though not together. */
const nearBy = 8;
const weightNear = 0.5;
const weightApart = 0.2;
/** An index word that begins with what was typed. */
const weightPrefix = 0.8;
/** A part of a longer katakana word has a low weight in the index; it is as good as an English word inside camelCase. */
const leastWeight = 0.4;
const longerWords = 40;

/** All index words that the units need: they have to be prepared before `matchAlternative`. */
export function neededWords(units: readonly Unit[]): string[] {
  return units.flatMap(unit =>
    unit.alternatives.flatMap(({ slots }) => slots.flatMap(slot => slot.flatMap(({ keys }) => keys))),
  );
}

/** Records that have the alternative, with the places. */
export function matchAlternative({ slots, isTight }: Alternative, index: PagefindIndex): Map<number, Found> {
  const lists = slots.map(slot => matchSlot(slot, index));
  const [first, ...others] = lists;
  const found = new Map<number, Found>();
  if (!first) return found;
  for (const [record, places] of first) {
    const rest = others.map(list => list.get(record));
    if (rest.some(list => list === undefined)) continue;
    const parts = [places, ...rest.flatMap(list => (list ? [list] : []))];
    const phrase = inSequence(parts, nextTo);
    if (phrase.length > 0) found.set(record, { places: phrase, together: 1 });
    else if (!isTight) {
      const near = inSequence(parts, nearBy);
      if (near.length > 0) found.set(record, { places: near, together: weightNear });
      else found.set(record, { places: parts.flat(), together: weightApart });
    }
  }
  return found;
}

function matchSlot(slot: Slot, index: PagefindIndex): Map<number, Place[]> {
  const merged = new Map<number, Place[]>();
  for (const variant of slot)
    for (const [record, places] of matchVariant(variant, index))
      merged.set(record, [...(merged.get(record) ?? []), ...places]);
  return merged;
}

function matchVariant({ keys, longer, weight }: Variant, index: PagefindIndex): Map<number, Place[]> {
  const [first = '', ...others] = keys;
  const scale = (places: readonly Place[], by: number) =>
    places.map(({ position, weight: own }) => ({ position, weight: Math.max(own, leastWeight) * by }));
  const found = new Map<number, Place[]>();
  if (others.length > 0) {
    for (const [record, places] of index.find(first)) {
      const rest = others.flatMap(key => {
        const list = index.find(key).get(record);
        return list ? [list] : [];
      });
      if (rest.length < others.length) continue;
      const phrase = inSequence([places, ...rest], nextTo);
      if (phrase.length > 0) found.set(record, scale(phrase, weight));
    }
    return found;
  }
  for (const [record, places] of index.find(first)) found.set(record, scale(places, weight));
  if (longer === 'none' || (first.length < 2 && /[a-z0-9]/.test(first))) return found;
  for (const word of index.findPrefix(first, longerWords)) {
    if (word === first || (longer === 'verb' && !/[ぁ-ゟ]/.test(word[first.length] ?? ''))) continue;
    const by = weight * weightPrefix * Math.sqrt(first.length / word.length);
    for (const [record, places] of index.find(word))
      found.set(record, [...(found.get(record) ?? []), ...scale(places, by)]);
  }
  return found;
}

/** Places of the first list from which every next list has a word at most `gap` words on. */
function inSequence(lists: readonly (readonly Place[])[], gap: number): Place[] {
  const [first = [], ...others] = lists;
  return first.filter(({ position }) => {
    let at = position;
    return others.every(list => {
      let next = Number.POSITIVE_INFINITY;
      for (const place of list)
        if (place.position >= at && place.position - at <= gap && place.position < next)
          next = place.position;
      at = next;
      return next !== Number.POSITIVE_INFINITY;
    });
  });
}
