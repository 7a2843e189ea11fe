import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One line of the lock: what was read, and its checksum as the registry states it. */
export interface Locked {
  source: 'npm' | 'go' | 'openapi' | 'repository';
  name: string;
  version: string;
  integrity: string;
  for: string;
}

export interface Fetched {
  folder: string;
  locked: Locked;
}

/** Fetches a package with the ordinary npm client into `cache` (once) and unpacks the given folders of it. */
export function fetchNpm(
  cache: string,
  name: string,
  version: string,
  folders: string[],
  purpose: string,
): Fetched {
  const id = `${name.replace(/^@/, '').replace('/', '-')}-${version}`;
  const archive = join(cache, `${id}.tgz`);
  if (!existsSync(archive))
    run('npm', ['pack', '--silent', '--pack-destination', cache, `${name}@${version}`]);
  const folder = join(cache, id);
  if (!existsSync(folder)) {
    mkdirSync(folder);
    const wanted = folders.map(path => `package/${path}`);
    run('tar', ['xzf', archive, '-C', folder, '--strip-components=1', ...wanted]);
  }
  const integrity = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  return { folder, locked: { source: 'npm', name, version, integrity, for: purpose } };
}

/**
 * Fetches a Go module with the ordinary go client; the checksum is the one of go.sum. A module that wants a newer Go is
 * downloaded but not unpacked, so that is done here.
 */
export function fetchGo(cache: string, name: string, version: string, purpose: string): Fetched {
  const { stdout } = spawnSync('go', ['mod', 'download', '-json', `${name}@${version}`], {
    encoding: 'utf8',
    env: { ...process.env, GOFLAGS: '-mod=mod' },
  });
  const { Dir, Zip, Sum }: { Dir?: string; Zip?: string; Sum?: string } = JSON.parse(stdout || '{}');
  if (!Sum || !(Dir || Zip)) throw new Error(`${name}@${version} cannot be downloaded`);
  const folder = Dir ?? join(cache, `${name}@${version}`);
  if (!existsSync(folder)) run('unzip', ['-q', '-o', Zip ?? '', '-d', cache]);
  return { folder, locked: { source: 'go', name, version, integrity: Sum, for: purpose } };
}

/** Checksum of a file's text. */
export function sha256(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('hex')}`;
}

/** Names in a folder that match, sorted. */
export function listFiles(folder: string, pattern: RegExp): string[] {
  return readdirSync(folder)
    .filter(name => pattern.test(name))
    .sort();
}

function run(program: string, args: string[]): string {
  return execFileSync(program, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}
