import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { serve } from '../../scripts/lib/serve.ts';
import { blockStorage, useBrowser } from '../helpers/browser.ts';
import { dist } from '../helpers/dist.ts';
import { weightOf } from '../helpers/weight.ts';

const site = useBrowser();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** The machine may be busy. */
const patience = { timeout: 15_000 };
const query = (text: string) => `/search/?q=${encodeURIComponent(text)}`;

const loaded = (page: Page) =>
  page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));

async function openDialog(page: Page, text = '') {
  await page.keyboard.press('/');
  const field = page.getByRole('dialog').getByRole('combobox');
  await field.waitFor();
  if (text) {
    await field.fill(text);
    await page.getByRole('option').first().waitFor();
  }
  return field;
}

test('nothing of the search is loaded before it is opened', async () => {
  const { page, context } = await site.open('/about/');
  expect((await loaded(page)).filter(name => /pagefind|search|engine|worker|panel/.test(name))).toEqual([]);
  await context.close();
});

test.each(['名前解決', 'Service', 'CrashLoopBackOff', 'spec.template.spec.containers', 'デプロイメソト'])(
  'the first results for %s weigh at most 160 KB',
  async text => {
    const { page, context } = await site.open('/about/');
    const before = new Set(await loaded(page));
    await openDialog(page, text);
    const addresses = (await loaded(page)).filter(name => !before.has(name) && !name.startsWith('blob:'));
    const weight = weightOf(addresses.map(address => new URL(address).pathname));
    expect(addresses.length).toBeGreaterThan(5);
    expect(weight).toBeLessThanOrEqual(160 * 1024);
    await context.close();
  },
);

describe('the dialog', () => {
  test('opens what Enter is pressed on, and marks what was searched for', async () => {
    const { page, context, problems } = await site.open('/about/');
    await openDialog(page, 'kubectl rollout undo');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/deployments\/#undo$/);
    const marks = () => page.evaluate(() => CSS.highlights.get('found')?.size ?? 0);
    await expect.poll(marks, patience).toBeGreaterThan(0);
    await page.getByRole('button', { name: '印を消す' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await marks()).toBe(0);
    expect(await page.getByRole('button', { name: '印を消す' }).count()).toBe(0);
    await page.reload();
    expect(await marks()).toBe(0);
    expect(problems).toEqual([]);
    await context.close();
  });

  test('is walked through with the arrow keys, and the field keeps the focus', async () => {
    const { page, context } = await site.open('/about/');
    const field = await openDialog(page, 'Service');
    const selected = () => page.locator('[role=option][aria-selected=true]').getAttribute('id');
    const active = () => field.getAttribute('aria-activedescendant');
    expect(await active()).toBe(await selected());
    const first = await selected();
    await page.keyboard.press('ArrowDown');
    const second = await selected();
    expect(second).not.toBe(first);
    expect(await active()).toBe(second);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    const last = page.getByRole('option').last();
    expect(await last.getAttribute('aria-selected')).toBe('true');
    expect(await field.evaluate(input => input === document.activeElement)).toBe(true);
    await page.keyboard.press('Home');
    expect(await selected()).toBe(await last.getAttribute('id'));
    await context.close();
  });

  test('has the roles of a combobox, and groups named by their page', async () => {
    const { page, context } = await site.open('/about/');
    const field = await openDialog(page, '名前解決');
    expect(await field.getAttribute('aria-expanded')).toBe('true');
    const list = page.getByRole('listbox', { name: '検索結果' });
    expect(await field.getAttribute('aria-controls')).toBe(await list.getAttribute('id'));
    for (const group of await list.getByRole('group').all())
      expect(await group.getAttribute('aria-label')).toBeTruthy();
    expect(await page.getByRole('option').count()).toBe(await list.locator('a[href], button').count());
    await expect
      .poll(() => page.locator('dialog [role=status]').textContent(), patience)
      .toMatch(/^\d+件中、1件目：/);
    await field.fill('ラーメンの作り方');
    await page.getByText('は見つかりませんでした').first().waitFor();
    expect(await field.getAttribute('aria-expanded')).toBe('false');
    expect(await field.getAttribute('aria-activedescendant')).toBeNull();
    await context.close();
  });

  test('Ctrl+K opens it; Escape empties the field, then closes it and gives the focus back', async () => {
    const { page, context } = await site.open('/about/');
    await page.locator('main a').first().focus();
    const before = await page.evaluate(() => document.activeElement?.outerHTML);
    await page.keyboard.press('Control+k');
    const field = page.getByRole('dialog').getByRole('combobox');
    await field.fill('Pod');
    await page.keyboard.press('Escape');
    expect(await field.inputValue()).toBe('');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.outerHTML)).toBe(before);
    await context.close();
  });

  test('a result opens in a new tab with Ctrl+Enter, and the dialog stays', async () => {
    const { page, context } = await site.open('/about/');
    await openDialog(page, 'kube-scheduler');
    const [opened] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Control+Enter')]);
    expect(opened.url()).toMatch(/#/);
    expect(await page.getByRole('dialog').count()).toBe(1);
    await context.close();
  });

  test('remembers searches that led somewhere, and forgets them', async () => {
    const { page, context } = await site.open('/about/');
    await openDialog(page, 'kube-proxy');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#/);
    await page.goto(`${site.url()}about/`);
    await openDialog(page);
    await page.getByRole('button', { name: 'kube-proxy' }).waitFor();
    await page.getByRole('button', { name: '消す', exact: true }).click();
    expect(await page.getByRole('button', { name: 'kube-proxy' }).count()).toBe(0);
    await context.close();
  });

  test('shows the other places of a page on request, with the keyboard too', async () => {
    const { page, context } = await site.open('/about/');
    const field = await openDialog(page, 'Service');
    const options = page.getByRole('option');
    const before = await options.count();
    const names = await options.allTextContents();
    const at = names.findIndex(name => name.startsWith('このページのほか'));
    expect(at).toBeGreaterThan(0);
    for (let step = 0; step < at; step++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => options.count(), patience).toBeGreaterThan(before);
    expect(await field.evaluate(input => input === document.activeElement)).toBe(true);
    expect(await options.nth(at).getAttribute('aria-selected')).toBe('true');
    expect(new URL(page.url()).pathname).toBe('/about/');
    await context.close();
  });

  test('every example finds something', async () => {
    const { page, context } = await site.open('/about/');
    await openDialog(page);
    const examples = await page.locator('.query-button').allTextContents();
    expect(examples).toHaveLength(5);
    for (const example of examples) {
      await page.getByRole('combobox').fill('');
      await page.getByRole('button', { name: example, exact: true }).click();
      await page.getByRole('option').first().waitFor();
    }
    await context.close();
  });
});

describe('an IME', () => {
  test('searches while composing without ever opening, announcing or emptying anything', async () => {
    const { page, context } = await site.open('/about/');
    const field = await openDialog(page);
    const session = await context.newCDPSession(page);
    const compose = (text: string) =>
      session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    await compose('いんg');
    await compose('いんぐ');
    await page.getByRole('option').first().waitFor();
    await session.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Enter',
      code: 'Enter',
      windowsVirtualKeyCode: 229,
    });
    expect(new URL(page.url()).pathname).toBe('/about/');
    await compose('いんぐれｓ');
    await page.waitForTimeout(800);
    expect(await page.getByRole('option').count()).toBeGreaterThan(0);
    expect(await page.locator('dialog [role=status]').textContent()).toBe('');
    await session.send('Input.insertText', { text: 'イングレス' });
    expect(await field.inputValue()).toBe('イングレス');
    await expect.poll(() => page.getByRole('option').first().getAttribute('href')).toMatch(/\/ingress\//);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/ingress\//);
    await context.close();
  });

  test('the Enter that Safari sends after a conversion opens nothing', async () => {
    const { page, context } = await site.open('/about/');
    const field = await openDialog(page, '名前解決');
    await field.evaluate(input =>
      input.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true }),
      ),
    );
    expect(new URL(page.url()).pathname).toBe('/about/');
    await context.close();
  });
});

describe('/search/', () => {
  test('lists links in the main landmark, with page and fragment', async () => {
    const { page, context, problems } = await site.open(query('セッションアフィニティ'));
    const links = page.getByRole('main').getByRole('listitem').getByRole('link');
    await links.first().waitFor();
    expect(await links.first().getAttribute('href')).toBe('/services/#session-affinity');
    expect(problems).toEqual([]);
    await context.close();
  });

  test('keeps query, facet and kind in its address', async () => {
    const { page, context } = await site.open(query('selector'));
    await page.getByRole('button', { name: /^マニフェスト/ }).click();
    await page
      .getByRole('group', { name: 'オブジェクトの種類で絞り込む' })
      .getByRole('button', { name: /^Service/ })
      .click();
    await expect
      .poll(() => new URL(page.url()).search, patience)
      .toBe('?q=selector&in=manifest&kind=Service');
    const count = await page.locator('.search-status').textContent();
    await page.reload();
    await expect.poll(() => page.locator('.search-status').textContent(), patience).toBe(count);
    expect(await page.getByRole('button', { name: /^マニフェスト/ }).getAttribute('aria-pressed')).toBe(
      'true',
    );
    await context.close();
  });

  test('shows three places of a page, and the others on request', async () => {
    const { page, context } = await site.open(query('Service'));
    const links = page.getByRole('main').getByRole('listitem').getByRole('link');
    await links.first().waitFor();
    const addresses = await links.evaluateAll(list => list.map(link => link.getAttribute('href') ?? ''));
    const perPage = addresses.map(address =>
      addresses.filter(a => a.split('#')[0] === address.split('#')[0]),
    );
    expect(Math.max(...perPage.map(({ length }) => length))).toBe(3);
    await page
      .getByRole('button', { name: /^このページのほか\d+件$/ })
      .first()
      .click();
    await expect.poll(() => links.count(), patience).toBeGreaterThan(addresses.length);
    await context.close();
  });

  test('says what it mended, and searches as typed when asked', async () => {
    const { page, context } = await site.open(query('デプロイメソト'));
    await page.getByText('「デプロイメント」で検索しています。').first().waitFor();
    await page.getByRole('button', { name: '入力したとおりに検索する' }).click();
    await page.getByText('「デプロイメソト」は見つかりませんでした').first().waitFor();
    expect(await page.getByRole('main').getByRole('link').count()).toBe(0);
    await context.close();
  });

  test('says so when the index cannot be loaded, and works when it can again', async () => {
    const { page, context } = await site.open('/search/');
    await page.route('**/pagefind/site.json', route => route.abort());
    await page.getByRole('searchbox').fill('Pod');
    await page.getByText('索引を読み込めませんでした').first().waitFor();
    await page.unroute('**/pagefind/site.json');
    await page.getByRole('searchbox').fill('Pods');
    await page.getByRole('main').getByRole('listitem').getByRole('link').first().waitFor();
    await context.close();
  });
});

describe('it works', () => {
  const worksWith = async (prepare: (page: Page) => Promise<unknown>, path = '/search/') => {
    const { page, context, problems } = await site.open(path);
    await prepare(page);
    await page.reload();
    await page.getByRole('searchbox').fill('名前解決');
    await page.getByRole('main').getByRole('listitem').getByRole('link').first().waitFor();
    expect(problems).toEqual([]);
    await context.close();
  };

  test('without a worker', () =>
    worksWith(page => page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker'))));

  test('when the worker does not start', () =>
    worksWith(page =>
      page.addInitScript(() => {
        globalThis.Worker = class {
          constructor() {
            throw new DOMException('refused', 'SecurityError');
          }
        } as unknown as typeof Worker;
      }),
    ));

  test('when storage is blocked', () => worksWith(page => blockStorage(page.context())));

  test('after the server has stopped, for what was loaded', async () => {
    const server = await serve({ dir: dist, port: 0 });
    const { page, context } = await site.open('/about/');
    await page.goto(`${server.url}search/`);
    const field = page.getByRole('searchbox');
    const links = page.getByRole('main').getByRole('listitem').getByRole('link');
    await field.fill('kube-proxy');
    await links.first().waitFor();
    const first = await links.first().getAttribute('href');
    await field.fill('');
    await expect.poll(() => links.count(), patience).toBe(0);
    await server.close();
    await field.fill('kube-proxy');
    await expect.poll(() => links.first().getAttribute('href'), patience).toBe(first);
    await context.close();
  });
});

test.each(['light', 'dark'] as const)('results have no accessibility violation, %s', async colorScheme => {
  const { page, context } = await site.open(query('デプロイメソト'), {
    colorScheme,
    reducedMotion: 'reduce',
  });
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().waitFor();
  await page.evaluate(axe);
  const violations = () =>
    page.evaluate(async () => {
      // The global that the script tag above has made.
      const { run } = (globalThis as unknown as { axe: typeof import('axe-core') }).axe;
      return (await run(document, { resultTypes: ['violations'] })).violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`),
      );
    });
  expect(await violations()).toEqual([]);
  await openDialog(page, 'selector');
  expect(await violations()).toEqual([]);
  await context.close();
});

test('the key / can be switched off', async () => {
  const { page, context } = await site.open('/settings/');
  await page.getByRole('checkbox', { name: '「/」キーで検索を開く' }).uncheck();
  await page.goto(`${site.url()}about/`);
  await page.keyboard.press('/');
  await page.waitForTimeout(300);
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await context.close();
});
