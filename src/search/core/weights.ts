import type { ZoneName } from './site.ts';

/** What a word is worth by where it stands. */
export const zoneWorth: Record<ZoneName, number> = {
  text: 1,
  manifest: 0.5,
  erratum: 0.9,
  term: 1,
  command: 0.7,
  rule: 1,
  output: 0.45,
};

/** The weights of the ranking. They were chosen on one set of queries; the tests hold another set to floors too. */
export const tuning = {
  /** A word in the title of a file or a terminal, whatever the zone. */
  zoneTitle: 2.2,
  /** BM25: how soon more occurrences stop counting, and how much a long record is held back. */
  saturation: 1.5,
  lengthShare: 0.2,
  /** Shares of the score: words in the text, words in titles, being the place that explains the word. */
  text: 1.25,
  title: 2.2,
  place: 2,
  /** The same as `place`, when the query has other words too. */
  placeOfMany: 0.7,
  /** Of a query that names a thing and something about it, the latter makes the better title. */
  aspectTitle: 1.6,
  /** What is lost when other pages explain the words of the query. */
  away: 0.3,
  /** The query is the title, or a part of it. */
  whole: 0.8,
  /** The query is the address of the page, such as the id of a rule. */
  address: 8,
  /** The words stand in one title. */
  oneTitle: 1.5,
  /** The words stand near each other; or side by side, as they were typed. */
  near: 0.3,
  sequence: 0.4,
  /** Of a page that explains a word as a whole: its beginning, and its other sections. */
  pageTop: 1,
  besidePlace: 0.4,
  /** A section whose title is this near to a word is about it. */
  sectionTitle: 0.95,
  /** A unit counts as found in a record by its titles alone from here on. */
  leastTitle: 0.3,
  /** Share of the query that a record must have; what it lacks lowers it by this power. */
  leastCover: 0.5,
  lossPower: 1.5,
  /** How much of a word's share does not depend on how rare it is. */
  evenness: 2.2,
  /** Shares of words that the site explains, and of words that stand in most queries. */
  explained: 0.8,
  generic: 0.3,
  /** Places that match this much worse than the best are not shown. */
  leastShown: 0.02,
  /** The beginning of a page, when the query has several words. */
  topOfMany: 0.7,
  /** How much a place is worth beside others that match as well. The sections of chapters come first. */
  glossary: 0.25,
  errata: 0.25,
  rules: 0.08,
  ruleList: 0.05,
  manifests: 0.45,
  aside: 0.35,
  start: 0.5,
  check: 0.5,
  cleanup: 0.97,
};

/** Words that stand in most queries and tell places apart in none. */
export const generic: ReadonlySet<string> = new Set(['kubectl', 'kubernetes', 'k8s', 'yaml']);

/** What words of a query count for beside a noun. */
export const share = { noun: 1, verb: 0.85, action: 0.5, part: 0.65, hiragana: 0.6, wish: 0.25 };

/** How much a synonym is worth: a name of a term that the site explains, an everyday word, a word that begins so. */
export const synonymWorth = { term: 0.8, everyday: 0.65, beginning: 0.6 };
