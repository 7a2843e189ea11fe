import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { useBrowser } from '../helpers/browser.ts';
import { dist } from '../helpers/dist.ts';
import { readQueries, scoreOf, type TestAnswer, type TestQuery } from '../helpers/queries.ts';

const site = useBrowser();
/** Categories that are held to floors of their own. */
const sentences: ReadonlySet<string> = new Set(['natural', 'titles']);

/** The results of every query as a reader of the search page sees them: all links of its main part, in reading order. */
async function ask(page: Page, queries: readonly TestQuery[]): Promise<TestAnswer[]> {
  const lists = await page.evaluate(
    async texts => {
      const field = document.querySelector<HTMLInputElement>('main input[type=search]');
      const hits = document.querySelector<HTMLElement>('.hits');
      if (!field || !hits) throw new Error('The search page has no field and no list.');
      const found: string[][] = [];
      for (const text of texts) {
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        while (hits.dataset['query'] !== text) await new Promise(done => setTimeout(done, 1));
        const links = document.querySelectorAll('main a[href]');
        found.push(Array.from(links, link => link.getAttribute('href') ?? ''));
      }
      return found;
    },
    queries.map(({ query }) => query),
  );
  return queries.map((query, index) => ({ query, urls: lists[index] ?? [] }));
}

let tuned: TestAnswer[];
let untouched: TestAnswer[];

beforeAll(async () => {
  const { page, context } = await site.open('/search/');
  await page.locator('.hits').waitFor({ state: 'attached' });
  tuned = await ask(page, readQueries('queries', dist));
  untouched = await ask(page, readQueries('untouched', dist));
  await context.close();
}, 900_000);

/** Scores are printed, so that a change of the ranking shows what it gains and loses. */
function report(name: string, answers: readonly TestAnswer[], isTuned = true) {
  const score = scoreOf(answers);
  const { queries, first, five, none, wrong } = score;
  console.log(`${name}: ${queries} queries, first ${first} %, five ${five} %, none ${none} %`);
  // Who reads what the untouched set misses tunes for it.
  if (isTuned) for (const line of wrong) console.log(`  ${line}`);
  return score;
}

describe('the right place comes first', () => {
  test('for words, names, errors, fields, commands, misspellings and beginnings', () => {
    const { queries, first, five, none } = report(
      'tuned',
      tuned.filter(({ query }) => !sentences.has(query.category)),
    );
    expect(queries).toBeGreaterThanOrEqual(400);
    expect(first).toBeGreaterThanOrEqual(95);
    expect(five).toBeGreaterThanOrEqual(99);
    expect(none).toBeLessThanOrEqual(0.5);
  });

  test('for sentences', () => {
    const { first, five } = report(
      'sentences',
      tuned.filter(({ query }) => query.category === 'natural'),
    );
    expect(first).toBeGreaterThanOrEqual(90);
    expect(five).toBeGreaterThanOrEqual(95);
  });

  test('for what the official documentation calls the same', () => {
    const { first, five } = report(
      'titles',
      tuned.filter(({ query }) => query.category === 'titles'),
    );
    expect(first).toBeGreaterThanOrEqual(72);
    expect(five).toBeGreaterThanOrEqual(90);
  });

  test('for queries that the ranking was never tuned for', () => {
    const { queries, first, five, none } = report('untouched', untouched, false);
    expect(queries).toBeGreaterThanOrEqual(200);
    expect(first).toBeGreaterThanOrEqual(92);
    expect(five).toBeGreaterThanOrEqual(97);
    expect(none).toBeLessThanOrEqual(0.5);
  });
});

test('nonsense finds nothing', () => {
  const negatives = [...tuned, ...untouched].filter(({ query }) => query.isNegative);
  expect(negatives.length).toBeGreaterThanOrEqual(30);
  expect(negatives.filter(({ urls }) => urls.length > 0).map(({ query }) => query.query)).toEqual([]);
});
