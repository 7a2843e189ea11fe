import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FileEntry, Pack } from '../protocol.ts';
import { fold } from './fold.node.ts';
import { contentOf, sha256 } from './release.node.ts';

/** Kinds of files, in the order in which they are loaded: what opens a page comes first. */
const kinds = ['site', 'pages', 'manifests', 'rules', 'results', 'words'] as const;

/** Files of one kind are like each other, and change together. */
function kindOf([path]: FileEntry): (typeof kinds)[number] {
  if (path.startsWith('pagefind/fragment/')) return 'results';
  if (path.startsWith('pagefind/')) return 'words';
  if (path.startsWith('rules/')) return 'rules';
  if (/^(manifests\/|ledger\/index\.json$)/.test(path)) return 'manifests';
  return /(^|\/)$/.test(path) ? 'pages' : 'site';
}

/** Entries in the order of the packs: those of a pack follow each other. */
export function inPackOrder(entries: readonly FileEntry[]): FileEntry[] {
  return kinds.flatMap(kind => entries.filter(entry => kindOf(entry) === kind));
}

/**
 * Writes the files of each kind into one, `download/<kind>-<hash>.pack`: folded, then gzip. Hosts do not compress a type
 * that they do not know, so these bytes are what goes over the wire everywhere; the hash in the name lets the worker of a
 * release find its own.
 */
export function writePacks(dir: string, entries: readonly FileEntry[]): Pack[] {
  return kinds.flatMap((kind): Pack[] => {
    const members = entries.filter(entry => kindOf(entry) === kind);
    if (members.length === 0) return [];
    const { bytes, apart } = packed(dir, members);
    const file = `download/${kind}-${sha256(bytes, 'hex').slice(0, 12)}.pack`;
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), bytes);
    return [{ file, count: members.length, wire: bytes.length, apart }];
  });
}

/** Packs by the list of what is in them: a build makes them before and after it writes figures, which change few. */
const known = new Map<string, { bytes: Uint8Array; apart: number }>();

function packed(dir: string, members: readonly FileEntry[]): { bytes: Uint8Array; apart: number } {
  const list = JSON.stringify(members);
  const before = known.get(list);
  if (before) return before;
  const contents = members.map(([path]) => contentOf(dir, path));
  const made = {
    bytes: gzipSync(fold(Buffer.concat(contents)), { level: 9 }),
    apart: contents.reduce((sum, content) => sum + gzipSync(content).length, 0),
  };
  known.set(list, made);
  return made;
}
