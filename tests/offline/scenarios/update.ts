import { expect } from 'vitest';
import { offline as words } from '../../../src/site/strings.parts.ja.ts';
import { chapter } from '../releases.ts';
import { type Scenario, somePages } from '../scenario.ts';
import { type Stage, textOf, until } from '../stage.ts';

/** A new release on the server, and everything that may go wrong with it. */
export const updating: readonly Scenario[] = [
  {
    id: 'B1',
    name: 'a release is published under open tabs: they keep theirs, and what was typed, until the reader accepts',
    async play(stage) {
      const { page, context, host } = stage;
      await stage.save();
      const typing = await context.newPage();
      await stage.goto('search/', typing);
      await typing.locator('#q').fill('書きかけ');
      host.forget();
      await stage.bring('v2', `${chapter}/`);
      const { length: requests } = host.requests;
      const kilobytes = Math.round(host.bytes / 1024);
      expect(await releaseOf(stage)).toBe('v1 v1');
      await stage.goto(`${chapter}/`);
      expect(await releaseOf(stage)).toBe('v1 v1');
      await stage.accept();
      expect(await releaseOf(stage)).toBe('v2 v2');
      const notice = typing.locator('.notice');
      await until('the other tab is told', async () => (await textOf(notice)).includes(words.updated));
      expect(await typing.locator('#q').inputValue()).toBe('書きかけ');
      await stage.goDark();
      expect(await stage.search('名前解決', page)).toMatch(/^\/./);
      await stage.goto(`${chapter}/`);
      expect(await releaseOf(stage)).toBe('v2 v2');
      return `update: ${requests} requests, ${kilobytes} KB`;
    },
  },
  {
    id: 'B2',
    name: 'a tab of the old release still gets its own files after the update, offline too',
    async play(stage) {
      // Otherwise the HTTP cache would answer.
      stage.host.conduct.headers = { 'cache-control': 'no-store' };
      await stage.save();
      const old = await stage.context.newPage();
      await stage.goto(`${chapter}/`, old);
      const style = await old.evaluate(
        () => document.querySelector<HTMLLinkElement>('link[rel=stylesheet]')?.href ?? '',
      );
      await stage.bring('v2');
      await stage.accept();
      await stage.goDark();
      const status = await old.evaluate(async address => (await fetch(address)).status, style);
      expect(status).toBe(200);
      return `status ${status}`;
    },
  },
  {
    id: 'C2',
    name: 'the server dies in the middle of an update: the old release stays whole, and the update is made later',
    async play(stage) {
      const { host } = stage;
      await stage.save();
      stage.publish('v2');
      host.conduct.fault = { at: 'download/pages-', how: 'cut' };
      await stage.lookForUpdate();
      await until('the server is dead', () => !host.isUp);
      await stage.refused();
      await stage.context.setOffline(true);
      const pages = await stage.expectWhole(somePages);
      await stage.goto(`${chapter}/`);
      expect(await releaseOf(stage)).toBe('v1 v1');
      await stage.context.setOffline(false);
      host.conduct.fault = undefined;
      await host.up();
      await stage.bring('v2');
      return `${pages} pages whole, then updated`;
    },
  },
  {
    id: 'C3',
    name: 'an edge still has an old page under the new release: refused, and never kept',
    async play(stage) {
      await stage.save();
      stage.publish('v2');
      stage.stale('v1', [`${chapter}/index.html`, stage.pack('v2', 'pages')]);
      await stage.goto();
      await stage.lookForUpdate();
      await stage.refused();
      stage.stale('v1', []);
      await stage.bring('v2');
      await stage.page.reload();
      await stage.accept();
      await stage.goto(`${chapter}/`);
      expect(await releaseOf(stage)).toBe('v2 v2');
      return 'refused, later v2';
    },
  },
  {
    id: 'E2',
    name: 'no room for an update: the old release stays whole',
    async play(stage) {
      await stage.save();
      const used = await stage.page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
      await stage.limitStorage(used + 20_000);
      stage.publish('v2');
      await stage.lookForUpdate();
      await stage.refused();
      await stage.goDark();
      const pages = await stage.expectWhole(somePages);
      await stage.goto(`${chapter}/`);
      expect(await releaseOf(stage)).toBe('v1 v1');
      return `${pages} pages whole`;
    },
  },
  {
    id: 'F1',
    name: 'the kill switch: the next visit removes worker and copy at once, even a busy worker, without a reload',
    async play(stage) {
      await stage.save();
      await stage.search('名前解決');
      await stage.page.locator('#q').fill('書きかけ');
      // The old worker is busy, and stays it.
      stage.host.conduct.fault = { at: 'never', how: 'no answer' };
      await stage.page.evaluate(() => void fetch('never').catch(() => undefined));
      await until('the request', () => stage.host.requests.some(path => path.endsWith('never')));
      stage.publish('removed');
      const start = Date.now();
      await stage.lookForUpdate();
      await until('no worker', async () => (await stage.workers()) === null, 5_000);
      const seconds = ((Date.now() - start) / 1000).toFixed(1);
      // The open page is still the old worker's.
      await stage.page.evaluate(async address => (await fetch(address)).text(), stage.host.url());
      expect(await stage.page.evaluate(() => caches.keys())).toEqual([]);
      expect(await stage.page.locator('#q').inputValue()).toBe('書きかけ');
      const response = await stage.goto(`${chapter}/`);
      expect(response?.fromServiceWorker()).toBe(false);
      expect(await stage.page.evaluate(() => caches.keys())).toEqual([]);
      return `0 caches, 0 workers after ${seconds} s`;
    },
  },
  {
    id: 'K1',
    name: 'an update is found without any button, within two page views',
    async play(stage) {
      await stage.save();
      stage.publish('v2');
      const tab = await stage.context.newPage();
      const start = Date.now();
      await stage.goto('', tab);
      await stage.waiting(tab);
      const seconds = ((Date.now() - start) / 1000).toFixed(1);
      await stage.goto('about/', tab);
      await tab.locator('.notice').getByRole('button', { name: words.apply }).waitFor();
      return `${seconds} s`;
    },
  },
  {
    id: 'K2',
    name: 'v1, v2, v3: only the current and the previous release are kept',
    async play(stage) {
      await stage.save();
      const first = (await stage.entries()).length;
      for (const release of ['v2', 'v3'] as const) {
        await stage.bring(release);
      }
      await stage.accept();
      await stage.goto(`${chapter}/`);
      expect(await releaseOf(stage)).toBe('v3 v3');
      await until('swept', async () => {
        const urls = await stage.entries();
        return !urls.some(url => url.includes('.v2.css')) && urls.some(url => url.includes('.v3.css'));
      });
      const last = (await stage.entries()).length;
      expect(last).toBeLessThan(2 * first);
      return `${first} files, then ${last}`;
    },
  },
  {
    id: 'K3',
    name: 'closing the last tab is enough: a release that waits takes over',
    async play(stage) {
      await stage.save();
      await stage.bring('v2');
      const empty = await stage.context.newPage();
      await stage.page.close();
      // The browser activates it some time after the last client is gone.
      await new Promise(resolve => setTimeout(resolve, 1500));
      await stage.goto(`${chapter}/`, empty);
      expect(await releaseOf(stage, empty)).toBe('v2 v2');
      return 'v2';
    },
  },
  {
    id: 'M1',
    name: 'v2 waits and v3 finds no room: v2 stays whole',
    async play(stage) {
      await stage.save();
      await stage.bring('v2');
      await stage.limitStorage(100_000);
      stage.publish('v3');
      await stage.lookForUpdate();
      await until('v3 is tried', () => stage.host.requests.some(path => path.endsWith('.v3.css')));
      await until('v3 was refused', async () => !(await stage.workers())?.installing, 60_000);
      await stage.limitStorage();
      await stage.goDark();
      await stage.page.reload();
      await stage.accept();
      const pages = await stage.expectWhole(somePages);
      await stage.goto(`${chapter}/`);
      expect(await releaseOf(stage)).toBe('v2 v2');
      return `${pages} pages of v2 whole`;
    },
  },
];

/** Words and style of the chapter that is open: `v1 v2` would be a mixture. */
async function releaseOf(stage: Stage, page = stage.page): Promise<string> {
  return page.evaluate(() => {
    const mark = document.getElementById('release');
    const [style = ''] = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map(
      link => /\.(v\d)\.css$/.exec(link.href)?.[1] ?? 'v1',
    );
    const isStyled = mark ? getComputedStyle(mark).letterSpacing === '3px' : undefined;
    return `${mark?.textContent} ${isStyled === (style !== 'v1') ? style : 'without its style'}`;
  });
}
