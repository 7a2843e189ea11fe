import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { root } from '../../scripts/lib/run.ts';
import { filesIn, makeOffer, makeRelease } from '../../src/offline/build/release.node.ts';
import { buildWorker } from '../../src/offline/build/worker.node.ts';
import type { Release } from '../../src/offline/protocol.ts';
import { chapters } from '../helpers/chapters.ts';
import type { Build } from '../helpers/dist.ts';

const releaseNames = ['v1', 'v2', 'v3', 'removed'] as const;
export type ReleaseName = (typeof releaseNames)[number];

/** Folder of each release. */
export type Releases = Record<ReleaseName, string>;

/** A fault that is put into the worker's source, to see that a test notices it. */
export interface Mutant {
  name: string;
  /** File in src/offline/worker/. */
  file: string;
  from: string;
  to: string;
}

/** The chapter whose words tell the releases apart. */
export const [chapter = ''] = chapters;

/** Names that are hard to encode; the copy has to hold them too. */
export const oddFile = 'manifests/日本/設定 1+@%.yaml';

/**
 * Three releases and the one that takes the copies back, made from one build: each has its own words in a chapter, and
 * from v2 on its own style sheets, so that a mixture shows. Returns their folders.
 */
export async function makeReleases(from: Build): Promise<Releases> {
  const home = join(root, '.cache/offline-tests', from.base === '/' ? 'root' : 'docs');
  rmSync(home, { recursive: true, force: true });
  const dirs: Releases = { v1: '', v2: '', v3: '', removed: '' };
  for (const release of releaseNames) {
    const dir = join(home, release);
    dirs[release] = dir;
    cpSync(from.dir, dir, { recursive: true });
    markPage(join(dir, chapter, 'index.html'), release);
    if (release !== 'v1') renameStyles(dir, release);
    mkdirSync(dirname(join(dir, oddFile)), { recursive: true });
    writeFileSync(join(dir, oddFile), 'kind: テスト\n');
    const made = makeRelease(dir);
    const worker = await buildWorker(release === 'removed' ? 'remove' : made);
    writeFileSync(join(dir, 'sw.js'), worker);
    writeFileSync(join(dir, 'offline.json'), JSON.stringify(makeOffer(made, worker)));
    writeFileSync(join(dir, 'release.json'), JSON.stringify(made));
  }
  return dirs;
}

/** Puts a faulty worker into each of the releases, in place of the one that is there. */
export async function plant(mutant: Mutant, dirs: Releases): Promise<void> {
  for (const release of releaseNames) {
    const made: Release = JSON.parse(readFileSync(join(dirs[release], 'release.json'), 'utf8'));
    writeFileSync(join(dirs[release], 'sw.js'), await buildMutant(mutant, release, made));
  }
}

function markPage(file: string, words: string): void {
  const html = readFileSync(file, 'utf8');
  const marked = html.replace('</h1>', `</h1><p id="release">${words}</p>`);
  if (marked === html) throw new Error(`${file} has no h1 to put words after.`);
  writeFileSync(file, marked);
}

/** Style sheets of its own, under names of their own, as a build after a change of style has them: every page is another. */
function renameStyles(dir: string, release: string): void {
  const assets = join(dir, '_assets');
  const names = readdirSync(assets).filter(name => name.endsWith('.css'));
  if (names.length === 0) throw new Error(`${assets} has no style sheet.`);
  const renamed = names.map(old => [old, old.replace(/\.[^.]+\.css$/, `.${release}.css`)] as const);
  for (const [old, fresh] of renamed) {
    writeFileSync(
      join(assets, fresh),
      `${readFileSync(join(assets, old), 'utf8')}#release{letter-spacing:3px}`,
    );
    rmSync(join(assets, old));
  }
  for (const file of filesIn(dir).filter(path => path.endsWith('.html'))) {
    const html = readFileSync(join(dir, file), 'utf8');
    writeFileSync(
      join(dir, file),
      renamed.reduce((text, [old, fresh]) => text.replaceAll(old, fresh), html),
    );
  }
}

async function buildMutant(mutant: Mutant, name: ReleaseName, release: Release): Promise<string> {
  const folder = fileURLToPath(new URL('../../src/offline/worker/', import.meta.url));
  const source = readFileSync(join(folder, mutant.file), 'utf8');
  if (!source.includes(mutant.from))
    throw new Error(`${mutant.file} has no ${mutant.from}: mend the mutant "${mutant.name}".`);
  const { outputFiles } = await build({
    entryPoints: [join(folder, name === 'removed' ? 'remove.ts' : 'main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    define: { RELEASE: JSON.stringify(release) },
    plugins: [
      {
        name: 'mutant',
        setup: ({ onLoad }) =>
          onLoad({ filter: new RegExp(`worker/${mutant.file}$`) }, () => ({
            contents: source.replace(mutant.from, mutant.to),
            loader: 'ts',
          })),
      },
    ],
  });
  return outputFiles[0]?.text ?? '';
}
