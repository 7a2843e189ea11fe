/** What a result is about; the reader can ask for one of them. The order is the order of the buttons. */
export const facets = ['text', 'manifest', 'erratum', 'term', 'command', 'rule'] as const;
export type Facet = (typeof facets)[number];

/** Parts of a record: its facets, and the output of commands, which counts less. */
export const zoneNames = [...facets, 'output'] as const;
export type ZoneName = (typeof zoneNames)[number];

/** Stands between two lines in the indexed text, which has no line feeds. */
export const lineMark = '⏎';

/** Stands between two phrases with which readers ask for a place. */
export const askMark = '、';

/** From this word on, the record is text of this kind: [index in `zoneNames`, position, position after its title]. */
export type Zone = [name: number, position: number, titleEnd: number];

/** A place that a result can lead to, in the order of the records of the Pagefind index. */
export interface SiteRecord {
  /** Root-relative address of its page, without the base; and of the record itself, with the fragment. */
  url: string;
  place: string;
  /** Index in `pages`. */
  page: number;
  /** Fragment of the address; empty for the top of the page. */
  id: string;
  title: string;
  /** Title of the section that it is a part of. */
  parent: string;
  zones: Zone[];
  /** Kinds of Kubernetes objects that it shows: indexes in `kinds`. */
  kinds: number[];
  /** Phrases with which readers ask for it, separated by `askMark`: src/data/asks.yaml. */
  asks: string;
}

/** Words that mean the same, and where they are explained. */
export interface WordGroup {
  /** As they are written; the first is what a reader is told. */
  words: string[];
  /** Address of the explanation in the book, or of the glossary entry; empty for everyday words, which nothing explains. */
  place: string;
}

/**
 * `pagefind/site.json`: what the query layer knows beside the Pagefind index. Made by src/search/build, read at the first
 * search. Lists of words are joined with line feeds.
 */
export interface SiteData {
  /** Name of the `pf_meta` file: one build's files belong together. */
  meta: string;
  /** Addresses (root-relative, without the base) and titles. */
  pages: [url: string, title: string][];
  records: [
    page: number,
    id: string,
    title: string,
    parent: string,
    zones: number[],
    kinds: number[],
    asks: string,
  ][];
  kinds: string[];
  groups: [place: string, ...words: string[]][];
  /** All words of the site, normalised, by script. A word that is not among them is not looked up. */
  words: {
    /** Words that a misspelt word may have been meant to be. */
    terms: string;
    latin: string;
    katakana: string;
    kanji: string;
  };
  /** Field paths of manifests, sorted, and the records that show them. */
  paths: [path: string, ...records: number[]][];
}

/** Site data as the engine uses it. */
export interface Site {
  pages: { url: string; title: string }[];
  records: SiteRecord[];
  kinds: string[];
  groups: WordGroup[];
  terms: string[];
  latin: string[];
  katakana: string[];
  kanji: string[];
  paths: SiteData['paths'];
}

/** Unpacks the stored form. */
export function openSite(data: SiteData): Site {
  const list = (words: string) => (words ? words.split('\n') : []);
  return {
    pages: data.pages.map(([url, title]) => ({ url, title })),
    records: data.records.map(([page, id, title, parent, zones, kinds, asks]) => {
      const url = data.pages[page]?.[0] ?? '';
      return {
        url,
        place: id ? `${url}#${id}` : url,
        page,
        id,
        title,
        parent,
        zones: Array.from({ length: zones.length / 3 }, (_, i) => zones.slice(i * 3, i * 3 + 3) as Zone),
        kinds,
        asks,
      };
    }),
    kinds: data.kinds,
    groups: data.groups.map(([place, ...words]) => ({ place, words })),
    terms: list(data.words.terms),
    latin: list(data.words.latin),
    katakana: list(data.words.katakana),
    kanji: list(data.words.kanji),
    paths: data.paths,
  };
}

/** The zone of a word of a record. */
export function zoneAt(record: SiteRecord, position: number): Zone | undefined {
  let found = record.zones[0];
  for (const zone of record.zones) {
    if (zone[1] > position) break;
    found = zone;
  }
  return found;
}
