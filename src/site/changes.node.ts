import { getCollection } from 'astro:content';
import { createHash } from 'node:crypto';
import { getBook, plainTitle } from './book.ts';
import { feed } from './strings.ja.ts';

/** Something a returning reader wants to know. */
export interface Change {
  /** A name that stays the same wherever the site is served. */
  id: string;
  /** ISO date, from data. */
  date: string;
  title: string;
  summary: string;
  path: string;
}

/** Changed chapters and new errata, newest first. An erratum without a date has the date of its chapter. */
export async function listChanges(): Promise<Change[]> {
  const chapters = (await getBook()).flatMap(part => part.chapters);
  const dates = new Map(chapters.map(({ slug, entry }) => [slug, entry.data.updated]));
  const errata = (await getCollection('errata')).flatMap(({ id, data }): Change[] => {
    const date = data.date ?? dates.get(data.chapter.split('#')[0] ?? '');
    if (!date) return [];
    const title = feed.erratum(id, data.title.replaceAll('`', ''));
    return [
      {
        id: uuid(`erratum ${id}`),
        date,
        title,
        summary: data.reason.replaceAll('`', ''),
        path: `/errata/#${id}`,
      },
    ];
  });
  const updates = chapters.map(
    ({ slug, number, title, summary, entry }): Change => ({
      id: uuid(`chapter ${slug} ${entry.data.updated}`),
      date: entry.data.updated,
      title: feed.chapter(number, plainTitle(title)),
      summary,
      path: `/${slug}/`,
    }),
  );
  return [...updates, ...errata].sort((a, b) =>
    a.date === b.date ? (a.path < b.path ? -1 : 1) : a.date < b.date ? 1 : -1,
  );
}

/** A UUID (version 8) that depends on the name only. */
function uuid(name: string): string {
  const hex = createHash('sha256').update(`kubernetes-notes ${name}`).digest('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
