import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { useBrowser } from '../helpers/browser.ts';
import { dist } from '../helpers/dist.ts';
import { readQueries, scoreOf, type TestAnswer, type TestQuery } from '../helpers/queries.ts';

const site = useBrowser();
/** The results of every query as a reader of the search page sees them: all links of its main part, in reading order. */
async function ask(page: Page, queries: readonly TestQuery[]): Promise<TestAnswer[]> {
  const answers: TestAnswer[] = [];
  for (const query of queries) {
    await page.getByRole('searchbox').fill(query.query);
    await page.waitForFunction(
      text => document.querySelector<HTMLElement>('.hits')?.dataset['query'] === text,
      query.query,
    );
    const links = page.locator('main a[href]');
    const urls = await links.evaluateAll(list => list.map(link => link.getAttribute('href') ?? ''));
    answers.push({ query, urls });
  }
  return answers;
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
      tuned.filter(({ query }) => query.category !== 'natural'),
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
    expect(first).toBeGreaterThanOrEqual(88);
    expect(five).toBeGreaterThanOrEqual(95);
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
