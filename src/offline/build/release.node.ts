import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { FileEntry, Offer, Release } from '../protocol.ts';
import { inPackOrder, writePacks } from './packs.node.ts';

/** Files that are not part of the copy: for hosts and programs, to be downloaded by themselves, or the book once more. */
const leftOut =
  /^(sw\.js|offline\.json|release\.json|_headers|_redirects|CNAME|\.nojekyll|robots\.txt|sitemap\.xml|og\.png|print\/index\.html|download\/.*|[^/]*\.md)$|\.map$/;

/** What a reader who saves may load: bytes on the wire. A build above it stops. */
export const wireLimit = 1_500_000;

/** Paths of all files of a folder, with `/`, sorted by code point. */
export function filesIn(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** What the offline copy of a built site consists of; writes its packs. Depends on the bytes of the files and on nothing else. */
export function makeRelease(dir: string): Release {
  const files = filesIn(dir).filter(file => !leftOut.test(file));
  const entries = inPackOrder(
    files.map((file): FileEntry => {
      const path = file.replace(/(^|\/)index\.html$/, '$1');
      const content = contentOf(dir, path);
      return [path, sha256(content, 'base64'), content.length];
    }),
  );
  const build = sha256(JSON.stringify(entries), 'hex').slice(0, 12);
  return { build, entries, packs: writePacks(dir, entries) };
}

/** The bytes of a path of the copy, where a folder stands for its index. What is gzip by itself is kept unpacked. */
export function contentOf(dir: string, path: string): Buffer {
  const bytes = readFileSync(join(dir, /(^|\/)$/.test(path) ? `${path}index.html` : path));
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}

/** The sizes that a reader is told. */
export function makeOffer({ build, entries, packs }: Release, worker: string): Offer {
  return {
    build,
    files: entries.length,
    bytes: entries.reduce((sum, [, , length]) => sum + length, 0),
    wire: packs.reduce((sum, { wire }) => sum + wire, gzipSync(worker).length),
  };
}

/** SHA-256 of bytes or UTF-8 text. */
export function sha256(content: string | Uint8Array, encoding: 'hex' | 'base64'): string {
  return createHash('sha256').update(content).digest(encoding);
}
