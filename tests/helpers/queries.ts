import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../../scripts/lib/run.ts';
import type { SiteData } from '../../src/search/core/site.ts';

/** A query of tests/fixtures/search/. */
export interface TestQuery {
  query: string;
  category: string;
  /** `services#dns`: any of these answers the query, and exists. Nothing answers a query that is nonsense here. */
  targets: string[];
  isNegative: boolean;
}

/**
 * The queries whose targets a build has: those of chapters that are not written yet are left out.
 * @param set `queries` was tuned for, `untouched` never.
 */
export function readQueries(set: 'queries' | 'untouched', dist: string): TestQuery[] {
  const file = readFileSync(join(root, `tests/fixtures/search/${set}.yaml`), 'utf8');
  const site: SiteData = JSON.parse(readFileSync(join(dist, 'pagefind/site.json'), 'utf8'));
  const places = new Set(
    site.records.map(([page, id]) => shortPlace(`${site.pages[page]?.[0]}${id && `#${id}`}`)),
  );
  const all: Record<string, Record<string, string>> = parse(file);
  return Object.entries(all).flatMap(([category, queries]) =>
    Object.entries(queries).flatMap(([query, expected]) => {
      const isNegative = expected === 'nothing';
      const targets = isNegative ? [] : expected.split(' ').filter(place => places.has(place));
      return isNegative || targets.length > 0 ? [{ query, category, targets, isNegative }] : [];
    }),
  );
}

/** `/services/#dns` as the query set writes it: `services#dns`. */
export function shortPlace(url: string): string {
  return url.replace(/^\//, '').replace(/\/(?=#|$)/, '');
}

/** A query and the addresses that answered it, best first. */
export interface TestAnswer {
  query: TestQuery;
  urls: readonly string[];
}

export interface Score {
  queries: number;
  /** Shares in percent. */
  first: number;
  five: number;
  none: number;
  /** Queries without a right first answer, with what came. */
  wrong: string[];
}

/** How many queries are answered first, among the first five, and not at all. Nonsense is not counted. */
export function scoreOf(answers: readonly TestAnswer[]): Score {
  const positive = answers.filter(({ query }) => !query.isNegative);
  const share = (list: readonly unknown[]) => Math.round((1000 * list.length) / positive.length) / 10;
  const rank = ({ query, urls }: TestAnswer) =>
    urls.findIndex(url => query.targets.includes(shortPlace(url)));
  const wrong = positive.filter(answer => rank(answer) !== 0);
  return {
    queries: positive.length,
    first: share(positive.filter(answer => rank(answer) === 0)),
    five: share(positive.filter(answer => rank(answer) >= 0 && rank(answer) < 5)),
    none: share(positive.filter(({ urls }) => urls.length === 0)),
    wrong: wrong.map(
      ({ query, urls }) => `${query.query} → ${urls.slice(0, 3).map(shortPlace).join(' ') || 'nothing'}`,
    ),
  };
}
