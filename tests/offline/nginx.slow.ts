import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/run.ts';
import { smokeTest } from '../../scripts/release/smoke.ts';
import type { Release } from '../../src/offline/protocol.ts';
import { securityHeaders } from '../../src/site/security.ts';
import { builds } from '../helpers/dist.ts';
import { until } from './stage.ts';

const program = ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/sbin/nginx'].find(existsSync);
if (!program)
  console.log('nginx is not installed: its tests are skipped (Debian: apt-get install nginx-light).');

describe.skipIf(!program).each(builds)('nginx serves $name', ({ dir, base }) => {
  let url = '';
  let home = '';
  let nginx: ChildProcess;

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'nginx-'));
    // As root, nginx reads as another user.
    chmodSync(home, 0o755);
    const site = join(home, 'site');
    mkdirSync(site);
    cpSync(dir, join(site, base), { recursive: true });
    const port = await freePort();
    const config = readFileSync(join(root, 'hosting/nginx.conf'), 'utf8')
      .replaceAll('/etc/nginx/site-headers.conf', join(root, 'hosting/headers.conf'))
      .replaceAll(' /tmp/', ` ${home}/`)
      .replaceAll('/srv/site', site)
      .replace('listen 8080', `listen 127.0.0.1:${port}`);
    writeFileSync(join(home, 'nginx.conf'), config);
    execFileSync(program ?? '', ['-t', '-q', '-p', home, '-c', join(home, 'nginx.conf')]);
    nginx = spawn(program ?? '', ['-p', home, '-c', join(home, 'nginx.conf'), '-g', 'daemon off;'], {
      stdio: 'inherit',
    });
    url = `http://127.0.0.1:${port}${base}`;
    await until('nginx answers', async () => (await fetch(url)).ok);
  });
  afterAll(() => {
    nginx?.kill();
    rmSync(home, { recursive: true, force: true });
  });

  test('every file of the release, byte for byte', async () => {
    const { files, problems } = await smokeTest(url);
    expect(problems).toEqual([]);
    expect(files).toBeGreaterThan(100);
  });

  test.each(['', 'about/', 'sw.js', 'manifests/index.json', 'no-such-page/', 'favicon.svg'])(
    'the security headers come with /%s',
    async path => {
      const { headers } = await fetch(url + path);
      for (const [name, value] of Object.entries(securityHeaders))
        expect(headers.get(name), name).toBe(value);
    },
  );

  test.each([
    ['sw.js', 'no-cache', 'javascript'],
    ['offline.json', 'no-cache', 'application/json'],
    ['manifests/index.json', null, 'application/json'],
    ['manifests/services/clusterip.yaml', null, 'text/plain; charset=utf-8'],
    ['manifest.webmanifest', null, 'application/manifest+json'],
    ['', null, 'text/html; charset=utf-8'],
  ])('/%s has its type and cache time', async (path, cache, type) => {
    const { headers } = await fetch(url + path);
    expect(headers.get('cache-control')).toBe(cache);
    expect(headers.get('content-type')).toContain(type);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('hashed files are kept for a year, and pages are compressed', async () => {
    const page = await fetch(url);
    expect(page.headers.get('content-encoding')).toBe('gzip');
    const [asset = ''] = /\/_assets\/[^"]+\.css/.exec(await page.text()) ?? [];
    const { headers } = await fetch(new URL(base.slice(0, -1) + asset, url));
    expect(headers.get('cache-control')).toContain('immutable');
    expect(headers.get('content-security-policy')).toBe(securityHeaders['Content-Security-Policy']);
  });

  test('packs come as they are: nothing is left to compress', async () => {
    const { packs }: Release = await (await fetch(`${url}release.json`)).json();
    expect(packs.length).toBe(6);
    for (const { file, wire } of packs) {
      const { headers } = await fetch(url + file, { headers: { 'accept-encoding': 'gzip, br' } });
      expect(headers.get('content-encoding'), file).toBeNull();
      expect(Number(headers.get('content-length')), file).toBe(wire);
    }
  });

  test('an unknown address is 404 with the page of the site', async () => {
    const response = await fetch(`${url}no-such-page/`);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('ページが見つかりません');
    expect((await fetch(`${url}_headers`)).status).toBe(404);
  });
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(address)));
    });
  });
}
