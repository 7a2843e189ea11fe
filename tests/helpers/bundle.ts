import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { root } from '../../scripts/lib/run.ts';
import { zipName } from '../../src/site/offline.ts';
import type { Build } from './dist.ts';

export interface Bundle {
  dir: string;
  /** `file:///…/kubernetes-notes/` */
  url: string;
  /** Paths of its files, without the folder. */
  files: string[];
}

/** Unpacks the zip of a build, as a reader does. */
export function unpackBundle({ dir, base }: Build): Bundle {
  const target = join(root, '.cache/bundle', base === '/' ? 'root' : 'docs');
  rmSync(target, { recursive: true, force: true });
  const entries = Object.entries(unzipSync(readFileSync(join(dir, 'download', zipName))));
  for (const [path, bytes] of entries) {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    writeFileSync(join(target, path), bytes);
  }
  const folder = join(target, 'kubernetes-notes');
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`${folder} has no index.html.`);
  return {
    dir: folder,
    url: `${pathToFileURL(folder).href}/`,
    files: entries.map(([path]) => path.slice('kubernetes-notes/'.length)),
  };
}
