import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FileEntry, Offer, Release } from '../protocol.ts';

/** Files of a build that are not part of the copy: for hosts and search engines, or to be downloaded by themselves. */
const leftOut =
  /^(sw\.js|offline\.json|release\.json|_headers|_redirects|CNAME|\.nojekyll|robots\.txt|sitemap\.xml|og\.png|print\/index\.html|download\/.*|rules\/.+|[^/]*\.md)$|\.map$/;

/** The copy of the whole site stays below this size on the wire (bytes with gzip), so that it can be saved anywhere. */
export const wireLimit = 2_500_000;

/** Paths of all files of a folder, with `/`, sorted by code point. */
export function filesIn(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** What the offline copy of a built site consists of. Depends on the bytes of the files and on nothing else. */
export function makeRelease(dir: string): Release {
  const entries = filesIn(dir)
    .filter(file => !leftOut.test(file))
    .map((file): FileEntry => {
      const bytes = readFileSync(join(dir, file));
      return [file.replace(/(^|\/)index\.html$/, '$1'), sha256(bytes, 'base64'), bytes.length];
    });
  return { build: sha256(JSON.stringify(entries), 'hex').slice(0, 12), entries };
}

/** The sizes that a reader is told. */
export function makeOffer(dir: string, { build, entries }: Release): Offer {
  const files = entries.map(([path]) =>
    readFileSync(join(dir, /(^|\/)$/.test(path) ? `${path}index.html` : path)),
  );
  return {
    build,
    files: files.length,
    bytes: files.reduce((sum, { length }) => sum + length, 0),
    wire: files.reduce((sum, bytes) => sum + Math.min(bytes.length, gzipSync(bytes, { level: 9 }).length), 0),
  };
}

/** SHA-256 of bytes or UTF-8 text. */
export function sha256(content: string | Uint8Array, encoding: 'hex' | 'base64'): string {
  return createHash('sha256').update(content).digest(encoding);
}
