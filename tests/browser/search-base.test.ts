import { expect, test } from 'vitest';
import { useBrowser } from '../helpers/browser.ts';
import { builds } from '../helpers/dist.ts';

const build = builds.find(({ base }) => base !== '/');
if (!build) throw new Error('No build has a base path.');
const { dir, base } = build;
const site = useBrowser(dir, base);

test('the dialog works under a base path', async () => {
  const { page, context, problems } = await site.open('about/');
  await page.keyboard.press('/');
  await page.getByRole('dialog').getByRole('combobox').fill('セッションアフィニティ');
  const first = page.getByRole('option').first();
  await first.waitFor();
  expect(await first.getAttribute('href')).toBe(`${base}services/#session-affinity`);
  await page.keyboard.press('Enter');
  await page.waitForURL(`${site.url()}services/#session-affinity`);
  await page.getByRole('button', { name: '印を消す' }).waitFor();
  expect(problems).toEqual([]);
  await context.close();
});

test('the search page works under a base path, and its results lead to pages that exist', async () => {
  const { page, context, problems } = await site.open(`search/?q=${encodeURIComponent('名前解決')}`);
  const links = page.getByRole('main').getByRole('listitem').getByRole('link');
  await links.first().waitFor();
  const addresses = await links.evaluateAll(list => list.map(link => link.getAttribute('href') ?? ''));
  expect(addresses.length).toBeGreaterThan(5);
  for (const address of addresses) expect(address.startsWith(base), address).toBe(true);
  const answers = await page.evaluate(
    list => Promise.all(list.map(async address => (await fetch(address)).status)),
    addresses,
  );
  expect(new Set(answers)).toEqual(new Set([200]));
  await page.getByRole('searchbox').fill('Pod');
  await expect.poll(() => new URL(page.url()).search).toBe('?q=Pod');
  expect(new URL(page.url()).pathname).toBe(`${base}search/`);
  expect(problems).toEqual([]);
  await context.close();
});
