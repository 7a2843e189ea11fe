import { existsSync } from 'node:fs';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { offline as words } from '../../src/site/strings.parts.ja.ts';
import { unpackBundle } from '../helpers/bundle.ts';
import { builds } from '../helpers/dist.ts';
import { chapter, makeReleases, type Releases } from './releases.ts';
import { Host } from './server.ts';
import { until } from './stage.ts';

// Over WebDriver BiDi: the driver of the other browser tests knows its own build of Firefox only.
const program = [process.env['FIREFOX_PATH'], '/usr/bin/firefox-esr', '/usr/bin/firefox'].find(
  path => path && existsSync(path),
);
if (!program)
  console.log('Firefox is not installed: its tests are skipped (Debian: apt-get install firefox-esr).');

const build = builds.find(({ base }) => base !== '/');

describe.skipIf(!program)('Firefox', () => {
  let browser: Browser;
  let releases: Releases;
  let host: Host;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    if (!build) throw new Error('There is no build under a base path.');
    releases = await makeReleases(build);
    host = new Host(releases.v1, build.base);
    await host.up();
    browser = await puppeteer.launch({ browser: 'firefox', executablePath: program ?? '', headless: true });
    page = await browser.newPage();
    page.on('console', message => {
      if (message.type() === 'error') problems.push(message.text());
    });
    page.on('pageerror', error => problems.push(String(error)));
  });
  afterAll(async () => {
    await browser?.close();
    await host?.down();
  });

  const goto = (path = '') => page.goto(host.url(path));
  const workers = () =>
    page.evaluate(async scope => {
      const found = await navigator.serviceWorker.getRegistration(scope);
      return found && { active: found.active?.state, waiting: found.waiting?.state };
    }, host.base);
  const update = () =>
    page.evaluate(async scope => {
      const found = await navigator.serviceWorker.getRegistration(scope);
      await found?.update().catch(() => undefined);
    }, host.base);
  const textOf = (selector: string) => page.$eval(selector, element => element.textContent ?? '');
  const firstHit = async (query: string) => {
    await goto(`search/?q=${encodeURIComponent(query)}`);
    const link = await page.waitForSelector('#search-results a', { timeout: 60_000 });
    return (await link?.evaluate(element => element.getAttribute('href'))) ?? '';
  };

  test('pages and search work under the policy, without one message in the console', async () => {
    for (const path of ['', `${chapter}/`, 'errata/', 'settings/']) await goto(path);
    expect(await firstHit('名前解決')).toContain(host.base);
    expect(problems).toEqual([]);
    await page.evaluate(() => {
      document.body.append(document.createElement('p'));
      // Refused from Firefox 148 on, by Trusted Types.
      try {
        document.body.lastElementChild?.insertAdjacentHTML('beforeend', '<b>x</b>');
      } catch {
        document.body.dataset['refused'] = '';
      }
    });
    expect(await page.$('body[data-refused]')).not.toBeNull();
  });

  test('saved once, then without a server: pages, search, 404, redirect', async () => {
    await goto();
    await page.click('[data-save]');
    await until('saved', async () => (await workers())?.active === 'activated', 180_000);
    await host.down();
    for (const path of ['', `${chapter}/`, 'errata/', 'glossary/', 'rules/']) {
      expect((await goto(path))?.status(), path).toBe(200);
      const rules = await page.evaluate(() => [...document.styleSheets].map(sheet => sheet.cssRules.length));
      expect(Math.min(...rules)).toBeGreaterThan(0);
    }
    expect(await firstHit('名前解決')).toContain(host.base);
    await goto(chapter);
    expect(page.url()).toBe(host.url(`${chapter}/`));
    await goto('nowhere/');
    expect(await textOf('h1')).toBe('ページが見つかりません');
    await host.up();
  });

  test('the zip opens from disk: styled, search in Japanese, without one message in the console', async () => {
    if (!build) throw new Error('There is no build under a base path.');
    const bundle = unpackBundle(build);
    problems.length = 0;
    for (const path of ['index.html', `${chapter}/index.html`]) {
      await page.goto(bundle.url + path);
      const font = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
      expect(font, path).toContain('Noto Sans JP');
    }
    await page.goto(`${bundle.url}search/index.html?q=${encodeURIComponent('名前解決')}`);
    const link = await page.waitForSelector('#search-results a', { timeout: 60_000 });
    expect(await link?.evaluate(element => element.getAttribute('href'))).toMatch(/^file:.*index\.html/);
    expect(problems).toEqual([]);
  });

  test('a new release waits until it is accepted', async () => {
    host.conduct.root = releases.v2;
    await goto(`${chapter}/`);
    await update();
    await until('a release that waits', async () => (await workers())?.waiting === 'installed', 120_000);
    await goto(`${chapter}/`);
    expect(await textOf('#release')).toBe('v1');
    const button = await page.waitForSelector('.notice .primary', { timeout: 30_000 });
    expect(await button?.evaluate(element => element.textContent)).toBe(words.apply);
    await Promise.all([page.waitForNavigation(), button?.click()]);
    expect(await textOf('#release')).toBe('v2');
  });

  test('the kill switch takes worker and copy away', async () => {
    host.conduct.root = releases.removed;
    await goto();
    await update();
    await until('no worker', async () => !(await workers()), 60_000);
    await until('no copy', async () => (await page.evaluate(() => caches.keys())).length === 0);
  });
});
