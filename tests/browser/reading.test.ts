import { expect, test } from 'vitest';
import { useBrowser } from '../helpers/browser.ts';
import { chapters } from '../helpers/chapters.ts';

const site = useBrowser();
const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] };
const [first = ''] = chapters;

test('the link of a heading copies its address and says so', async () => {
  const { page, context, problems } = await site.open(`/${first}/`, clipboard);
  const heading = page.locator('.prose h2[id]').first();
  const id = await heading.getAttribute('id');
  await heading.getByRole('link', { name: 'この節へのリンク' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${site.url()}${first}/#${id}`);
  expect(await page.locator('#_status').textContent()).toBe('コピーしました');
  expect(new URL(page.url()).hash).toBe(`#${id}`);
  expect(problems).toEqual([]);
  await context.close();
});

test('] and [ go to the next chapter and back; typing them in a field does not', async () => {
  const [, second] = chapters;
  if (!second) return;
  const { page, context } = await site.open(`/${first}/`);
  await page.keyboard.press(']');
  await page.waitForURL(`**/${second}/`);
  await page.keyboard.press('[');
  await page.waitForURL(`**/${first}/`);
  await page.keyboard.press('/');
  const field = page.getByRole('dialog').getByRole('combobox');
  await field.press(']');
  expect(await field.inputValue()).toBe(']');
  expect(new URL(page.url()).pathname).toBe(`/${first}/`);
  await context.close();
});

test('letters typed while the search is being loaded are not lost', async () => {
  const { page, context } = await site.open('/about/');
  await page.keyboard.type('/kubectl');
  const field = page.getByRole('dialog').getByRole('combobox');
  await expect.poll(() => field.inputValue()).toBe('kubectl');
  await page.getByRole('option').first().waitFor();
  await context.close();
});

test('? opens the list of keys, Escape closes it and gives the focus back', async () => {
  const { page, context, problems } = await site.open(`/${first}/`);
  await page.locator('main a').first().focus();
  const before = await page.evaluate(() => document.activeElement?.outerHTML);
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'キーボード操作' }).waitFor();
  await page.keyboard.press('Escape');
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.outerHTML)).toBe(before);
  expect(problems).toEqual([]);
  await context.close();
});

test('the walk by keyboard: skip link, section, copy button, next chapter, with visible focus', async () => {
  const { page, context } = await site.open('/services/');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('本文へ移動');
  await page.keyboard.press('Enter');
  const seen: string[] = [];
  for (let i = 0; i < 400; i++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const at = document.activeElement;
      if (!(at instanceof HTMLElement)) return { name: '', ring: true };
      const style = getComputedStyle(at.closest('label') ?? at);
      const ring = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2;
      return { name: at.dataset['copy'] ?? at.getAttribute('rel') ?? at.tagName, ring };
    });
    expect(stop.ring, stop.name).toBe(true);
    seen.push(stop.name);
    if (stop.name === 'next' || stop.name === 'prev') break;
  }
  expect(seen).toEqual(expect.arrayContaining(['link', 'code', 'commands']));
  await context.close();
});
