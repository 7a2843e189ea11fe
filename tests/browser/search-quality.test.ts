import type { BrowserContext } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { useBrowser } from '../helpers/browser.ts';
import { dist } from '../helpers/dist.ts';
import { readQueries, scoreOf, type TestAnswer, type TestQuery } from '../helpers/queries.ts';

const site = useBrowser();
const tabs = 3;

/** The results of every query as a reader of `/search/?q=…` sees them: all links of the main part, in reading order. */
async function ask(context: BrowserContext, queries: readonly TestQuery[]): Promise<TestAnswer[]> {
  const answers: TestAnswer[] = [];
  const rest = [...queries];
  const work = async () => {
    const page = await context.newPage();
    for (let query = rest.pop(); query; query = rest.pop()) {
      await page.goto(`${site.url()}search/?q=${encodeURIComponent(query.query)}`);
      await page
        .locator('.search-status')
        .filter({ hasText: /見つかりました|見つかりませんでした/ })
        .waitFor();
      const links = page.locator('main a[href]');
      const urls = await links.evaluateAll(list => list.map(link => link.getAttribute('href') ?? ''));
      answers.push({ query, urls });
    }
    await page.close();
  };
  await Promise.all(Array.from({ length: tabs }, work));
  return answers;
}

let tuned: TestAnswer[];
let untouched: TestAnswer[];

beforeAll(async () => {
  const { context } = await site.open('/search/');
  tuned = await ask(context, readQueries('queries', dist));
  untouched = await ask(context, readQueries('untouched', dist));
  await context.close();
}, 900_000);

/** Scores are printed, so that a change of the ranking shows what it gains and loses. */
function report(name: string, answers: readonly TestAnswer[]) {
  const score = scoreOf(answers);
  const { queries, first, five, none, wrong } = score;
  console.log(`${name}: ${queries} queries, first ${first} %, five ${five} %, none ${none} %`);
  for (const line of wrong) console.log(`  ${line}`);
  return score;
}

describe('the right place comes first', () => {
  test('for words, names, errors, fields, commands, misspellings and beginnings', () => {
    const { queries, first, five, none } = report(
      'tuned',
      tuned.filter(({ query }) => query.category !== 'natural'),
    );
    expect(queries).toBeGreaterThanOrEqual(240);
    expect(first).toBeGreaterThanOrEqual(95);
    expect(five).toBeGreaterThanOrEqual(98.5);
    expect(none).toBeLessThanOrEqual(0.5);
  });

  test('for most sentences', () => {
    const { first, five } = report(
      'sentences',
      tuned.filter(({ query }) => query.category === 'natural'),
    );
    expect(first).toBeGreaterThanOrEqual(60);
    expect(five).toBeGreaterThanOrEqual(78);
  });

  test('for queries that the ranking was never tuned for', () => {
    const { queries, first, five } = report('untouched', untouched);
    expect(queries).toBeGreaterThanOrEqual(120);
    expect(first).toBeGreaterThanOrEqual(85);
    expect(five).toBeGreaterThanOrEqual(94);
  });
});

test('nonsense finds nothing', () => {
  const negatives = [...tuned, ...untouched].filter(({ query }) => query.isNegative);
  expect(negatives.length).toBeGreaterThanOrEqual(30);
  expect(negatives.filter(({ urls }) => urls.length > 0).map(({ query }) => query.query)).toEqual([]);
});
