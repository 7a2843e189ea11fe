import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FileEntry, Offer, Release } from '../protocol.ts';
import { writePacks } from './packs.node.ts';

/** Files that are not part of the copy: for hosts and programs, to be downloaded by themselves, or the book once more. */
const leftOut =
  /^(sw\.js|offline\.json|release\.json|_headers|_redirects|CNAME|\.nojekyll|robots\.txt|sitemap\.xml|og\.png|print\/index\.html|download\/.*|[^/]*\.md)$|\.map$/;

/** Size of the copy on the wire (bytes with gzip) that the site aims at: a build above it warns. */
export const wireGoal = 1_500_000;

/** A build above this size stops: something that is no page has got into the copy. */
export const wireLimit = 2_500_000;

/** Paths of all files of a folder, with `/`, sorted by code point. */
export function filesIn(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** What the offline copy of a built site consists of; writes its packs. Depends on the bytes of the files and on nothing else. */
export function makeRelease(dir: string): Release {
  const entries = filesIn(dir)
    .filter(file => !leftOut.test(file))
    .map((file): FileEntry => {
      const bytes = readFileSync(join(dir, file));
      return [file.replace(/(^|\/)index\.html$/, '$1'), sha256(bytes, 'base64'), bytes.length];
    });
  const build = sha256(JSON.stringify(entries), 'hex').slice(0, 12);
  return { build, entries, packs: writePacks(dir, entries) };
}

/** The file of a path of the copy: a folder stands for its index. */
export function fileOf(path: string): string {
  return /(^|\/)$/.test(path) ? `${path}index.html` : path;
}

/** The sizes that a reader is told. */
export function makeOffer(dir: string, { build, entries, packs }: Release, worker: string): Offer {
  const isPacked = (index: number) =>
    packs.some(([, first, count]) => index >= first && index < first + count);
  const files = [
    ...entries.flatMap(([path], index) => (isPacked(index) ? [] : [fileOf(path)])),
    ...packs.map(([file]) => file),
  ];
  const loaded = [Buffer.from(worker), ...files.map(file => readFileSync(join(dir, file)))];
  return {
    build,
    files: entries.length,
    bytes: entries.reduce((sum, [, , length]) => sum + length, 0),
    wire: loaded.reduce(
      (sum, bytes) => sum + Math.min(bytes.length, gzipSync(bytes, { level: 9 }).length),
      0,
    ),
  };
}

/** SHA-256 of bytes or UTF-8 text. */
export function sha256(content: string | Uint8Array, encoding: 'hex' | 'base64'): string {
  return createHash('sha256').update(content).digest(encoding);
}
