import { expect, test } from 'vitest';
import { useBrowser } from '../helpers/browser.ts';

const site = useBrowser();

test('nothing of the search is loaded before it is opened', async () => {
  const { page, context } = await site.open('/about/');
  const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(entry => entry.name));
  expect(loaded.filter(name => /pagefind|search/.test(name))).toEqual([]);
  await context.close();
});

test.each([
  ['a Japanese word', '名前解決', /services/],
  ['an English identifier', 'kube-scheduler', /control-plane/],
  ['a field name', 'ingressClassName', /ingress/],
  ['full-width letters', 'Ｉｎｇｒｅｓｓ', /ingress/],
])('the dialog finds %s and opens its section', async (_name, query, target) => {
  const { page, context, problems } = await site.open('/');
  await page.keyboard.press('/');
  await page.getByRole('dialog').getByRole('searchbox').fill(query);
  const first = page.getByRole('dialog').getByRole('listitem').getByRole('link').first();
  await first.waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(target);
  expect(problems).toEqual([]);
  await context.close();
});

test('Ctrl+K opens the dialog, Escape closes it and gives the focus back', async () => {
  const { page, context } = await site.open('/about/');
  await page.locator('main a').first().focus();
  const before = await page.evaluate(() => document.activeElement?.outerHTML);
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('searchbox').waitFor();
  await page.keyboard.press('Escape');
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.outerHTML)).toBe(before);
  await context.close();
});

test('the Enter that confirms an IME conversion opens nothing', async () => {
  const { page, context } = await site.open('/');
  await page.keyboard.press('/');
  const field = page.getByRole('dialog').getByRole('searchbox');
  await field.fill('名前解決');
  await page.getByRole('dialog').getByRole('listitem').first().waitFor();
  await field.evaluate(input => {
    input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    input.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }),
    );
  });
  expect(new URL(page.url()).pathname).toBe('/');
  await context.close();
});

test('/search/?q= lists links in the main landmark', async () => {
  const { page, context, problems } = await site.open(`/search/?q=${encodeURIComponent('サービス')}`);
  const links = page.getByRole('main').getByRole('listitem').getByRole('link');
  await links.first().waitFor();
  expect(await links.first().getAttribute('href')).toMatch(/\/[a-z-]+\/(#|$)/);
  expect(problems).toEqual([]);
  await context.close();
});
