import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileEntry, Pack } from '../protocol.ts';
import { fileOf, sha256 } from './release.node.ts';

/** Folders of many small files that are like each other: gzip of one file finds what they share, gzip of each cannot. */
const groups = ['manifests', 'rules'];

/**
 * Writes the files of each group into one, `download/<name>-<hash>.txt`: their bytes, one after the other. A text, so
 * that every host compresses it; under a name with a hash, so that the worker of a release finds its own.
 */
export function writePacks(dir: string, entries: readonly FileEntry[]): Pack[] {
  return groups.flatMap((name): Pack[] => {
    // Entries are sorted: those of a folder follow each other.
    const first = entries.findIndex(([path]) => path.startsWith(`${name}/`));
    const members = entries.filter(([path]) => path.startsWith(`${name}/`));
    if (members.length < 2) return [];
    const bytes = Buffer.concat(members.map(([path]) => readFileSync(join(dir, fileOf(path)))));
    const file = `download/${name}-${sha256(bytes, 'hex').slice(0, 12)}.txt`;
    mkdirSync(join(dir, dirname(file)), { recursive: true });
    writeFileSync(join(dir, file), bytes);
    return [[file, first, members.length]];
  });
}
