import { normalize } from './normalize.ts';
import { lineMark } from './site.ts';

/** A piece of text; `isMatch` pieces are what the query hit. */
export interface Piece {
  text: string;
  isMatch: boolean;
}

const longest = 110;
/** Further back than this, a sentence's beginning is given up for a nearer phrase. */
const leadMost = 36;

export interface Excerpt {
  pieces: Piece[];
  /** How much of what was looked for it shows; to be compared with other parts of the same place. */
  worth: number;
}

/**
 * The part of a text that shows best why it was found. It begins where a sentence, a line or a phrase begins.
 * @param text Plain text; lines are separated by `lineMark`.
 * @param needles Normalised words to show, the most wanted first.
 */
export function makeExcerpt(text: string, needles: readonly string[]): Excerpt {
  const clean = text
    .replace(/\u200b/g, '')
    .replace(/\. *$/, '')
    .trim();
  const { plain, origin } = normalizeWithOrigin(clean);
  const hits = findAll(plain, needles);
  const { start, worth } = bestStart(plain, hits);
  const from = origin[start] ?? 0;
  let end = Math.min(clean.length, from + longest);
  if (end < clean.length) end = backToPhrase(clean, from, end);
  const shown = hits
    .map(({ at, length }) => ({ from: origin[at] ?? 0, to: origin[at + length] ?? clean.length }))
    .filter(hit => hit.from >= from && hit.to <= end);
  const pieces: Piece[] = [];
  const add = (piece: string, isMatch: boolean) => {
    const text = piece.replaceAll(lineMark, ' ').replace(/\s+/g, ' ');
    if (text) pieces.push({ text, isMatch });
  };
  let at = from;
  for (const hit of shown) {
    add(clean.slice(at, hit.from), false);
    add(clean.slice(hit.from, hit.to), true);
    at = hit.to;
  }
  add(clean.slice(at, end) + (end < clean.length ? '…' : ''), false);
  return { pieces, worth };
}

/** A short text with its matches, such as a title. */
export function markText(text: string, needles: readonly string[]): Piece[] {
  const { plain, origin } = normalizeWithOrigin(text);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { at: start, length } of findAll(plain, needles)) {
    const from = origin[start] ?? 0;
    const to = origin[start + length] ?? text.length;
    if (from > at) pieces.push({ text: text.slice(at, from), isMatch: false });
    pieces.push({ text: text.slice(from, to), isMatch: true });
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isMatch: false });
  return pieces;
}

/** The normalised form of each letter that was met: texts have few different ones. */
const forms = new Map<string, string>();

function formOf(letter: string): string {
  let form = forms.get(letter);
  if (form === undefined) {
    form = /\s/.test(letter) ? ' ' : normalize(letter);
    forms.set(letter, form);
  }
  return form;
}

/** Normalised text, and for each of its letters the place in the original. */
export function normalizeWithOrigin(text: string): { plain: string; origin: number[] } {
  let plain = '';
  const origin: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const form = formOf(text[at] ?? '');
    plain += form;
    for (let i = 0; i < form.length; i++) origin.push(at);
  }
  origin.push(text.length);
  return { plain, origin };
}

export interface Hit {
  at: number;
  length: number;
  needle: number;
}

/** Occurrences that do not overlap, in order; a longer needle wins. Latin needles begin where a word begins. */
export function findAll(plain: string, needles: readonly string[]): Hit[] {
  const all: Hit[] = [];
  for (const [index, needle] of needles.entries()) {
    if (!needle) continue;
    for (let at = plain.indexOf(needle); at >= 0; at = plain.indexOf(needle, at + 1)) {
      const isInside = /^[a-z0-9]/.test(needle) && /[a-z0-9]/.test(plain[at - 1] ?? '');
      if (isInside && needle.length < 4) continue;
      all.push({ at, length: needle.length, needle: index });
    }
  }
  all.sort((a, b) => a.at - b.at || b.length - a.length);
  const hits: Hit[] = [];
  for (const hit of all) {
    const last = hits.at(-1);
    if (!last || hit.at >= last.at + last.length) hits.push(hit);
  }
  return hits;
}

function bestStart(plain: string, hits: readonly Hit[]): { start: number; worth: number } {
  let best = 0;
  let bestWorth = 0;
  for (const { at } of hits) {
    const start = phraseStart(plain, at);
    const inside = hits.filter(hit => hit.at >= start && hit.at + hit.length <= start + longest);
    const wanted = new Set(inside.map(({ needle }) => needle));
    const worth = [...wanted].reduce((sum, needle) => sum + 10 / (1 + needle), 0) + inside.length * 0.3;
    if (worth > bestWorth) {
      best = start;
      bestWorth = worth;
    }
  }
  return { start: best, worth: bestWorth };
}

/** Where the sentence, or else the phrase, around a place begins. */
function phraseStart(plain: string, at: number): number {
  const before = plain.slice(0, at);
  const sentence = lastEnd(before, new RegExp(`[。．？！${lineMark}] ?|\\. `, 'g'));
  if (at - sentence <= leadMost) return sentence;
  const phrase = lastEnd(before, /[、，：；:;（「] ?|[はがをにで](?=[^ぁ-ゟ])| /g);
  return at - phrase <= leadMost ? phrase : at;
}

function lastEnd(text: string, pattern: RegExp): number {
  let end = 0;
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length;
  return end;
}

/** An excerpt does not end inside a word when there is a better place shortly before. */
function backToPhrase(text: string, from: number, end: number): number {
  const part = text.slice(from, end);
  const cut = lastEnd(part, new RegExp(`[。、．）」${lineMark} ]`, 'g'));
  return cut > part.length * 0.7 ? from + cut : end;
}
