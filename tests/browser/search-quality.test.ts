import type { BrowserContext } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBrowser } from '../helpers/browser.ts';
import { dist } from '../helpers/dist.ts';
import { readQueries, scoreOf, type TestQuery } from '../helpers/queries.ts';

const site = useBrowser();
const tabs = 3;

/** The results of every query as a reader of `/search/?q=…` sees them: addresses of links, in reading order. */
async function ask(context: BrowserContext, queries: readonly TestQuery[]) {
  const answers: { query: TestQuery; urls: string[] }[] = [];
  const rest = [...queries];
  const work = async () => {
    const page = await context.newPage();
    for (let query = rest.pop(); query; query = rest.pop()) {
      await page.goto(`${site.url()}search/?q=${encodeURIComponent(query.query)}`);
      await page.waitForFunction(() =>
        /件見つかりました|見つかりませんでした/.test(
          document.querySelector('.search-status')?.textContent ?? '',
        ),
      );
      const urls = await page
        .locator('main a[href]')
        .evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''));
      answers.push({ query, urls });
    }
    await page.close();
  };
  await Promise.all(Array.from({ length: tabs }, work));
  return answers;
}

test('both halves of the query set are answered', { timeout: 900_000 }, async () => {
  const { context } = await site.open('/search/');
  const answers = await ask(context, readQueries(dist));
  await context.close();
  const tuned = scoreOf(answers.filter(({ query }) => query.half === 'tuned'));
  const untouched = scoreOf(answers.filter(({ query }) => query.half === 'untouched'));
  for (const [half, { queries, first, five, zero, wrong }] of Object.entries({ tuned, untouched }))
    console.log(
      `${half}: ${queries} queries, first ${first} %, five ${five} %, none ${zero} %\n${wrong.map(line => `  ${line}`).join('\n')}`,
    );

  expect(tuned.queries + untouched.queries).toBeGreaterThanOrEqual(150);
  const negatives = answers.filter(({ query }) => query.isNegative);
  expect(negatives.length).toBeGreaterThanOrEqual(15);
  expect(negatives.filter(({ urls }) => urls.length > 0).map(({ query }) => query.query)).toEqual([]);
  expect(tuned.first).toBeGreaterThanOrEqual(95);
  expect(tuned.five).toBeGreaterThanOrEqual(99);
  expect(tuned.zero).toBeLessThanOrEqual(0.5);
  expect(untouched.first).toBeGreaterThanOrEqual(92);
});
