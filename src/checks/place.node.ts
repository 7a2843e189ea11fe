import type { Problem } from '../site/error.ts';
import { missing } from './chapter.node.ts';

/** What a place in the book may name. */
export interface Places {
  /** Heading ids of each written chapter. Places in planned chapters wait until those are written. */
  headings: ReadonlyMap<string, readonly string[]>;
  /** Slugs of all chapters of the book. */
  planned: readonly string[];
}

/**
 * Checks that a place in the book exists.
 * @param where What names it, for the message.
 * @param at A chapter, or a heading of it: `services#dns`.
 */
export function checkPlace(where: string, at: string, { headings, planned }: Places): Problem[] {
  const [slug = '', id] = at.split('#');
  const ids = headings.get(slug);
  if (!planned.includes(slug)) return [missing(where, '章', slug, planned)];
  return id && ids && !ids.includes(id) ? [missing(where, `${slug} 章の見出し`, id, ids)] : [];
}
