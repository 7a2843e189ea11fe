import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { root } from '../../../scripts/lib/run.ts';
import { keepPrevious } from '../../../scripts/release/keep.ts';
import { smokeTest } from '../../../scripts/release/smoke.ts';
import { writeFigures } from '../../../src/offline/build/figures.node.ts';
import { headersFile, nginxHeaders } from '../../../src/offline/build/headers.node.ts';
import { filesIn, makeOffer, makeRelease, sha256 } from '../../../src/offline/build/release.node.ts';
import { unfold } from '../../../src/offline/fold.ts';
import { unzipped } from '../../../src/site/gzip.ts';
import { megabytes } from '../../../src/site/size.ts';
import { Host } from '../../offline/server.ts';

let home = '';
let host: Host;
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'release-'));
  host = new Host(join(home, 'old'), '/docs/');
  await host.up();
});
afterEach(async () => {
  await host.down();
  rmSync(home, { recursive: true, force: true });
});

/** Writes a small site and its release list. */
function publish(name: string, files: Record<string, string | Uint8Array>): string {
  const dir = join(home, name);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  writeFileSync(join(dir, 'release.json'), JSON.stringify(makeRelease(dir)));
  return dir;
}

const site = { 'index.html': 'home', '404.html': 'none', 'services/index.html': 'services', 'sw.js': '0' };

describe('a release', () => {
  test('is the same for the same bytes, and another for others', () => {
    const one = makeRelease(publish('one', { ...site, 'a.css': 'x' }));
    const same = makeRelease(publish('same', { ...site, 'a.css': 'x' }));
    const other = makeRelease(publish('other', { ...site, 'a.css': 'y' }));
    expect(same).toEqual(one);
    expect(other.build).not.toBe(one.build);
    expect(one.entries.map(([path]) => path)).toEqual(['404.html', 'a.css', '', 'services/']);
  });

  test('counts packs on the wire and files on the device', async () => {
    const rules = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [`rules/r${i}/index.html`, `${'frame '.repeat(500)}${i}`]),
    );
    const dir = publish('packed', { ...site, ...rules, 'pagefind/index/a.pf_index': gzipSync('words') });
    const release = makeRelease(dir);
    expect(release.packs.map(({ file, count }) => [file.replace(/[0-9a-f]{12}/, 'hash'), count])).toEqual([
      ['download/site-hash.pack', 1],
      ['download/pages-hash.pack', 2],
      ['download/rules-hash.pack', 40],
      ['download/words-hash.pack', 1],
    ]);
    const contents = await Promise.all(
      release.packs.map(async ({ file }) => unfold(await unzipped(readFileSync(join(dir, file))))),
    );
    const all = Buffer.concat(contents).toString();
    let end = 0;
    for (const [path, hash, length] of release.entries) {
      expect(sha256(all.slice(end, end + length), 'base64'), path).toBe(hash);
      end += length;
    }
    const { wire, bytes, files } = makeOffer(release, '');
    expect(files).toBe(44);
    expect(bytes).toBe(all.length);
    expect(wire).toBeLessThan(2_000);
  });
});

describe('before and after a deploy', () => {
  test('hashed files of the release that is online are kept, and nothing else of it', async () => {
    publish('old', {
      ...site,
      '_assets/a.111.css': 'old',
      '_assets/same.css': 'same',
      'gone/index.html': 'x',
    });
    const dist = publish('new', { ...site, '_assets/a.222.css': 'new', '_assets/same.css': 'same' });
    expect(await keepPrevious(dist, host.url())).toEqual(['_assets/a.111.css']);
    expect(readFileSync(join(dist, '_assets/a.111.css'), 'utf8')).toBe('old');
    expect(existsSync(join(dist, 'gone'))).toBe(false);
  });

  test('before the first deploy there is nothing to keep', async () => {
    const dist = publish('new', site);
    mkdirSync(join(home, 'old'));
    writeFileSync(join(home, 'old/404.html'), 'none');
    expect(await keepPrevious(dist, host.url())).toEqual([]);
  });

  test('a good site passes; other bytes, a missing worker and a page instead of 404 are found', async () => {
    const old = publish('old', site);
    expect(await smokeTest(host.url())).toEqual({ files: 3, problems: [] });
    writeFileSync(join(old, 'services/index.html'), 'services, injected');
    rmSync(join(old, 'sw.js'));
    const [pack = ''] = filesIn(old).filter(file => file.endsWith('.pack'));
    writeFileSync(join(old, pack), 'x');
    const { problems } = await smokeTest(host.url());
    expect(problems).toEqual([
      `${host.url('services/')} has other bytes than the release.`,
      `${host.url(pack)} has other bytes than its name says.`,
      `${host.url('sw.js')} is not JavaScript, so nobody can save the site.`,
    ]);
  });
});

test('headers are given under the base path', () => {
  const file = headersFile('/docs/');
  expect(file).toMatch(/^\/docs\/\*\n {2}Content-Security-Policy: default-src 'none';/);
  expect(file).toContain('/docs/sw.js\n  Cache-Control: no-cache\n');
});

test('hosting/headers.conf has the policy of the site', () => {
  const file = readFileSync(join(root, 'hosting/headers.conf'), 'utf8');
  expect(file, 'run "npm run hosting"').toBe(nginxHeaders());
});

test('figures are written where they are named, and an unknown one stops', () => {
  const dir = publish('figures', { 'index.html': '<p>約{{figure:wire}} {{ .Values.x }}</p>' });
  writeFigures(dir, { wire: megabytes(1_000_001) });
  expect(readFileSync(join(dir, 'index.html'), 'utf8')).toBe('<p>約1.1 MB {{ .Values.x }}</p>');
  writeFileSync(join(dir, 'index.html'), '{{figure:size}}');
  expect(() => writeFigures(dir, { wire: '' })).toThrow(/index\.html: no figure has the name size/);
});
