import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findBrowser } from '../../../scripts/lib/browser.ts';
import { serve } from '../../../scripts/lib/serve.ts';

const dir = mkdtempSync(join(tmpdir(), 'serve-'));
mkdirSync(join(dir, 'services'));
mkdirSync(join(dir, 'manifests'));
writeFileSync(join(dir, 'index.html'), '<h1>home</h1>');
writeFileSync(join(dir, '404.html'), '<h1>not here</h1>');
writeFileSync(join(dir, 'services/index.html'), '<h1>services</h1>');
writeFileSync(join(dir, 'manifests/a.yaml'), 'kind: Service\n');
afterAll(() => rmSync(dir, { recursive: true }));

test('a busy port gets the next free one, and says so', async () => {
  const first = await serve({ dir, port: 0 });
  const messages: string[] = [];
  const second = await serve({
    dir,
    port: first.port,
    onBusy: (busy, next) => messages.push(`${busy} ${next}`),
  });
  expect(second.port).toBeGreaterThan(first.port);
  expect(messages[0]).toBe(`${first.port} ${first.port + 1}`);
  await Promise.all([first.close(), second.close()]);
});

test.each([
  ['/', 200, 'text/html', 'home'],
  ['/services/', 200, 'text/html', 'services'],
  ['/manifests/a.yaml', 200, 'text/plain', 'kind: Service\n'],
  ['/nowhere/', 404, 'text/html', 'not here'],
  ['/../../etc/passwd', 404, 'text/html', 'not here'],
])('%s answers %i', async (path, status, type, body) => {
  const site = await serve({ dir, port: 0 });
  const answer = await fetch(new URL(path, site.url));
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toContain(type);
  expect(await answer.text()).toContain(body);
  await site.close();
});

test('a base path is served under itself, and the root leads there', async () => {
  const site = await serve({ dir, port: 0, base: '/docs/' });
  expect(site.url).toMatch(/\/docs\/$/);
  expect(await (await fetch(`${site.url}services/`)).text()).toContain('services');
  expect((await fetch(new URL('/', site.url))).url).toBe(site.url);
  expect((await fetch(new URL('/services/', site.url))).status).toBe(404);
  await site.close();
});

test('a CHROMIUM_PATH that is no program is refused with its name', () => {
  const before = process.env['CHROMIUM_PATH'];
  process.env['CHROMIUM_PATH'] = '/nowhere/chromium';
  expect(() => findBrowser()).toThrow('CHROMIUM_PATH is /nowhere/chromium, which is not a program.');
  if (before === undefined) delete process.env['CHROMIUM_PATH'];
  else process.env['CHROMIUM_PATH'] = before;
});
