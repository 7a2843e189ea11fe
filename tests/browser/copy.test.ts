import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { root } from '../../scripts/lib/run.ts';
import { useBrowser } from '../helpers/browser.ts';
import { chapters } from '../helpers/chapters.ts';

const site = useBrowser();
const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] };

test.each(chapters)('every manifest of %s is copied byte for byte', async chapter => {
  const { page, context, problems } = await site.open(`/${chapter}/`, clipboard);
  for (const card of await page.locator('[data-manifest]').all()) {
    const path = await card.getAttribute('data-manifest');
    const copy = card.getByRole('button', { name: `コピー ${path}`, exact: true });
    if (path?.startsWith('legacy/')) {
      expect(await card.getByRole('button', { name: /コピー/ }).count(), path).toBe(0);
      continue;
    }
    await copy.click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toBe(readFileSync(join(root, 'manifests', path ?? ''), 'utf8'));
  }
  expect(problems).toEqual([]);
  await context.close();
});

const clipboardText = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const bytes = (path: string) => readFileSync(join(root, 'manifests', path), 'utf8');

test('the apply command names the address of the page that shows it', async () => {
  const { page, context } = await site.open('/blocks/', clipboard);
  const card = page.locator('[data-manifest="services/clusterip.yaml"]').first();
  await card.getByRole('button', { name: /適用コマンド/ }).click();
  await expect
    .poll(() => clipboardText(page))
    .toBe(`kubectl apply -f ${site.url()}manifests/services/clusterip.yaml`);
  await context.close();
});

test('a terminal session copies its commands only, with addresses for its files, and says so', async () => {
  const { page, context } = await site.open('/blocks/', clipboard);
  const session = page.locator('.terminal').first();
  await session.getByRole('button', { name: /コピー/ }).click();
  await expect.poll(() => clipboardText(page)).toMatch(/^kubectl /);
  const text = await clipboardText(page);
  expect(text.split('\n')[0]).toBe(`kubectl apply -f ${site.url()}manifests/control-plane/self-healing.yaml`);
  expect(text).not.toMatch(/^\$|NAME {2,}/m);
  expect(await page.locator('#_status').textContent()).toContain('URL');
  await context.close();
});

test('one object of a file, and the form without a file', async () => {
  const { page, context, problems } = await site.open('/blocks/', clipboard);
  const path = 'services/spring-summer.yaml';
  const card = page.locator(`[data-manifest="${path}"]`);
  await card.getByRole('button', { name: /ほかの操作/ }).click();
  await card.getByRole('button', { name: 'Deployment echo-summerだけをコピー' }).click();
  const [, second = ''] = bytes(path).split(/^---\n/m);
  await expect.poll(() => clipboardText(page)).toBe(second);
  await card.getByRole('button', { name: /ファイルを作らずに/ }).click();
  await expect.poll(() => clipboardText(page)).toBe(`cat <<'EOF' | kubectl apply -f -\n${bytes(path)}EOF`);
  expect(problems).toEqual([]);
  await context.close();
});

test('a comparison copies the new file, byte for byte', async () => {
  const { page, context } = await site.open('/blocks/', clipboard);
  await page.getByRole('button', { name: '新をコピー services/nodeport.yaml' }).click();
  await expect.poll(() => clipboardText(page)).toBe(bytes('services/nodeport.yaml'));
  await context.close();
});
