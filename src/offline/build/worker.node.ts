import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Release } from '../protocol.ts';

/** The text of `sw.js`: the worker of a release, or the one that takes the copies back. */
export async function buildWorker(release: Release | 'remove'): Promise<string> {
  const entry = release === 'remove' ? 'remove.ts' : 'main.ts';
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../worker/${entry}`, import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    charset: 'utf8',
    format: 'iife',
    target: 'es2022',
    define: release === 'remove' ? {} : { RELEASE: JSON.stringify(release) },
    legalComments: 'none',
  });
  return outputFiles[0]?.text ?? '';
}
