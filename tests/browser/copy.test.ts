import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/lib/run.ts';
import { useBrowser } from '../helpers/browser.ts';

const site = useBrowser();
const chapters = readdirSync(join(root, 'src/content/chapters')).map(name => name.replace(/\.mdx$/, ''));
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

test('the apply command names the address of the page that shows it', async () => {
  const { page, context } = await site.open('/services/', clipboard);
  const card = page.locator('[data-manifest="services/clusterip.yaml"]').first();
  await card.getByRole('button', { name: /適用コマンド/ }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe(`kubectl apply -f ${site.url()}manifests/services/clusterip.yaml`);
  await context.close();
});

test('a terminal session copies its commands only', async () => {
  const { page, context } = await site.open('/services/', clipboard);
  const session = page.locator('.terminal').first();
  await session
    .getByRole('button', { name: /コピー/ })
    .first()
    .click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^kubectl /);
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).not.toMatch(/^\$|NAME {2,}/m);
  await context.close();
});
