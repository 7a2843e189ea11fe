import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import data from '../../../src/data/images.json' with { type: 'json' };
import { gatewayKinds } from '../../verify/gateway.ts';
import type { Progress } from '../build.ts';
import { toolsFolder } from '../cache.ts';
import { lastLines, runChild } from '../command.ts';
import { LabError } from '../error.ts';
import { madeImages } from './images.ts';
import { enterCommand, type NodeLab, writeSubstitutes } from './lab.ts';

/** DNS, Gateway API's kinds, metrics-server, Traefik, and the image names that the book uses. */
export async function installAddons(lab: NodeLab, say: Progress, signal?: AbortSignal): Promise<void> {
  const inLab = (command: readonly string[]) => runInLab(lab, command, signal);
  const addons = join(import.meta.dirname, 'addons');
  writeSubstitutes(lab, await nameImages(lab, inLab));
  await inLab(['kubectl', 'apply', '-f', join(addons, 'coredns.yaml')]);
  const crds = readdirSync(gatewayKinds()).filter(name =>
    /^gateway\.networking\.k8s\.io_.*\.yaml$/.test(name),
  );
  await inLab([
    'kubectl',
    'apply',
    '--server-side',
    ...crds.flatMap(name => ['-f', join(gatewayKinds(), name)]),
  ]);
  await inLab(['kubectl', 'wait', '--for=condition=Established', 'crd', '--all', '--timeout=60s']);
  for (const name of ['metrics-server.yaml', 'traefik.yaml', 'local-path.yaml'])
    await inLab(['kubectl', 'apply', '-f', join(addons, name)]);
  for (const [namespace, name] of [
    ['kube-system', 'coredns'],
    ['local-path-storage', 'local-path-provisioner'],
    ['traefik', 'traefik'],
    ['kube-system', 'metrics-server'],
  ] as const) {
    await inLab(['kubectl', '-n', namespace, 'rollout', 'status', `deployment/${name}`, '--timeout=180s']);
    say(`${name} is ready`);
  }
  await inLab([
    'kubectl',
    'wait',
    '--for=condition=Accepted',
    'gatewayclass/cloud-provider-kind',
    '--timeout=60s',
  ]);
}

/** Serves the images of the book under their names: `name used` -> `what really runs`. A name whose program was not built is not served. */
async function nameImages(
  lab: NodeLab,
  inLab: (command: readonly string[]) => Promise<void>,
): Promise<Record<string, string>> {
  const served: Record<string, string> = {};
  const made = madeImages(lab.version);
  const short = (name: string) => name.replace(/^docker\.io\/(library\/)?/, '');
  for (const { name, tag } of data.images) {
    const real = made.find(image => short(image).startsWith(`${name}:`));
    if (!real) continue;
    const used = `${name}:${tag}`;
    if (short(real) === used) continue;
    const inRegistry = (image: string) => `127.0.0.1:5000/${image.slice(image.indexOf('/') + 1)}`;
    const path = used.includes('/') ? used : `docker.io/library/${used}`;
    await inLab([join(toolsFolder(), 'crane'), 'copy', '--insecure', inRegistry(real), inRegistry(path)]);
    served[used] = short(real);
  }
  return served;
}

async function runInLab(lab: NodeLab, command: readonly string[], signal?: AbortSignal): Promise<void> {
  const [program = '', ...before] = enterCommand(lab);
  const options = { timeout: 300_000, signal };
  const { status, stderr } = await runChild(program, [...before, ...command], options);
  if (status !== 0)
    throw new LabError(`in the lab, ${command.slice(0, 4).join(' ')} failed: ${lastLines(stderr)}`);
}
