import { normalize, squeeze, toKatakana } from './normalize.ts';
import {
  contentChunks,
  hiraganaStem,
  latinStop,
  type Run,
  runsOf,
  type Script,
  wishes,
  withoutParticle,
} from './script.ts';
import type { WordGroup } from './site.ts';
import { isAffix, type Vocabulary } from './vocabulary.ts';

/** Index words that follow each other at once: one way to write a slot. */
export interface Variant {
  keys: string[];
  /** Longer words that begin with the key count too; of a verb, only its own forms (消す, 消して, but not 消費). */
  longer: 'all' | 'verb' | 'none';
  weight: number;
}

/** One place in a phrase, and all words that may stand there. */
export type Slot = Variant[];

/** One way to find a unit. */
export interface Alternative {
  slots: Slot[];
  weight: number;
  /** What it looks for, normalised: matched with titles, marked in excerpts. */
  label: string;
  how: 'typed' | 'spelling' | 'repair' | 'synonym' | 'part';
  /** The slots must follow each other; otherwise they may stand apart, for less. */
  isTight: boolean;
}

/** One thing that the reader looks for: all units must be found. */
export interface Unit {
  raw: string;
  alternatives: Alternative[];
  /** Places that explain it, with how surely. */
  places: Map<string, number>;
  /** A place that has all the rest answers the query too. */
  isOptional: boolean;
  /** Only a part of the word is known. */
  isWeak: boolean;
}

export interface Query {
  /** The whole query, normalised. */
  text: string;
  units: Unit[];
}

/** One word in the Latin alphabet as Pagefind cuts text: dots and underscores join, everything else separates. */
const latinToken = /[a-z0-9][a-z0-9._]*(?:[-/:=@][a-z0-9._]+)*/;
const japanese = /[ぁ-ゟァ-ヺー一-鿿々〆ヶ]+/;
const pieces = new RegExp(`${latinToken.source}|${japanese.source}`, 'g');
const quoted = /"([^"]+)"|「([^」]+)」|『([^』]+)』/g;

/**
 * What a query looks for.
 * @param mayRepair Words that the site does not have may be read as words that are written almost so.
 */
export function parseQuery(typed: string, vocabulary: Vocabulary, mayRepair = true): Query {
  const text = normalize(typed);
  const make = new UnitMaker(vocabulary, mayRepair);
  if (vocabulary.groups(text).length > 0) return { text, units: [make.unit(text)] };
  const units: Unit[] = [];
  const rest = text.replace(quoted, (_, ...parts: (string | undefined)[]) => {
    const phrase = parts.slice(0, 3).find(Boolean);
    if (phrase) units.push(make.phrase(phrase));
    return ' ';
  });
  for (const word of joinLatin(rest.split(' ').filter(Boolean), vocabulary)) {
    if (vocabulary.groups(word).length > 0) units.push(make.unit(word));
    else
      for (const match of word.matchAll(pieces))
        units.push(...make.units(match.index > 0 ? withoutParticle(match[0]) : match[0]));
  }
  const meaning = units.filter(({ raw }) => !latinStop.has(raw));
  const chosen = meaning.length > 0 ? meaning : units;
  const isAllOptional = chosen.every(({ isOptional }) => isOptional);
  return { text, units: isAllOptional ? chosen.map(unit => ({ ...unit, isOptional: false })) : chosen };
}

/** Latin words that are one word in the site: `load balancer`, `image pull back off`. */
function joinLatin(words: readonly string[], vocabulary: Vocabulary): string[] {
  const joined: string[] = [];
  for (let at = 0; at < words.length; ) {
    let count = Math.min(5, words.length - at);
    for (; count > 1; count--) {
      const part = words.slice(at, at + count);
      const whole = part.join('');
      if (part.every(word => /^[a-z0-9]+$/.test(word)) && isOneWord(whole, part, vocabulary)) break;
    }
    joined.push(words.slice(at, at + count).join(' '));
    at += count;
  }
  return joined;
}

function isOneWord(whole: string, parts: readonly string[], vocabulary: Vocabulary): boolean {
  return vocabulary.groups(whole).length > 0 || (parts.length > 1 && vocabulary.hasLatin(whole));
}

class UnitMaker {
  private readonly vocabulary: Vocabulary;
  private readonly mayRepair: boolean;

  constructor(vocabulary: Vocabulary, mayRepair: boolean) {
    this.vocabulary = vocabulary;
    this.mayRepair = mayRepair;
  }

  /** The units of one piece of a query: one Latin word, or a run of Japanese. */
  units(piece: string): Unit[] {
    if (piece === '') return [];
    if (!japanese.test(piece) || this.vocabulary.groups(piece).length > 0) return [this.unit(piece)];
    const known = this.vocabulary.groupWithin(piece);
    if (!known) return contentChunks(piece).flatMap(chunk => this.chunk(chunk));
    const at = piece.indexOf(known);
    const before = piece.slice(0, at);
    const after = withoutParticle(piece.slice(at + known.length));
    return [
      ...contentChunks(before).flatMap(chunk => this.chunk(chunk)),
      this.unit(known),
      ...this.units(after),
    ];
  }

  /** A chunk of several scripts is several words that stand together: 再起動ポリシー, レプリカ数. */
  private chunk(chunk: string): Unit[] {
    if (wishes.has(chunk) || this.vocabulary.groups(chunk).length > 0) return [this.unit(chunk)];
    const words: string[] = [];
    let before: Script | undefined;
    for (const { script, text } of runsOf(chunk)) {
      if (script === 'katakana') words.push(...this.vocabulary.katakanaWords(text));
      else if (before === 'hiragana' || (before && script === 'hiragana')) words.push(words.pop() + text);
      else words.push(text);
      before = script;
    }
    return words.map(word => {
      const unit = this.unit(word);
      return words.length > 1 && isAffix(word) ? { ...unit, isOptional: true } : unit;
    });
  }

  unit(raw: string): Unit {
    const alternatives = this.written(raw);
    const places = new Map<string, number>();
    const labels = new Set([raw, ...alternatives.map(({ label }) => label)]);
    for (const label of labels)
      for (const group of this.vocabulary.groups(label))
        this.addGroup(group, label, group.place ? 0.8 : 0.65, alternatives, places);
    if (places.size === 0 && /[ぁ-ゟァ-ヺー一-鿿]/.test(raw) && raw.length > 1)
      for (const prefix of new Set([raw, toKatakana(raw)]))
        for (const group of this.vocabulary.groupsFrom(squeeze(prefix)))
          this.addGroup(group, prefix, 0.6, alternatives, places);
    const isWeak = alternatives.length > 0 && alternatives.every(({ how }) => how === 'part');
    return { raw, alternatives, places, isOptional: wishes.has(raw), isWeak };
  }

  /** A quoted phrase is taken as it is. */
  phrase(raw: string): Unit {
    const alternatives = this.written(raw)
      .filter(({ how }) => how === 'typed')
      .map(alternative => ({ ...alternative, isTight: true }));
    return { raw, alternatives, places: new Map(), isOptional: false, isWeak: false };
  }

  private addGroup(
    group: WordGroup,
    label: string,
    weight: number,
    alternatives: Alternative[],
    places: Map<string, number>,
  ): void {
    const [name = ''] = group.words;
    const isName = squeeze(name) === squeeze(label);
    if (group.place) places.set(group.place, Math.max(places.get(group.place) ?? 0, isName ? 1 : weight));
    for (const word of group.words) {
      if (!group.place) this.addPlaces(word, places);
      const form = normalize(word);
      if (alternatives.some(known => squeeze(known.label) === squeeze(form))) continue;
      for (const found of this.written(form, false))
        alternatives.push({ ...found, how: 'synonym', weight: weight * found.weight });
    }
  }

  /** An everyday word that stands for a term leads to the place of the term, less surely. */
  private addPlaces(word: string, places: Map<string, number>): void {
    for (const { place } of this.vocabulary.groups(word))
      if (place && !places.has(place)) places.set(place, 0.5);
  }

  /** Ways to find what is written; nothing when the site has no such words. */
  private written(text: string, mayRepair = this.mayRepair): Alternative[] {
    const runs = text.split(' ').flatMap(word => Array.from(word.matchAll(pieces), ([piece]) => piece));
    const parts = runs.map(piece =>
      japanese.test(piece) ? this.japanese(piece, mayRepair) : this.latin(piece, mayRepair),
    );
    const joined = squeeze(text);
    const whole: Alternative[] =
      runs.length > 1 && /^[a-z0-9]+$/.test(joined) && this.vocabulary.hasLatin(joined)
        ? [alternative([[variant([joined])]], joined)]
        : [];
    if (parts.length === 0 || parts.some(part => part.length === 0)) return whole;
    const [first = []] = parts;
    if (parts.length === 1) return [...whole, ...first];
    const chosen = parts.flatMap(([part]) => part ?? []);
    return [
      ...whole,
      {
        slots: chosen.flatMap(({ slots }) => slots),
        weight: Math.min(...chosen.map(({ weight }) => weight)),
        label: chosen.every(({ how }) => how === 'typed') ? text : chosen.map(({ label }) => label).join(' '),
        how: chosen.find(({ how }) => how !== 'typed')?.how ?? 'typed',
        isTight: chosen.every(({ isTight }) => isTight) && false,
      },
    ];
  }

  private latin(token: string, mayRepair: boolean): Alternative[] {
    const words = token
      .split(/[-/:=@]+/)
      .map(word => word.replace(/^[._]+|[._]+$/g, ''))
      .filter(Boolean);
    const lists = words.map(word => this.latinWord(word, mayRepair));
    if (lists.some(list => list.length === 0)) return [];
    const count = Math.max(...lists.map(list => list.length));
    return Array.from({ length: lists.length === 1 ? count : 1 }, (_, index) => {
      const chosen = lists.flatMap(list => list[index] ?? list[0] ?? []);
      return {
        slots: chosen.map(({ slot }) => slot),
        weight: Math.min(...chosen.map(({ weight }) => weight)),
        label: chosen.every(({ how }) => how === 'typed')
          ? token
          : chosen.map(({ label }) => label).join('-'),
        how: chosen.find(({ how }) => how !== 'typed')?.how ?? 'typed',
        isTight: false,
      };
    });
  }

  private latinWord(
    word: string,
    mayRepair: boolean,
  ): { slot: Slot; label: string; weight: number; how: Alternative['how'] }[] {
    const joined = word.replaceAll('.', '');
    if (joined !== word) {
      const slot: Slot = [variant([joined]), variant(word.split('.').filter(Boolean), 0.7, 'none')];
      return [{ slot, label: word, weight: 1, how: 'typed' }];
    }
    return this.vocabulary.latin(word, mayRepair).map(found => ({
      slot: [variant([found.word])],
      label: found.word,
      weight: found.weight,
      how: found.how,
    }));
  }

  private japanese(text: string, mayRepair: boolean): Alternative[] {
    const runs = runsOf(text);
    if (runs.every(({ script }) => script === 'hiragana')) return this.hiragana(text);
    let options: Alternative[] = [alternative([], '')];
    for (const [index, run] of runs.entries()) {
      if (run.script === 'hiragana' && index > 0) continue;
      const next = runs[index + 1];
      const ending = run.script === 'kanji' && next?.script === 'hiragana' ? next.text : '';
      const ways = this.run(run, ending, mayRepair);
      options = options.flatMap(option => ways.map(way => append(option, way))).slice(0, 4);
    }
    const isOne = options.every(({ slots }) => slots.length === 1);
    return options.map(option => ({ ...option, isTight: isOne || option.isTight }));
  }

  private run(run: Run, ending: string, mayRepair: boolean): Alternative[] {
    if (run.script === 'katakana')
      return this.vocabulary.katakana(run.text, mayRepair).map(found => ({
        ...alternative([[variant([found.word])]], found.word),
        weight: found.weight,
        how: found.how,
      }));
    if (run.script === 'hiragana') return [alternative([[variant(pairs(run.text), 1, 'none')]], run.text)];
    if (run.script === 'latin') return this.latin(run.text, mayRepair);
    const known = this.vocabulary.kanji(run.text);
    const [only] = known;
    if (known.length === 0) {
      const part = this.vocabulary.kanjiPart(run.text);
      if (!part) return [];
      const isMost =
        part.length > 2 && part.length * 2 >= run.text.length && this.vocabulary.groups(part).length > 0;
      return [
        { ...alternative([kanjiSlot(part, ending)], part), weight: 0.6, how: isMost ? 'spelling' : 'part' },
      ];
    }
    if (known.length === 1 && only === run.text) {
      const whole = alternative([kanjiSlot(only, ending)], only + ending);
      return ending || this.vocabulary.groups(only).length > 0 ? [whole] : [whole, ...this.looser(only)];
    }
    const slots = known.map((piece, index) =>
      this.withSynonyms(piece, index === known.length - 1 ? ending : ''),
    );
    return [{ ...alternative(slots, known.join(' ')), weight: 0.7, isTight: false }];
  }

  /** A long word may also stand without its affix (並列数), or in two words (並列実行). */
  private looser(run: string): Alternative[] {
    const stems = [run.slice(0, -1), run.slice(1)].filter(
      (stem, index) => stem.length > 1 && isAffix(index === 0 ? run.slice(-1) : run.slice(0, 1)),
    );
    const halves = run.length === 4 ? [run.slice(0, 2), run.slice(2)] : [];
    return [
      ...stems.map(stem => ({
        ...alternative([kanjiSlot(stem, '')], stem),
        weight: 0.7,
        how: 'spelling' as const,
      })),
      ...(halves.length > 0 && halves.every(half => this.vocabulary.kanji(half).length === 1)
        ? [
            {
              ...alternative(
                halves.map(half => kanjiSlot(half, '')),
                halves.join(' '),
              ),
              weight: 0.6,
              isTight: false,
            },
          ]
        : []),
    ];
  }

  /** A piece of a word that the site has only in pieces, or the words that stand for it. */
  private withSynonyms(piece: string, ending: string): Slot {
    const others = this.vocabulary
      .groups(piece)
      .flatMap(({ words }) => words)
      .flatMap(word => (piece === word ? [] : this.written(normalize(word), false)))
      .flatMap(({ slots }) => (slots.length === 1 ? (slots[0] ?? []) : []));
    return [...kanjiSlot(piece, ending), ...others.map(other => ({ ...other, weight: other.weight * 0.7 }))];
  }

  /** A word in hiragana: katakana that was not converted, or a word that is written so. */
  private hiragana(text: string): Alternative[] {
    const kana = toKatakana(text);
    const found = text.length > 1 ? this.vocabulary.katakana(kana, false) : [];
    const list: Alternative[] = found.map(({ word, weight }) => ({
      ...alternative([[variant([word])]], word),
      weight: weight * 0.95,
      how: 'spelling',
    }));
    if (list.length === 0 && text.length > 1) {
      const stem = hiraganaStem(text);
      list.push(alternative([[variant(pairs(stem), 1, 'none')]], stem));
    }
    return list;
  }
}

function alternative(slots: Slot[], label: string): Alternative {
  return { slots, label, weight: 1, how: 'typed', isTight: true };
}

function append(option: Alternative, way: Alternative): Alternative {
  return {
    slots: [...option.slots, ...way.slots],
    label: option.label + way.label,
    weight: Math.min(option.weight, way.weight),
    how: option.how === 'typed' ? way.how : option.how,
    isTight: option.isTight && way.isTight,
  };
}

function variant(keys: string[], weight = 1, longer: Variant['longer'] = 'all'): Variant {
  return { keys, weight, longer };
}

/** Kanji and the kana of a verb's end. Of a verb in one kanji, other forms count for less. */
function kanjiSlot(kanji: string, ending: string): Slot {
  if (!ending) return [variant(pairs(kanji), 1, kanji.length > 2 ? 'none' : 'all')];
  const last = `${kanji.slice(-1)}${ending[0]}`;
  if (kanji.length === 1) return [variant([last]), variant([kanji], 0.7, 'verb')];
  return [variant([...pairs(kanji), last], 1, 'none'), variant(pairs(kanji), 0.7, 'none')];
}

/** The pairs of letters by which a run is found: Pagefind indexes every two neighbours. `名前解決` gives 名前 and 解決. */
function pairs(run: string): string[] {
  if (run.length <= 2) return [run];
  const list: string[] = [];
  for (let at = 0; at + 2 <= run.length; at += 2) list.push(run.slice(at, at + 2));
  if (run.length % 2 === 1) list.push(run.slice(-2));
  return list;
}
