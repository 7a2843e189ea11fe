import { expect } from 'vitest';
import { chapter } from '../releases.ts';
import { type Scenario, somePages } from '../scenario.ts';
import { type Stage, textOf, until } from '../stage.ts';

const page = `${chapter}/`;
const noStore = { 'cache-control': 'no-store' };

/** The browser lost or damaged something, or the network is there and of no use. */
export const damage: readonly Scenario[] = [
  ...(['delete', 'corrupt'] as const).map(
    (how, index): Scenario => ({
      id: `D${index + 1}`,
      name:
        how === 'delete'
          ? 'a page is lost: honest message offline, mended online, there again offline'
          : 'a page is damaged: never shown, mended online, there again offline',
      async play(stage) {
        // Otherwise the HTTP cache would answer.
        stage.host.conduct.headers = noStore;
        await stage.save();
        expect(await stage.harm(how, `/${page}?`)).toBe(1);
        await stage.goDark();
        const dark = await stage.goto(page);
        expect([dark?.status(), await heading(stage)]).toEqual([503, 'ページが見つかりません']);
        await stage.goOnline();
        await stage.goto();
        if (how === 'corrupt') await stage.harm(how, `/${page}?`);
        const online = await stage.goto(page);
        const title = await heading(stage);
        expect(online?.status()).toBe(200);
        expect(title).not.toMatch(/見つかりません|壊れた/);
        await until('the copy is mended', async () =>
          (await stage.entries()).some(url => url.includes(`/${page}?`)),
        );
        await stage.goDark();
        const again = await stage.goto(page);
        expect([again?.status(), await heading(stage)]).toEqual([200, title]);
        return '503, 200, 200';
      },
    }),
  ),
  {
    id: 'D3',
    name: 'a page is lost and the server has the next release: its page comes whole',
    async play(stage) {
      stage.host.conduct.headers = noStore;
      await stage.save();
      stage.publish('v2');
      await stage.harm('delete', `/${page}?`);
      const response = await stage.goto(page);
      expect(response?.status()).toBe(200);
      const mark = stage.page.locator('#release');
      expect(await textOf(mark)).toBe('v2');
      expect(await mark.evaluate(element => getComputedStyle(element).letterSpacing)).toBe('3px');
      return 'page and style of v2';
    },
  },
  {
    id: 'D4',
    name: 'the browser dropped the whole copy but not the worker: the site works and fills it again',
    async play(stage) {
      await stage.save();
      await stage.page.evaluate(async () => {
        for (const key of await caches.keys()) await caches.delete(key);
      });
      for (const path of somePages) expect((await stage.goto(path))?.status(), path).toBe(200);
      const { length } = await stage.entries();
      expect(length).toBeGreaterThanOrEqual(somePages.length);
      return `${length} files again`;
    },
  },
  {
    id: 'I1',
    name: 'a network that is there and hardly answers: pages come from the copy',
    async play(stage) {
      await stage.save();
      stage.host.conduct.latency = 20_000;
      const start = Date.now();
      const response = await stage.goto(page);
      const milliseconds = Date.now() - start;
      expect(response?.status()).toBe(200);
      expect(milliseconds).toBeLessThan(10_000);
      return `${milliseconds} ms`;
    },
  },
  {
    id: 'I2',
    name: 'the hash check at every read costs little',
    async play(stage) {
      await stage.save();
      await stage.goDark();
      const times: number[] = [];
      for (let turn = 0; turn < 6; turn++)
        for (const path of somePages) {
          await stage.goto(path);
          times.push(
            await stage.page.evaluate(() => {
              const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
              return entry ? entry.responseEnd - entry.fetchStart : 0;
            }),
          );
        }
      times.sort((a, b) => a - b);
      const median = times[times.length >> 1] ?? 0;
      expect(median).toBeLessThan(500);
      return `median ${median.toFixed(0)} ms of ${times.length} reads`;
    },
  },
  {
    id: 'O13',
    name: 'security headers of the host survive in the copy',
    async play(stage) {
      const headers = {
        'content-security-policy': "frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      };
      stage.host.conduct.headers = headers;
      await stage.save();
      await stage.goDark();
      const response = await stage.goto(page);
      expect(response?.headers()).toMatchObject(headers);
      return `${Object.keys(headers).length} of ${Object.keys(headers).length}`;
    },
  },
];

function heading(stage: Stage): Promise<string> {
  return textOf(stage.page.locator('h1'));
}
