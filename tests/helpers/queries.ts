import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../../scripts/lib/run.ts';
import type { SiteData } from '../../src/search/core/site.ts';

/** A query of tests/fixtures/search/queries.yaml. */
export interface TestQuery {
  query: string;
  category: string;
  /** `services#dns`: any of these answers the query, and exists. Nothing answers a query that is nonsense here. */
  targets: string[];
  isNegative: boolean;
  /** The ranking was tuned on one half and never on the other. */
  half: 'tuned' | 'untouched';
}

/** The queries whose targets a build has: those of chapters that are not written yet are left out. */
export function readQueries(dist: string): TestQuery[] {
  const file = readFileSync(join(root, 'tests/fixtures/search/queries.yaml'), 'utf8');
  const site: SiteData = JSON.parse(readFileSync(join(dist, 'pagefind/site.json'), 'utf8'));
  const places = new Set(
    site.records.map(([page, id]) => shortPlace(`${site.pages[page]?.[0]}${id && `#${id}`}`)),
  );
  const all: Record<string, Record<string, string>> = parse(file);
  return Object.entries(all).flatMap(([category, queries]) =>
    Object.entries(queries).flatMap(([query, expected]) => {
      const isNegative = expected === 'nothing';
      const targets = isNegative ? [] : expected.split(' ').filter(place => places.has(place));
      const isEven = (createHash('sha256').update(query).digest()[0] ?? 0) % 2 === 0;
      const half: TestQuery['half'] = isEven ? 'tuned' : 'untouched';
      return isNegative || targets.length > 0 ? [{ query, category, targets, isNegative, half }] : [];
    }),
  );
}

/** `/services/#dns` as the query set writes it: `services#dns`. */
export function shortPlace(url: string): string {
  return url.replace(/^\//, '').replace(/\/(?=#|$)/, '');
}

export interface Score {
  queries: number;
  /** Shares in percent. */
  first: number;
  five: number;
  zero: number;
  /** Queries without a right first answer, with what came. */
  wrong: string[];
}

/** How many queries are answered first, among the first five, and not at all. */
export function scoreOf(answers: readonly { query: TestQuery; urls: readonly string[] }[]): Score {
  const positive = answers.filter(({ query }) => !query.isNegative);
  const share = (list: readonly unknown[]) => Math.round((1000 * list.length) / positive.length) / 10;
  const rank = ({ query, urls }: (typeof answers)[number]) =>
    urls.findIndex(url => query.targets.includes(shortPlace(url)));
  const wrong = positive.filter(answer => rank(answer) !== 0);
  return {
    queries: positive.length,
    first: share(positive.filter(answer => rank(answer) === 0)),
    five: share(positive.filter(answer => rank(answer) >= 0 && rank(answer) < 5)),
    zero: share(positive.filter(({ urls }) => urls.length === 0)),
    wrong: wrong.map(
      ({ query, urls }) => `${query.query} → ${urls.slice(0, 3).map(shortPlace).join(' ') || 'nothing'}`,
    ),
  };
}
