import { execFileSync } from 'node:child_process';
import { root } from './run.ts';

/** The packages of the lock file as CycloneDX JSON. npm adds a random number and the time; they are taken out, so that it is reproducible. */
export function makeSbom(): string {
  const text = execFileSync('npm', ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { serialNumber: _, ...sbom } = JSON.parse(text) as {
    serialNumber?: string;
    metadata: { timestamp?: string };
  };
  const { timestamp: __, ...metadata } = sbom.metadata;
  return `${JSON.stringify({ ...sbom, metadata }, null, 2)}\n`;
}
