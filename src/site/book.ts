import { type CollectionEntry, getCollection } from 'astro:content';
import book from '../data/book.json' with { type: 'json' };

type ChapterEntry = CollectionEntry<'chapters'>;

/** A chapter with its place in the book. */
export interface BookChapter {
  slug: string;
  /** Title with `|` where it may break. */
  title: string;
  summary: string;
  /** Position in the book, from 1. */
  number: number;
  /** Title of the part it belongs to. */
  part: string;
  /** Errata that belong to it. */
  errataCount: number;
  entry: ChapterEntry;
}

export interface BookPart {
  title: string;
  chapters: BookChapter[];
}

/** Parts and chapters in reading order. Chapters without a file, and parts without chapters, are left out. */
export async function getBook(): Promise<BookPart[]> {
  const entries = new Map((await getCollection('chapters')).map(entry => [entry.id, entry]));
  const errata = (await getCollection('errata')).map(({ data }) => data.chapter.split('#')[0]);
  let number = 0;
  const parts = book.parts.map(part => ({
    title: part.title,
    chapters: part.chapters.flatMap((slug): BookChapter[] => {
      const entry = entries.get(slug);
      if (!entry) return [];
      const { title, summary } = entry.data;
      const errataCount = errata.filter(owner => owner === slug).length;
      return [{ slug, title, summary, number: ++number, part: part.title, errataCount, entry }];
    }),
  }));
  return parts.filter(part => part.chapters.length > 0);
}

/** Title without its break marks. */
export function plainTitle(title: string): string {
  return title.replaceAll('|', '');
}

/** Minutes to read a chapter: 500 Japanese characters a minute. */
export function readingMinutes(body: string): number {
  const characters = body.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  return Math.max(1, Math.round(characters / 500));
}
