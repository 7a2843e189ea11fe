import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { dist } from './dist.ts';

/** Bytes of a file as a host sends it to a browser of today. */
export function compressed(bytes: Buffer): number {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

/** Compressed bytes of files of the build. Files of the search index are compressed as they are. */
export function weightOf(paths: readonly string[]): number {
  return [...new Set(paths)]
    .map(path => {
      const bytes = readFileSync(join(dist, path));
      return path.includes('.pf_') ? bytes.length : compressed(bytes);
    })
    .reduce((sum, size) => sum + size, 0);
}
