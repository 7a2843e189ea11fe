import { pieces } from './forms.ts';
import { normalize, toKatakana } from './normalize.ts';
import { UnitMaker } from './units.ts';
import type { Vocabulary } from './vocabulary.ts';
import { latinStop, withoutParticle } from './words.ts';

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
  /** 0.5 when only a part of the word is known, less for a word of a compound that the site does not have. */
  doubt: number;
  /** The compound that it is a part of, when the site has only its parts. */
  compound?: string;
  /** What it counts for beside the others; 1 for a noun. */
  weight: number;
}

export interface Query {
  /** The whole query, normalised. */
  text: string;
  units: Unit[];
}

const quoted = /"([^"]+)"|「([^」]+)」|『([^』]+)』/g;

/**
 * What a query looks for.
 * @param mayRepair Words that the site does not have may be read as words that are written almost so.
 */
export function parseQuery(typed: string, vocabulary: Vocabulary, mayRepair = true): Query {
  const text = normalize(typed);
  const make = new UnitMaker(vocabulary, mayRepair);
  if (vocabulary.groups(text).length > 0) return { text, units: [make.ofWord(text)] };
  // さーびす: the site writes it in katakana.
  const kana = /^[ぁ-ゟー]{3,}$/.test(text) ? toKatakana(text) : '';
  if (kana && vocabulary.katakana(kana, mayRepair).length > 0) return { text, units: [make.ofWord(kana)] };
  const units: Unit[] = [];
  const rest = text.replace(quoted, (_, ...parts: (string | undefined)[]) => {
    const phrase = parts.slice(0, 3).find(Boolean);
    if (phrase) units.push(make.ofPhrase(phrase));
    return ' ';
  });
  for (const { text: word, isAfter } of joinLatin(wordsOf(rest, vocabulary), vocabulary))
    units.push(...make.ofPiece(isAfter ? withoutParticle(word) : word));
  const meaning = units.filter(({ raw }) => !latinStop.has(raw));
  const chosen = meaning.length > 0 ? meaning : units;
  const isAllOptional = chosen.every(({ isOptional }) => isOptional);
  return { text, units: isAllOptional ? chosen.map(unit => ({ ...unit, isOptional: false })) : chosen };
}

/** A Latin word or a run of Japanese. */
interface Word {
  text: string;
  /** It stands right after another word: it may begin with a particle. */
  isAfter: boolean;
}

/** Cuts a query at blanks, at punctuation and between scripts, but for names that the site knows as they are typed. */
function wordsOf(text: string, vocabulary: Vocabulary): Word[] {
  return text.split(/[\s、。，．・！？!?（）()]+/).flatMap((part): Word[] => {
    if (part === '') return [];
    if (vocabulary.groups(part).length > 0) return [{ text: part, isAfter: false }];
    return Array.from(part.matchAll(pieces), match => ({ text: match[0], isAfter: match.index > 0 }));
  });
}

/** Latin words that are one word in the site: `load balancer`, `image pull back off`. */
function joinLatin(words: readonly Word[], vocabulary: Vocabulary): Word[] {
  const joined: Word[] = [];
  for (let at = 0; at < words.length; ) {
    const [first, ...others] = words.slice(at, at + 5);
    if (!first) break;
    const end = others.findIndex(({ text }) => !isLatin(text));
    let count = isLatin(first.text) ? 1 + (end < 0 ? others.length : end) : 1;
    const part = () => words.slice(at, at + count).map(({ text }) => text);
    while (count > 1 && !isOneWord(part(), vocabulary)) count--;
    const dashed = part().join('-');
    const text = vocabulary.groups(dashed).length > 0 ? dashed : part().join(' ');
    joined.push({ text, isAfter: first.isAfter });
    at += count;
  }
  return joined;
}

function isLatin(word: string): boolean {
  return /^[a-z0-9]+$/.test(word);
}

function isOneWord(parts: readonly string[], vocabulary: Vocabulary): boolean {
  const whole = parts.join('');
  if (vocabulary.groups(whole).length > 0 || vocabulary.groups(parts.join('-')).length > 0) return true;
  // A term that has a name of its own is not swallowed: `503 Service Unavailable`.
  const hasTerm = parts.some(part => vocabulary.groups(part).length > 0);
  return !hasTerm && (vocabulary.hasLatin(whole) || (whole.length > 9 && vocabulary.isInLatin(whole)));
}
