import { href } from '../site/url.ts';
import { excerptPieces, type Piece } from './excerpt.ts';
import { normalizeQuery } from './normalize.ts';

/** A section that the query hit. */
export interface Hit {
  /** Address with fragment. */
  url: string;
  /** Title of the page. */
  page: string;
  /** Heading of the section; empty when the hit is above the first heading. */
  section: string;
  excerpt: Piece[];
}

/** The parts of Pagefind's browser API that are used here (https://pagefind.app/docs/api/). */
interface Pagefind {
  options(options: { baseUrl: string; excerptLength: number; noWorker: boolean }): Promise<void>;
  search(query: string): Promise<{ results: { data(): Promise<PagefindPage> }[] }>;
}

interface PagefindPage {
  url: string;
  excerpt: string;
  meta: { title?: string };
  sub_results: { title: string; url: string; excerpt: string }[];
}

const pagesShown = 8;
const sectionsPerPage = 3;

let loading: Promise<Pagefind> | undefined;

/** Loads the search code and index once, at the first search and not before. */
function load(): Promise<Pagefind> {
  loading ??= (async () => {
    const pagefind: Pagefind = await import(/* @vite-ignore */ href('/pagefind/pagefind.js'));
    // Its worker would be loaded from an address, and so escape the policy of the page.
    await pagefind.options({ baseUrl: href('/'), excerptLength: 36, noWorker: true });
    return pagefind;
  })().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** Sections that match, best page first. An empty query finds nothing. */
export async function search(query: string): Promise<Hit[]> {
  const words = normalizeQuery(query);
  if (!words) return [];
  const { results } = await (await load()).search(words);
  const pages = await Promise.all(results.slice(0, pagesShown).map(result => result.data()));
  return pages.flatMap(sections);
}

function sections({ url, excerpt, meta, sub_results: parts }: PagefindPage): Hit[] {
  const page = meta.title ?? url;
  const hits = parts.slice(0, sectionsPerPage).map(part => ({
    url: part.url,
    page,
    section: part.title === page ? '' : part.title,
    excerpt: excerptPieces(part.excerpt),
  }));
  return hits.length > 0 ? hits : [{ url, page, section: '', excerpt: excerptPieces(excerpt) }];
}
