import { unzipped } from '../../site/gzip.ts';
import { readCbor } from './cbor.ts';
import { lowerBound } from './sorted.ts';

/**
 * Reads the files of a stock Pagefind index. Only the index is Pagefind's: its WebAssembly would cost 70 KB, needs a
 * looser content policy, and answers an unknown word with its longest known beginning.
 *
 * The format is not a documented API, so the exact version is pinned and tests/unit/search/format.test.ts fails when it
 * moves. Files are gzip (the offline copy keeps them unpacked); unpacked they begin with `pagefind_dcd`.
 *
 * - `pf_meta`: [version, [[record hash, words, group hash | null], …], [[first word, last word, chunk hash], …], …]
 * - `pf_index`: [[[word, [[step to the next record, [-(weight + 1), position, step, step, …], …], …], …], …]]
 * - `pf_fragment`: the JSON of one record, or of a group of them by hash.
 */

/** Gives the bytes of one file of the index, as it is stored. */
export type LoadFile = (name: string) => Promise<Uint8Array>;

/** A word at one place of a record. `weight` is 1 for a word as written, less for a part of it. */
export interface Place {
  position: number;
  weight: number;
}

/** Where a word is: places by record number. */
export type Postings = ReadonlyMap<number, readonly Place[]>;

export interface Fragment {
  url: string;
  /** Words, with a zero-width space between them: the position of a word is its number here. */
  content: string;
  anchors: { element: string; id: string; text: string; location: number }[];
}

export interface PagefindIndex {
  version: string;
  /** Number of records; they are numbered from 0. */
  size: number;
  /** Average number of words of a record. */
  averageLength: number;
  lengthOf(record: number): number;
  /** Makes `find` and `findPrefix` possible for these words: loads the chunks that may hold them. */
  prepare(words: readonly string[]): Promise<void>;
  /** Places of exactly this word; the word must be prepared. */
  find(word: string): Postings;
  /** Indexed words that begin with this one, shortest first. */
  findPrefix(prefix: string, most: number): string[];
  /** The text of a record. */
  fragment(record: number): Promise<Fragment>;
}

/** What a word's places have when it is written as it is indexed (Pagefind's default weight of 1, times 24). */
const fullWeight = 24;

const none: Postings = new Map();

/** @param meta Name of the `pf_meta` file. */
export async function openIndex(load: LoadFile, meta: string): Promise<PagefindIndex> {
  const [version, records, chunks] = (await readFile(load, meta)) as [
    string,
    [hash: string, words: number, group: string | null][],
    [first: string, last: string, hash: string][],
  ];
  const loaded = new Map<string, Promise<void>>();
  const words = new Map<string, RawPostings>();
  const decoded = new Map<string, Postings>();
  /** All words of the chunks that are loaded, in order; chunks keep their own lists. */
  const sorted = new Map<string, string[]>();
  const fragments = new Map<string, Promise<Record<string, Fragment> | Fragment>>();

  // The first and last words of a chunk are cut to what tells it from its neighbours.
  const chunksFor = (word: string) =>
    chunks.filter(
      ([first, last]) => first.slice(0, word.length) <= word && word.slice(0, last.length) <= last,
    );

  const loadChunk = async (hash: string) => {
    const [entries] = (await readFile(load, `index/${hash}.pf_index`)) as [[string, RawPostings][]];
    for (const [word, postings] of entries) words.set(word, postings);
    sorted.set(
      hash,
      entries.map(([word]) => word),
    );
  };

  return {
    version,
    size: records.length,
    averageLength: records.reduce((sum, [, count]) => sum + count, 0) / (records.length || 1),
    lengthOf: record => records[record]?.[1] ?? 0,
    async prepare(wanted) {
      const hashes = new Set(wanted.flatMap(chunksFor).map(([, , hash]) => hash));
      await Promise.all(
        [...hashes].map(hash => {
          let loading = loaded.get(hash);
          if (!loading) {
            loading = loadChunk(hash);
            loaded.set(hash, loading);
            loading.catch(() => loaded.delete(hash));
          }
          return loading;
        }),
      );
    },
    find(word) {
      const raw = words.get(word);
      if (!raw) return none;
      const known = decoded.get(word) ?? decode(raw);
      decoded.set(word, known);
      return known;
    },
    findPrefix(prefix, most) {
      const found = chunksFor(prefix).flatMap(([, , hash]) => {
        const list = sorted.get(hash) ?? [];
        const start = lowerBound(list, prefix);
        let end = start;
        while (list[end]?.startsWith(prefix)) end++;
        return list.slice(start, end);
      });
      return found.sort((a, b) => a.length - b.length).slice(0, most);
    },
    async fragment(record) {
      const [hash = '', , group] = records[record] ?? [];
      const name = group ?? hash;
      const loading = fragments.get(name) ?? readFragment(load, name);
      fragments.set(name, loading);
      loading.catch(() => fragments.delete(name));
      const file = await loading;
      return group ? (file as Record<string, Fragment>)[hash] : (file as Fragment);
    },
  } as PagefindIndex;
}

type RawPostings = [step: number, places: number[], meta: number[]][];

function decode(raw: RawPostings): Postings {
  const postings = new Map<number, Place[]>();
  let record = 0;
  for (const [step, numbers] of raw) {
    record += step;
    const places: Place[] = [];
    let weight = 1;
    let position = 0;
    for (const number of numbers) {
      if (number < 0) {
        weight = Math.min(1, (-number - 1) / fullWeight);
        position = 0;
      } else {
        position += number;
        places.push({ position, weight });
      }
    }
    if (places.length > 0) postings.set(record, places);
  }
  return postings;
}

async function readFile(load: LoadFile, name: string): Promise<unknown> {
  return readCbor(await unpack(load, name));
}

async function readFragment(load: LoadFile, hash: string): Promise<Record<string, Fragment> | Fragment> {
  return JSON.parse(new TextDecoder().decode(await unpack(load, `fragment/${hash}.pf_fragment`)));
}

const mark = 'pagefind_dcd';

async function unpack(load: LoadFile, name: string): Promise<Uint8Array> {
  const all = await unzipped(await load(name));
  if (new TextDecoder().decode(all.subarray(0, mark.length)) !== mark)
    throw new Error(`${name} is not a file of a Pagefind index.`);
  return all.subarray(mark.length);
}
