import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../../scripts/lib/run.ts';

interface Package {
  resolved?: string;
  integrity?: string;
  hasInstallScript?: boolean;
  link?: boolean;
}

const manifest: { dependencies?: object; devDependencies: Record<string, string>; allowScripts: object } =
  JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const lock: { lockfileVersion: number; packages: Record<string, Package> } = JSON.parse(
  readFileSync(join(root, 'package-lock.json'), 'utf8'),
);
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
const nameOf = (path: string) => path.replace(/^.*node_modules\//, '');

test('nothing comes from git, an address or a folder', () => {
  const odd = Object.entries(manifest.devDependencies).filter(
    ([, range]) => !/^[\^~]?\d+\.\d+\.\d+$/.test(range),
  );
  expect(odd).toEqual([]);
  expect(manifest.dependencies).toBeUndefined();
  expect(packages.filter(([, { link }]) => link)).toEqual([]);
  const sources = packages.filter(
    ([, { resolved }]) => resolved && !/^https:\/\/[^/]+\/.*\.tgz$/.test(resolved),
  );
  expect(sources).toEqual([]);
});

test('every package has the hash of its content', () => {
  expect(lock.lockfileVersion).toBe(3);
  expect(packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([]);
});

test('every package with an install script is named, and no other', () => {
  const scripts = packages
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => nameOf(path));
  expect([...new Set(scripts)].sort()).toEqual(Object.keys(manifest.allowScripts).sort());
});
