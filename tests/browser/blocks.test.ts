import { expect, test } from 'vitest';
import { useBrowser } from '../helpers/browser.ts';

const site = useBrowser();

test('long files are folded, open by button, by the browser search and on paper', async () => {
  const { page, context } = await site.open('/blocks/');
  const card = page.locator('[data-manifest="services/spring-summer.yaml"]');
  const rest = card.locator('.rest');
  const height = () => rest.evaluate(element => (element as HTMLElement).offsetHeight);
  expect(await height()).toBe(0);
  const button = card.getByRole('button', { name: /残りの\d+行を表示/ });
  await button.click();
  expect(await height()).toBeGreaterThan(200);
  await card.getByRole('button', { name: '折りたたむ' }).click();
  expect(await height()).toBe(0);
  await rest.evaluate(element => element.dispatchEvent(new Event('beforematch')));
  expect(await card.getByRole('button', { name: '折りたたむ' }).getAttribute('aria-expanded')).toBe('true');
  await card.getByRole('button', { name: '折りたたむ' }).click();
  await page.emulateMedia({ media: 'print' });
  expect(await height()).toBeGreaterThan(200);
  await context.close();
});

test('wrapping holds on the next page, before it is painted', async () => {
  const { page, context } = await site.open('/blocks/');
  const card = page.locator('[data-manifest="services/clusterip.yaml"]');
  await card.getByRole('button', { name: /ほかの操作/ }).click();
  await card.getByRole('checkbox', { name: '長い行を折り返す' }).check();
  const line = page.locator('.line').first();
  expect(await line.evaluate(element => getComputedStyle(element).whiteSpace)).toBe('pre-wrap');
  await page.reload({ waitUntil: 'commit' });
  await page.locator('html[data-wrap]').waitFor();
  await context.close();
});

test('the menu opens and closes by keyboard, and gives the focus back', async () => {
  const { page, context } = await site.open('/blocks/');
  const button = page.getByRole('button', { name: 'ほかの操作 services/clusterip.yaml' });
  await button.focus();
  await page.keyboard.press('Enter');
  const first = page.getByRole('button', { name: /ファイルを作らずに/ });
  await first.waitFor();
  await page.keyboard.press('Tab');
  expect(await first.evaluate(element => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Escape');
  expect(await first.isVisible()).toBe(false);
  expect(await button.evaluate(element => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await first.waitFor();
  await context.close();
});

test('tabs follow each other, hold on the next visit, and are in the address', async () => {
  const { page, context } = await site.open('/blocks/');
  const groups = page.getByRole('group', { name: /クラスターを(作|消)す道具/ });
  await groups.first().getByText('minikube', { exact: true }).click();
  expect(await page.getByText('minikube delete').isVisible()).toBe(true);
  expect(await page.getByText('kind delete cluster').isVisible()).toBe(false);
  expect(new URL(page.url()).searchParams.get('tool')).toBe('minikube');
  await page.goto(`${site.url()}blocks/`);
  await expect.poll(() => page.getByText('minikube delete').isVisible()).toBe(true);
  await page.goto(`${site.url()}blocks/?tool=kind`);
  await expect.poll(() => page.getByText('kind delete cluster').isVisible()).toBe(true);
  await groups.first().getByRole('radio').first().focus();
  await page.keyboard.press('ArrowRight');
  expect(await page.getByText('minikube delete').isVisible()).toBe(true);
  await context.close();
});

test.each(['keyboard', 'touch'])('a term explains itself by %s', async how => {
  const { page, context } = await site.open('/blocks/', {
    hasTouch: true,
    // A page that scrolls smoothly moves the link while it is pressed.
    reducedMotion: 'reduce',
    javaScriptEnabled: how === 'keyboard',
  });
  const term = page.getByRole('button', { name: 'kubelet' });
  if (how === 'touch') await term.tap();
  else await term.press('Enter');
  const link = page.getByRole('link', { name: '用語集で見る' });
  await expect.poll(() => link.isVisible()).toBe(true);
  if (how === 'keyboard') {
    await page.keyboard.press('Escape');
    expect(await link.isVisible()).toBe(false);
    await term.press('Enter');
  }
  await link.click();
  await page.waitForURL('**/glossary/#kubelet');
  await context.close();
});

test('a diagram is fitted into a small screen, grows, and gives the focus back', async () => {
  const { page, context, problems } = await site.open('/blocks/', { viewport: { width: 360, height: 740 } });
  const button = page.getByRole('button', { name: '全画面で見る' }).first();
  await button.click();
  const dialog = page.getByRole('dialog');
  const picture = dialog.locator('svg');
  await picture.waitFor();
  const before = (await picture.boundingBox())?.width ?? 0;
  expect(before).toBeLessThanOrEqual(360);
  await dialog.getByRole('button', { name: '拡大' }).click();
  expect((await picture.boundingBox())?.width).toBeGreaterThan(before * 1.5);
  await page.keyboard.press('Escape');
  expect(await dialog.count()).toBe(0);
  expect(await button.evaluate(element => element === document.activeElement)).toBe(true);
  expect(problems).toEqual([]);
  await context.close();
});

test('notes are numbered at their fields and in the list', async () => {
  const { page, context } = await site.open('/blocks/');
  const card = page.locator('[data-manifest="services/clusterip.yaml"]');
  const marked = await card
    .locator('.line[data-note]')
    .evaluateAll(lines => lines.map(line => line.textContent));
  expect(marked).toEqual(['  name: echo', '      port: 80']);
  const notes = card.getByRole('list', { name: /注記/ }).getByRole('listitem');
  expect(await notes.count()).toBe(2);
  expect(await notes.nth(1).textContent()).toContain('spec.ports[0].port');
  expect(await card.locator('.line.mark').count()).toBe(3);
  await context.close();
});
