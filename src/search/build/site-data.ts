import { squeeze } from '../core/normalize.ts';
import { askMark, type SiteData } from '../core/site.ts';
import type { PageRecord } from './records.ts';
import type { Words } from './words.ts';

/** A term of the glossary, as far as the search needs it. */
export interface SearchTerm {
  id: string;
  ja: string;
  en: string;
  kana?: string | undefined;
  aliases: readonly string[];
  /** `services#dns` */
  chapter?: string | undefined;
}

/** What a manifest adds to the records that show it. */
export interface ShownFile {
  kinds: readonly string[];
  /** Field paths without indexes: `spec.containers.image`. */
  paths: readonly string[];
}

/**
 * Groups of words with one meaning, each with the place that explains it; a chapter that does not exist explains nothing.
 * @param synonyms Everyday words, which no place explains.
 */
export function wordGroups(
  terms: readonly SearchTerm[],
  synonyms: readonly (readonly string[])[],
  places: ReadonlySet<string>,
): SiteData['groups'] {
  const explained = terms.map(({ id, ja, en, kana, aliases, chapter }) => {
    const [slug, fragment] = (chapter ?? '').split('#');
    const place = `/${slug}/${fragment ? `#${fragment}` : ''}`;
    const words = new Map([ja, en, ...aliases, kana ?? ''].map(word => [squeeze(word), word]));
    words.delete('');
    return [
      slug && places.has(place) ? place : `/glossary/#${id}`,
      ...words.values(),
    ] as SiteData['groups'][number];
  });
  return [...explained, ...synonyms.map((words): SiteData['groups'][number] => ['', ...words])];
}

/**
 * The stored form of everything the query layer knows.
 * @param records In the order of the records of the Pagefind index, with their zones and what readers call them.
 */
export function siteData(
  records: readonly (PageRecord & { zones: number[]; asks: readonly string[] })[],
  meta: string,
  groups: SiteData['groups'],
  words: Words,
  files: ReadonlyMap<string, ShownFile>,
): SiteData {
  const pages = [...new Map(records.map(({ url, page }) => [url, page]))].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const pageAt = new Map(pages.map(([url], index) => [url, index]));
  const shown = records.map(record => record.files.flatMap(file => files.get(file) ?? []));
  const kinds = [...new Set(shown.flatMap(list => list.flatMap(file => file.kinds)))].sort();
  const paths = new Map<string, Set<number>>();
  for (const [index, list] of shown.entries())
    for (const path of list.flatMap(file => file.paths))
      paths.set(path, (paths.get(path) ?? new Set()).add(index));
  return {
    meta,
    pages,
    records: records.map(({ url, id, title, parent, zones, asks }, index) => [
      pageAt.get(url) ?? 0,
      id,
      title,
      parent,
      zones,
      [...new Set(shown[index]?.flatMap(file => file.kinds))].map(kind => kinds.indexOf(kind)),
      asks.join(askMark),
    ]),
    kinds,
    groups,
    words: {
      terms: words.terms.join('\n'),
      latin: words.latin.join('\n'),
      katakana: words.katakana.join('\n'),
      kanji: words.kanji.join('\n'),
    },
    paths: [...paths].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, list]) => [path, ...list]),
  };
}
