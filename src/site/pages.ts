import { documentedRules } from '../lint/docs.ts';
import { getBook } from './book.ts';
import { rulePath } from './rules.ts';

/** Pages that are not chapters and that a search engine should know. */
const others = ['/', '/errata/', '/manifests/', '/ledger/', '/glossary/', '/rules/', '/about/', '/offline/'];

/** Every page that should be found, with the day of its last change where data says it. */
export async function listedPages(): Promise<{ path: string; updated?: string }[]> {
  const chapters = (await getBook()).flatMap(part => part.chapters);
  return [
    ...others.map(path => ({ path })),
    ...documentedRules().map(({ id }) => ({ path: rulePath(id) })),
    ...chapters.map(({ slug, entry }) => ({ path: `/${slug}/`, updated: entry.data.updated })),
  ];
}
