import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../helpers/browser.ts';
import { chapters } from '../helpers/chapters.ts';
import { allPages } from '../helpers/pages.ts';

const site = useBrowser();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const widths = [320, 360, 768, 1280, 1600];

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    // The global that the line above has made; a script tag would be against the page's policy.
    const { run } = (globalThis as unknown as { axe: typeof import('axe-core') }).axe;
    const result = await run(document, { resultTypes: ['violations'] });
    return result.violations.flatMap(({ id, nodes }) =>
      nodes.map(node => `${id}: ${node.html.slice(0, 120)}`),
    );
  });
}

describe.each(allPages)('%s', url => {
  test.each(['light', 'dark'] as const)(
    'has no accessibility violation in the %s theme',
    async colorScheme => {
      const { page, context, problems } = await site.open(url, { colorScheme, reducedMotion: 'reduce' });
      expect(await violations(page)).toEqual([]);
      expect(problems.filter(problem => !problem.includes('404'))).toEqual([]);
      await context.close();
    },
  );

  test('never scrolls sideways from 320 to 1600 px', async () => {
    const { page, context } = await site.open(url, { viewport: { width: 320, height: 800 } });
    const wide: number[] = [];
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) wide.push(width);
    }
    expect(wide).toEqual([]);
    await context.close();
  });

  test('can be read without JavaScript', async () => {
    const { page, context, problems } = await site.open(url, { javaScriptEnabled: false });
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
    expect(await page.locator('.needs-js').filter({ visible: true }).count()).toBe(0);
    const folded = page.locator('.rest');
    for (const rest of await folded.all()) expect((await rest.boundingBox())?.height).toBeGreaterThan(0);
    expect(problems.filter(problem => !problem.includes('404'))).toEqual([]);
    await context.close();
  });
});

describe.each(['light', 'dark'] as const)('what opens over a page, %s', colorScheme => {
  test.each<[string, number, (page: Page) => Promise<void>]>([
    ['the search', 1280, page => page.keyboard.press('/')],
    ['the list of keys', 1280, page => page.keyboard.press('?')],
    ['the theme menu', 1280, page => page.getByRole('button', { name: '表示テーマ' }).click()],
    ['the menu of a manifest', 360, page => page.locator('[data-more]').first().click()],
    ['a term', 360, page => page.locator('.term > button').first().click()],
    ['a diagram', 360, page => page.locator('[data-zoom]').first().click()],
  ])('%s has no accessibility violation', async (_name, width, open) => {
    const { page, context, problems } = await site.open('/blocks/', {
      colorScheme,
      reducedMotion: 'reduce',
      viewport: { width, height: 800 },
    });
    await open(page);
    await page.locator('dialog[open], :popover-open').first().waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
    expect(problems).toEqual([]);
    await context.close();
  });

  test('the drawer has no accessibility violation, and gives the list back', async () => {
    const [slug = ''] = chapters;
    const { page, context } = await site.open(`/${slug}/`, {
      colorScheme,
      viewport: { width: 360, height: 800 },
    });
    await page.getByRole('link', { name: '目次', exact: true }).first().click();
    await page.getByRole('dialog').getByRole('link').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.shell > .sidebar').count()).toBe(1);
    await context.close();
  });
});

test('errata are filtered without JavaScript', async () => {
  const { page, context } = await site.open('/errata/', { javaScriptEnabled: false });
  const shown = page.locator('.erratum').filter({ visible: true });
  const all = await shown.count();
  const label = page.locator('.filter label').nth(1);
  const expected = Number(await label.locator('.count').textContent());
  await label.click();
  expect(await shown.count()).toBe(expected);
  expect(expected).toBeLessThan(all);
  // A jump to a chapter whose errata are all hidden would lead nowhere.
  const jumps = page.locator('.places a').filter({ visible: true });
  const targets = await jumps.evaluateAll(links => links.map(link => (link as HTMLAnchorElement).hash));
  expect(targets.length).toBeGreaterThan(0);
  for (const target of targets) expect(await page.locator(target).isVisible(), target).toBe(true);
  await context.close();
});

test('an unknown address suggests chapters with a name like it', async () => {
  const [slug = ''] = chapters;
  const { page, context } = await site.open(`/${slug.slice(0, -1)}/`);
  const near = page.getByRole('heading', { name: 'もしかして' });
  await near.waitFor();
  const link = page.locator('[data-near] a').first();
  expect(await link.getAttribute('href')).toBe(`/${slug}/`);
  await context.close();
});

test('forced colours keep borders, marks and the current place visible', async () => {
  // A chapter with a manifest that no server takes: its card shows the rule as a chip.
  const { page, context } = await site.open('/ingress/', { forcedColors: 'active' });
  const border = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate(element => getComputedStyle(element).borderTopStyle);
  for (const selector of ['.button.copy', '.stamp', '.chip'])
    expect(await border(selector), selector).toMatch(/solid|dashed/);
  await context.close();
});

test('reduced motion means none', async () => {
  const { page, context } = await site.open('/blocks/', { reducedMotion: 'reduce' });
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter(element => {
        const { transitionDuration, animationName } = getComputedStyle(element);
        return transitionDuration.split(', ').some(time => time !== '0s') || animationName !== 'none';
      }).length,
  );
  expect(moving).toBe(0);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('auto');
  await context.close();
});
