import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { copyName, type Release } from '../../src/offline/protocol.ts';
import { offline as words } from '../../src/site/strings.parts.ja.ts';
import type { ReleaseName, Releases } from './releases.ts';
import { Host } from './server.ts';

/** One reader in front of one host, with everything a scenario does to them. */
export class Stage {
  readonly host: Host;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly #releases: Releases;

  private constructor(host: Host, context: BrowserContext, page: Page, releases: Releases) {
    this.host = host;
    this.context = context;
    this.page = page;
    this.#releases = releases;
  }

  static async open(browser: Browser, base: string, releases: Releases): Promise<Stage> {
    const host = new Host(releases.v1, base);
    await host.up();
    const permissions = ['clipboard-read', 'clipboard-write'];
    const context = await browser.newContext({ locale: 'ja-JP', permissions });
    return new Stage(host, context, await context.newPage(), releases);
  }

  async close(): Promise<void> {
    await this.context.close();
    await this.host.down();
  }

  /** What is on the server from now on. */
  publish(name: ReleaseName): void {
    this.host.conduct.root = this.#releases[name];
  }

  /** An edge that still answers some files from another release; none to end it. */
  stale(name: ReleaseName, files: readonly string[]): void {
    this.host.conduct.stale = { root: this.#releases[name], files };
  }

  /** File of a release's pack under the base: `download/pages-….pack`. */
  pack(name: ReleaseName, kind: string): string {
    const release: Release = JSON.parse(readFileSync(join(this.#releases[name], 'release.json'), 'utf8'));
    const file = release.packs.find(pack => pack.file.startsWith(`download/${kind}-`))?.file;
    if (!file) throw new Error(`${name} has no pack of ${kind}.`);
    return file;
  }

  /** Requests whose path contains `at` get this file of a release instead of their own. */
  swap(at: string, name: ReleaseName, file: string): void {
    this.host.conduct.fault = { at, how: { sends: join(this.#releases[name], file) } };
  }

  goto(path = '', page = this.page) {
    return page.goto(this.host.url(path));
  }

  /** No network at all: the server is dead and the browser knows it. */
  async goDark(): Promise<void> {
    await this.host.down();
    await this.context.setOffline(true);
  }

  async goOnline(): Promise<void> {
    await this.context.setOffline(false);
    if (!this.host.isUp) await this.host.up();
  }

  /** Presses the button of the home page and waits until everything is on the device. */
  async save(): Promise<void> {
    await this.goto();
    await this.pressSave();
    await until('saved', async () => (await this.workers())?.active === 'activated', 90_000);
  }

  async pressSave(): Promise<void> {
    await this.page.locator('[data-save]').click();
  }

  /** What the panel of the open dialog says. */
  said(page = this.page): Promise<string> {
    return textOf(page.locator('dialog[open] .keep-said'));
  }

  press(name: string, page = this.page): Promise<void> {
    return page.locator('dialog[open]').getByRole('button', { name, exact: true }).click();
  }

  /** States of the workers, or null when none is registered. */
  workers(page = this.page) {
    return page.evaluate(async scope => {
      const found = await navigator.serviceWorker.getRegistration(scope);
      if (!found) return null;
      const { installing, waiting, active } = found;
      return { installing: installing?.state, waiting: waiting?.state, active: active?.state };
    }, this.host.base);
  }

  /**
   * Has the browser look for a new worker, as it does by itself at a navigation. Again where the server was not asked: a look
   * that the browser had begun before a release was published swallows the one that is asked for.
   */
  async lookForUpdate(page = this.page): Promise<void> {
    const asked = () => this.host.requests.filter(path => path === `${this.host.base}sw.js`).length;
    const before = asked();
    for (let turn = 0; turn < 3 && asked() === before; turn++) {
      await page.evaluate(async scope => {
        const found = await navigator.serviceWorker.getRegistration(scope);
        // An update that fails, or a worker that takes itself away, rejects; the scenario looks at what is left.
        await found?.update().catch(() => undefined);
      }, this.host.base);
    }
  }

  /** Waits for a release to be loaded beside the one in charge. */
  waiting(page = this.page): Promise<void> {
    return until(
      'a release that waits',
      async () => {
        const state = await this.workers(page);
        return state?.waiting === 'installed' && !state.installing;
      },
      60_000,
    );
  }

  /** Publishes a release, opens a page, and has the release loaded beside the one in charge, where it waits. */
  async bring(name: ReleaseName, path = ''): Promise<void> {
    this.publish(name);
    await this.goto(path);
    await this.lookForUpdate();
    await this.waiting();
  }

  /** Waits until an update was refused: nothing is being loaded, and nothing waits. */
  async refused(): Promise<void> {
    await until(
      'refused',
      async () => {
        const state = await this.workers();
        return Boolean(state?.active && !state.installing);
      },
      60_000,
    );
    expect((await this.workers())?.waiting).toBeUndefined();
  }

  /** Accepts the release that waits, by the button of the notice. */
  async accept(page = this.page): Promise<void> {
    const button = page.locator('.notice').getByRole('button', { name: words.apply });
    await button.waitFor();
    await Promise.all([page.waitForEvent('load'), button.click()]);
  }

  /** Entries of our cache; of all caches with `'all'`. */
  entries(which: 'ours' | 'all' = 'ours', page = this.page): Promise<string[]> {
    return page.evaluate(
      async ([name, all]) => {
        const urls: string[] = [];
        for (const key of await caches.keys())
          if (all === 'all' || key === name)
            for (const { url } of await (await caches.open(key)).keys()) urls.push(url);
        return urls;
      },
      [copyName(this.host.base), which] as const,
    );
  }

  /** Damages or deletes entries whose address contains `part`. Returns how many. */
  harm(how: 'delete' | 'corrupt', part: string, page = this.page): Promise<number> {
    return page.evaluate(
      async ([name, what, text]) => {
        const copy = await caches.open(name);
        const hit = (await copy.keys()).filter(({ url }) => url.includes(text));
        const type = { headers: { 'content-type': 'text/html' } };
        for (const { url } of hit)
          await (what === 'delete'
            ? copy.delete(url)
            : copy.put(url, new Response('<!doctype html><h1>壊れた</h1>', type)));
        return hit.length;
      },
      [copyName(this.host.base), how, part] as const,
    );
  }

  /** Bytes that the browser lets this origin store; left out: no limit of the test's. */
  async limitStorage(bytes?: number): Promise<void> {
    const session = await this.context.newCDPSession(this.page);
    await session.send('Storage.overrideQuotaForOrigin', {
      origin: this.host.origin,
      ...(bytes === undefined ? {} : { quotaSize: bytes }),
    });
  }

  /** Opens every path and expects it to be whole: status 200, from the worker, with its style sheet. */
  async expectWhole(paths: readonly string[], page = this.page): Promise<number> {
    for (const path of paths) {
      const response = await this.goto(path, page);
      expect(response?.status(), path).toBe(200);
      expect(response?.fromServiceWorker(), path).toBe(true);
      const sheets = await page.evaluate(() =>
        [...document.styleSheets].map(sheet => sheet.cssRules.length > 0),
      );
      expect(sheets, path).toContain(true);
      expect(sheets, path).not.toContain(false);
    }
    return paths.length;
  }

  /** Searches on the search page, and resolves to the address of the first hit. */
  async search(query: string, page = this.page): Promise<string> {
    await this.goto(`search/?q=${encodeURIComponent(query)}`, page);
    const link = page.locator('#search-results a').first();
    await link.waitFor();
    return (await link.getAttribute('href')) ?? '';
  }
}

/** Text of an element; empty when it has none. */
export async function textOf(element: Locator): Promise<string> {
  return (await element.textContent()) ?? '';
}

/** Waits until a condition holds; names it when it does not. */
export async function until(
  what: string,
  holds: () => Promise<boolean> | boolean,
  milliseconds = 20_000,
): Promise<void> {
  const end = Date.now() + milliseconds;
  while (Date.now() < end) {
    // A page that is being replaced cannot be asked; the next look can.
    if (await Promise.resolve(holds()).catch(() => false)) return;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error(`Not within ${milliseconds / 1000} s: ${what}.`);
}
