import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { blockStorage, useBrowser } from '../helpers/browser.ts';
import { chapters } from '../helpers/chapters.ts';

const site = useBrowser();
const [first = '', second = ''] = chapters;

test('a finished chapter is marked in both lists, and can be taken back', async () => {
  const { page, context, problems } = await site.open(`/${first}/`, {
    viewport: { width: 1280, height: 900 },
  });
  await page.getByRole('button', { name: 'この章を読み終えた' }).click();
  await expect.poll(() => page.locator('.sidebar .done').count()).toBe(1);
  await page.goto(site.url());
  expect(await page.locator('.contents .done').textContent()).toBe('読了');
  await page.goto(`${site.url()}${first}/`);
  await page.getByRole('button', { name: '読了しました', pressed: true }).click();
  await expect.poll(() => page.locator('.sidebar .done').count()).toBe(0);
  expect(problems).toEqual([]);
  await context.close();
});

test('the home page leads back to the section that was read last', async () => {
  const { page, context } = await site.open(`/${first}/`, { reducedMotion: 'reduce' });
  const heading = page.locator('.prose h2[id]').nth(2);
  const id = await heading.getAttribute('id');
  await page.goto(`${site.url()}${first}/#${id}`);
  await expect.poll(() => page.locator('.toc-side [aria-current]').getAttribute('href')).toBe(`#${id}`);
  await page.goto(site.url());
  const start = page.locator('[data-start]');
  await expect.poll(() => start.textContent()).toContain('続きから読む');
  await start.click();
  await page.waitForURL(`**/${first}/#${id}`);
  await context.close();
});

test('the home page leads on from a finished chapter to the next one', async () => {
  const { page, context } = await site.open(`/${first}/`);
  await page.getByRole('button', { name: 'この章を読み終えた' }).click();
  await page.getByRole('button', { name: '読了しました' }).waitFor();
  await page.goto(site.url());
  const start = page.locator('[data-start]');
  await expect.poll(() => start.textContent()).toContain('次に読む章');
  const title = await page.locator('.contents-part ol a').nth(1).textContent();
  expect(await start.locator('b').textContent()).toBe(title);
  await start.click();
  await page.waitForURL(`**/${second}/`);
  await context.close();
});

test('everything is saved to a file, read back, and forgotten', async () => {
  const { page, context, problems } = await site.open(`/${first}/`);
  await page.getByRole('button', { name: 'この章を読み終えた' }).click();
  await page.getByRole('button', { name: '読了しました' }).waitFor();
  await page.goto(`${site.url()}settings/`);
  await expect.poll(() => page.locator('[data-value=done]').textContent()).toBe('1章');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'ファイルに書き出す' }).click(),
  ]);
  const file = await download.path();
  expect(Object.keys(JSON.parse(readFileSync(file, 'utf8')).done)).toEqual([first]);
  page.on('dialog', dialog => void dialog.accept());
  await page.getByRole('button', { name: 'すべて消す' }).click();
  expect(await page.locator('[data-value=done]').textContent()).toBe('0章');
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await page.locator('input[type=file]').setInputFiles(file);
  await expect.poll(() => page.locator('[data-value=done]').textContent()).toBe('1章');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from('{"v":99}') });
  await expect.poll(() => page.locator('[data-said]').textContent()).toContain('読み込めません');
  expect(await page.locator('[data-value=done]').textContent()).toBe('1章');
  expect(problems).toEqual([]);
  await context.close();
});

test('what cannot be read in storage counts as nothing', async () => {
  const { page, context, problems } = await site.open('/');
  for (const value of ['', '{', 'null', '[]', '{"v":2,"theme":"dark"}', '{"v":1}']) {
    await page.evaluate(text => localStorage.setItem('kubernetes-notes', text), value);
    await page.goto(`${site.url()}${first}/`);
    await page.getByRole('button', { name: 'この章を読み終えた' }).waitFor();
  }
  expect(problems).toEqual([]);
  await context.close();
});

test('with blocked storage everything works and lasts for the page', async () => {
  const { page, context, problems } = await site.open('/');
  await blockStorage(context);
  await page.goto(`${site.url()}${first}/`);
  await page.getByRole('button', { name: 'この章を読み終えた' }).click();
  await page.getByRole('button', { name: '読了しました' }).waitFor();
  await page.getByRole('button', { name: '表示テーマ' }).click();
  await page.getByRole('radio', { name: 'ダーク' }).check();
  expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
  expect(problems).toEqual([]);
  await context.close();
});

test('the chosen theme is there at the first paint of the next page', async () => {
  const { page, context } = await site.open('/', { colorScheme: 'light' });
  await page.getByRole('button', { name: '表示テーマ' }).click();
  await page.getByRole('radio', { name: 'ダーク' }).check();
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    requestAnimationFrame(function look() {
      if (document.body) seen.push(getComputedStyle(document.documentElement).backgroundColor);
      if (seen.length < 20) requestAnimationFrame(look);
    });
  });
  await page.goto(`${site.url()}${first}/`);
  const colors = await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
  expect([...new Set(colors)]).toEqual(['rgb(19, 22, 27)']);
  await context.close();
});
