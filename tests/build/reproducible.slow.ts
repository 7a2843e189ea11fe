import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { root } from '../../scripts/lib/run.ts';
import { makeSbom } from '../../scripts/lib/sbom.ts';
import { filesIn, sha256 } from '../../src/offline/build/release.node.ts';

const home = mkdtempSync(join(tmpdir(), 'reproducible-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Builds a fresh copy of the sources, without caches, and resolves to the digest of every file. */
function build(folder: string, env: Record<string, string>): Map<string, string> {
  const dir = join(home, folder);
  const sources = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: root });
  for (const file of sources.toString().split('\0').filter(Boolean)) {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    cpSync(join(root, file), join(dir, file));
  }
  // Installed packages are inputs; that they are the right ones is what the lock file is for.
  symlinkSync(join(root, 'node_modules'), join(dir, 'node_modules'));
  const { status, stderr } = spawnSync(join(root, 'node_modules/.bin/astro'), ['build'], {
    cwd: dir,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
  const dist = join(dir, 'dist');
  return new Map(filesIn(dist).map(file => [file, sha256(readFileSync(join(dist, file)), 'hex')]));
}

test('two builds in different folders, time zones and locales are the same, byte for byte', ({ task }) => {
  const one = build('one', { TZ: 'Asia/Tokyo', LANG: 'ja_JP.UTF-8', LC_ALL: 'ja_JP.UTF-8' });
  const other = build('a/second place', { TZ: 'America/New_York', LANG: 'C', LC_ALL: 'C' });
  const files = [...new Set([...one.keys(), ...other.keys()])];
  expect(files.filter(file => one.get(file) !== other.get(file))).toEqual([]);
  const bundles = files.filter(file => /\.(zip|pack)$/.test(file));
  expect(bundles).toHaveLength(7);
  expect(files.length).toBeGreaterThan(100);
  const figure = `${files.length} of ${files.length} files equal, the zip and ${bundles.length - 1} packs among them`;
  Object.assign(task.meta, { figure });
});

test('the list of packages is the same when it is made twice', ({ task }) => {
  const list = makeSbom();
  expect(makeSbom()).toBe(list);
  const { components } = JSON.parse(list) as { components: unknown[] };
  expect(components.length).toBeGreaterThan(100);
  Object.assign(task.meta, { figure: `${components.length} packages` });
});
