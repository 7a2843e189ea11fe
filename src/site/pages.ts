import { getBook } from './book.ts';

/** Pages that are not chapters and that a search engine should know. */
const others = ['/', '/errata/', '/manifests/', '/ledger/', '/glossary/', '/about/'];

/** Every page that should be found, with the day of its last change where data says it. */
export async function listedPages(): Promise<{ path: string; updated?: string }[]> {
  const chapters = (await getBook()).flatMap(part => part.chapters);
  return [
    ...others.map(path => ({ path })),
    ...chapters.map(({ slug, entry }) => ({ path: `/${slug}/`, updated: entry.data.updated })),
  ];
}
