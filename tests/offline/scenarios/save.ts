import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { root } from '../../../scripts/lib/run.ts';
import { filesIn } from '../../../src/offline/build/release.node.ts';
import { offline as words } from '../../../src/site/strings.parts.ja.ts';
import { chapter, oddFile } from '../releases.ts';
import type { Scenario } from '../scenario.ts';
import { type Stage, textOf, until } from '../stage.ts';

const manifest = 'services/clusterip.yaml';

/** Saving, and reading without a network. */
export const saving: readonly Scenario[] = [
  {
    id: 'A0',
    name: 'who does not save gets no worker, no cache and not one request for it',
    async play(stage) {
      await stage.goto();
      await stage.goto(`${chapter}/`);
      await stage.page.waitForLoadState('networkidle');
      expect(await stage.workers()).toBeNull();
      expect(await stage.page.evaluate(() => caches.keys())).toEqual([]);
      const { requests } = stage.host;
      expect(requests.filter(path => /sw\.js|offline|save|keep|webmanifest|\.pack/.test(path))).toEqual([]);
      return `0 of ${requests.length} requests`;
    },
  },
  {
    id: 'A1',
    name: 'saved once, then without server and network: every page, search, copying, raw files, 404, redirects',
    async play(stage) {
      const { page, host } = stage;
      host.forget();
      const start = Date.now();
      await stage.save();
      const seconds = ((Date.now() - start) / 1000).toFixed(1);
      const { bytes } = host;
      await stage.goDark();
      const pages = await stage.expectWhole(pagesOf(stage));
      expect(await stage.search('名前解決')).toMatch(/^\/./);
      await stage.goto('services/');
      const copy = page.getByRole('button', { name: `コピー ${manifest}`, exact: true });
      await copy.click();
      const file = readFileSync(join(root, 'manifests', manifest), 'utf8');
      await until('the clipboard', async () => (await clipboard(stage)) === file);
      const raw = await page.evaluate(
        async address => (await fetch(address)).text(),
        host.url(`manifests/${manifest}`),
      );
      expect(raw).toBe(file);
      const unknown = await stage.goto('nowhere/');
      expect([unknown?.status(), unknown?.fromServiceWorker()]).toEqual([404, true]);
      expect(await textOf(page.locator('h1'))).toBe('ページが見つかりません');
      for (const path of [`${chapter}?x=1#_main`, `${chapter}/index.html?x=1#_main`]) {
        expect((await stage.goto(path))?.status()).toBe(200);
        expect(page.url()).toBe(host.url(`${chapter}/?x=1#_main`));
      }
      return `${pages} pages; saved in ${seconds} s with ${Math.round(bytes / 1024)} KB`;
    },
  },
  {
    id: 'A2',
    name: 'saving works on a slow line (150 ms for each request)',
    async play(stage) {
      stage.host.conduct.latency = 150;
      const start = Date.now();
      await stage.save();
      return `${((Date.now() - start) / 1000).toFixed(1)} s`;
    },
  },
  {
    id: 'C1',
    name: 'the server dies while saving: the reader is told, and saving goes on from there later',
    async play(stage) {
      const { host } = stage;
      await stage.goto();
      host.forget();
      host.conduct.fault = { at: 'download/rules-', how: 'cut' };
      await stage.pressSave();
      await until('the server is dead', () => !host.isUp);
      await until('the message', async () => (await stage.said()) === words.failed.network, 60_000);
      const kept = (await stage.entries()).length;
      expect(kept).toBeGreaterThan(100);
      host.conduct.fault = undefined;
      host.forget();
      await host.up();
      await stage.press(words.resume);
      await until('saved', async () => (await stage.workers())?.active === 'activated', 60_000);
      // The packs that were there are not loaded again, and nothing is loaded by itself.
      expect(host.requests.filter(path => /(site|pages|manifests)-\w+\.pack$/.test(path))).toEqual([]);
      expect(host.requests.length).toBeLessThan(10);
      await stage.goDark();
      await stage.expectWhole([`${chapter}/`]);
      return `${kept} files kept, ${host.requests.length} requests to finish`;
    },
  },
  {
    id: 'P1',
    name: 'a pack has other files than the release: those are loaded one by one, and never kept wrong',
    async play(stage) {
      const { host } = stage;
      stage.swap('download/pages-', 'v2', stage.pack('v2', 'pages'));
      await stage.save();
      const single = host.requests.filter(path => path.endsWith('/')).length;
      await stage.goDark();
      await stage.goto(`${chapter}/`);
      expect(await textOf(stage.page.locator('#release'))).toBe('v1');
      await stage.expectWhole(pagesOf(stage));
      return `${single} pages loaded one by one`;
    },
  },
  {
    id: 'P2',
    name: 'a pack that is no pack, and one that stops coming: saving goes on without them',
    async play(stage) {
      const { host } = stage;
      stage.swap('download/pages-', 'v1', '404.html');
      await stage.goto();
      await stage.pressSave();
      await until('the next pack', () => host.requests.some(path => path.includes('/manifests-')), 60_000);
      host.conduct.fault = { at: 'download/rules-', how: 'stall' };
      await until('saved', async () => (await stage.workers())?.active === 'activated', 90_000);
      const { requests } = host;
      expect(requests).toContain(`${host.base}${chapter}/`);
      expect(requests.some(path => path.includes('/rules/'))).toBe(true);
      await stage.goDark();
      const pages = await stage.expectWhole(pagesOf(stage));
      return `${pages} pages whole`;
    },
  },
  {
    id: 'E1',
    name: 'no room at the first save: the reader is told, the room is given back, the site works',
    async play(stage) {
      await stage.goto();
      await stage.limitStorage(200_000);
      await stage.pressSave();
      await until('the message', async () => (await stage.said()) === words.failed.space, 60_000);
      expect(await stage.workers()).toBeNull();
      expect(await stage.entries()).toEqual([]);
      expect((await stage.goto(`${chapter}/`))?.status()).toBe(200);
      return '0 files left';
    },
  },
  {
    id: 'E3',
    name: 'the browser’s own estimate of the room is no help, which is why nothing relies on it',
    async play(stage) {
      await stage.goto();
      await stage.limitStorage(200_000);
      const quota = await stage.page.evaluate(async () => (await navigator.storage.estimate()).quota ?? 0);
      expect(quota).not.toBe(200_000);
      return `says ${quota} bytes where 200000 are allowed`;
    },
  },
  {
    id: 'F2',
    name: 'the reader deletes the copy: worker and copy are gone, other sites of the host keep theirs',
    async play(stage) {
      await stage.save();
      const stranger = 'another-site';
      await stage.page.evaluate(async name => {
        await (await caches.open(name)).put('/x', new Response('x'));
      }, stranger);
      await stage.press(words.remove);
      await until('the message', async () => (await stage.said()) === words.removed);
      expect(await stage.workers()).toBeNull();
      const page = await stage.goto(`${chapter}/`);
      expect(page?.fromServiceWorker()).toBe(false);
      await stage.page.waitForLoadState('networkidle');
      expect(await stage.page.evaluate(() => caches.keys())).toEqual([stranger]);
      return '0 of our caches, 1 of another site';
    },
  },
  {
    id: 'G1',
    name: 'checking finds damaged and missing files, mends them, and says how many',
    async play(stage) {
      await stage.save();
      const corrupt = await stage.harm('corrupt', '/manifests/services/');
      const missing = await stage.harm('delete', '/manifests/ingress/');
      expect(Math.min(corrupt, missing)).toBeGreaterThan(0);
      await stage.press(words.verify);
      await until('the report', async () => /直しました/.test(await stage.said()), 60_000);
      expect(await stage.said()).toContain(`${corrupt + missing}件を直しました`);
      await stage.press(words.verify);
      await until('a clean report', async () => /すべて正常/.test(await stage.said()), 60_000);
      return `${corrupt + missing} mended`;
    },
  },
  {
    id: 'H1',
    name: 'ranges, POST and addresses outside the site are left to the network',
    async play(stage) {
      await stage.save();
      const raw = stage.host.url(`manifests/${manifest}`);
      const statuses = await stage.page.evaluate(
        async ([file, home, outside]) => [
          (await fetch(file, { headers: { range: 'bytes=0-9' } })).status,
          await fetch(home, { method: 'POST' }).then(({ status }) => status),
          (await fetch(outside)).status,
        ],
        [raw, stage.host.url(), `${stage.host.origin}/outside-of-the-site`] as const,
      );
      expect(statuses).toEqual([206, 200, 404]);
      return statuses.join(', ');
    },
  },
  {
    id: 'J1',
    name: 'Japanese, blanks, +, @ and % in file names; an address that cannot be decoded',
    async play(stage) {
      await stage.save();
      const before = (await stage.entries()).length;
      await stage.lookForUpdate();
      expect((await stage.entries()).length).toBe(before);
      await stage.goDark();
      const address = stage.host.url(oddFile.split('/').map(encodeURIComponent).join('/'));
      const [odd, broken] = await stage.page.evaluate(
        async ([file, undecodable]) => [
          await (await fetch(file)).text(),
          await fetch(undecodable).then(
            ({ status }) => `${status}`,
            (error: Error) => error.name,
          ),
        ],
        [address, stage.host.url('manifests/%E0%A4%A')] as const,
      );
      expect(odd).toBe('kind: テスト\n');
      expect(broken).toBe('TypeError');
      return 'served; passed through';
    },
  },
  {
    id: 'L1',
    name: 'size and data saver are said before anything is saved',
    async play(stage) {
      await stage.context.addInitScript(() => {
        Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
      });
      await stage.goto();
      expect(await textOf(stage.page.locator('.keep'))).toMatch(/約\d+\.\d MB/);
      await stage.page.keyboard.press('?');
      await until('the size', async () => /約\d+\.\d MB.*約\d+\.\d MB/.test(await stage.said()));
      expect(await textOf(stage.page.locator('dialog[open]'))).toContain(words.saver);
      expect(await stage.workers()).toBeNull();
      return (await stage.said()).match(/約(\d+\.\d MB)/)?.[1] ?? '';
    },
  },
];

/** Every page of the copy as a path under the base; of the generated pages of rules, every twentieth or so: ten. */
function pagesOf({ host }: Stage): string[] {
  const pages = filesIn(host.conduct.root)
    .filter(file => /(^|\/)index\.html$/.test(file) && !file.startsWith('print/'))
    .map(file => file.replace(/index\.html$/, ''));
  const isGenerated = (path: string) => /^rules\/./.test(path);
  const generated = pages.filter(isGenerated);
  const step = Math.max(1, Math.ceil(generated.length / 10));
  return [...pages.filter(path => !isGenerated(path)), ...generated.filter((_, index) => index % step === 0)];
}

function clipboard({ page }: Stage): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}
