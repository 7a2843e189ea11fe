import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import sources from '../../src/lint/data/sources.lock.json' with { type: 'json' };
import { moduleFolder } from '../lab/build.ts';
import { lastLines } from '../lab/command.ts';
import { LabError } from '../lab/error.ts';
import type { Cluster } from './cluster.ts';
import type { SetRun } from './set.ts';

const module = 'sigs.k8s.io/gateway-api';

/** The release of Gateway API whose definitions the lint engine has: both judge by the same. */
export const gatewayRelease = sources.find(({ name }) => name === module)?.version ?? '';

/** True when a set has an object of Gateway API. */
export function needsGatewayKinds(sets: readonly Pick<SetRun, 'files'>[]): boolean {
  return sets.some(({ files }) =>
    files.some(({ objects }) =>
      objects.some(({ apiVersion }) => apiVersion.startsWith('gateway.networking.k8s.io/')),
    ),
  );
}

/** What is wrong with a server that lacks the kinds of Gateway API; a lab gets them, somebody's own cluster may be without. */
export async function missingGatewayKinds(cluster: Cluster): Promise<string | undefined> {
  const { status } = await cluster.kubectl('default', ['get', '--raw=/apis/gateway.networking.k8s.io/v1']);
  return status === 0
    ? undefined
    : `${cluster.server} does not serve gateway.networking.k8s.io/v1: install the CRDs of Gateway API ${gatewayRelease} there`;
}

/** Folder with the standard channel's CRDs, from the Go module. */
export function gatewayKinds(): string {
  return join(
    moduleFolder(module, gatewayRelease, () => {}),
    'config/crd/standard',
  );
}

/** Gives the lab's API server the real CRDs of Gateway API. */
export async function serveGatewayKinds(cluster: Cluster): Promise<void> {
  const folder = gatewayKinds();
  const files = readdirSync(folder).filter(name => /^gateway\.networking\.k8s\.io_.*\.yaml$/.test(name));
  const { status, stderr } = await cluster.kubectl('default', [
    'apply',
    '--server-side',
    '--force-conflicts',
    ...files.flatMap(name => ['-f', join(folder, name)]),
  ]);
  const waited = await cluster.kubectl('default', [
    'wait',
    '--for=condition=Established',
    'crd',
    '--all',
    '--timeout=60s',
  ]);
  if (status !== 0 || waited.status !== 0)
    throw new LabError(
      `the CRDs of Gateway API ${gatewayRelease} are not served: ${lastLines(stderr || waited.stderr)}`,
    );
}
