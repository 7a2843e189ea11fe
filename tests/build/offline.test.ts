import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { contentOf, sha256 } from '../../src/offline/build/release.node.ts';
import { unfold } from '../../src/offline/fold.ts';
import type { Offer, Release } from '../../src/offline/protocol.ts';
import { unzipped } from '../../src/site/gzip.ts';
import { builds, builtFiles } from '../helpers/dist.ts';

describe.each(builds)('the offline copy of $name', ({ dir }) => {
  const read = (file: string) => readFileSync(join(dir, file));
  const release: Release = JSON.parse(read('release.json').toString());
  const offer: Offer = JSON.parse(read('offline.json').toString());

  test('is 1.5 MB on the wire at most, whatever the host compresses', () => {
    const worker = read('sw.js');
    const packs = builtFiles(dir).filter(file => file.endsWith('.pack'));
    const sizes = packs.map(file => read(file).length);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    expect(packs.sort()).toEqual(release.packs.map(({ file }) => file).sort());
    expect(total + worker.length).toBeLessThanOrEqual(1_500_000);
    expect(offer.wire).toBe(total + gzipSync(worker).length);
    // A host that compresses packs would gain nothing.
    for (const file of packs) expect(gzipSync(read(file)).length).toBeGreaterThan(0.99 * read(file).length);
  });

  test('has packs whose files are those of the build, byte for byte', async () => {
    let next = 0;
    for (const { file, count, wire } of release.packs) {
      expect(wire).toBe(read(file).length);
      const content = unfold(await unzipped(read(file)));
      let end = 0;
      for (const [path, hash, length] of release.entries.slice(next, next + count)) {
        expect(sha256(content.subarray(end, end + length), 'base64'), path).toBe(hash);
        expect(sha256(contentOf(dir, path), 'base64'), path).toBe(hash);
        end += length;
      }
      expect(end).toBe(content.length);
      next += count;
    }
    expect(next).toBe(release.entries.length);
    expect(release.entries.length).toBe(offer.files);
  });

  test('holds every page but the printed book', () => {
    const held = new Set(release.entries.map(([path]) => path));
    const pages = builtFiles(dir)
      .filter(file => file.endsWith('.html') && file !== 'print/index.html')
      .map(file => file.replace(/(^|\/)index\.html$/, '$1'));
    expect(pages.filter(page => !held.has(page))).toEqual([]);
  });
});
