import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { filesIn } from '../build/release.node.ts';
import { bundlePage } from './page.ts';
import { bundleScript } from './script.node.ts';

/** The folder that the zip unpacks to. */
const folder = 'kubernetes-notes/';

/** What a page from disk has no use for. */
const leftOut =
  /^(sw\.js|(offline|release)\.json|_headers|robots\.txt|sitemap\.xml|feed\.xml|llms\.txt|og\.png|icon-\d+\.png|manifest\.webmanifest|404\.html|coverage\.json|(offline|download|pagefind)\/.*|_assets\/.*\.js|[^/]*\.md)$/;

/**
 * The site as a zip that works by double-click on `index.html`. Reproducible: files in order, with one date.
 * @param dist Folder of the build.
 * @param base Base path of the build.
 */
export async function makeZip(dist: string, base: string): Promise<Uint8Array> {
  const all = filesIn(dist);
  const files = all.filter(file => !leftOut.test(file));
  const has = new Set(files);
  const contents = new Map<string, Uint8Array>(
    files.map(file => {
      const bytes = readFileSync(join(dist, file));
      if (!file.endsWith('.html')) return [file, bytes];
      return [file, Buffer.from(bundlePage(bytes.toString(), file, base, target => has.has(target)))];
    }),
  );
  contents.set('assets/site.js', Buffer.from(await bundleScript()));
  const index = all
    .filter(file => file.startsWith('pagefind/'))
    .map(file => [file.slice('pagefind/'.length), readFileSync(join(dist, file)).toString('base64')]);
  contents.set(
    'assets/search.js',
    Buffer.from(`globalThis.searchFiles=${JSON.stringify(Object.fromEntries(index))}`),
  );
  const names = [...contents.keys()].sort();
  return zipSync(
    Object.fromEntries(names.map(name => [folder + name, contents.get(name) ?? new Uint8Array()])),
    {
      level: 9,
      // A zip has local time: the same day everywhere.
      mtime: new Date(1980, 0, 1),
    },
  );
}
