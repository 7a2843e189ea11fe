// Programs and images of a real node: kubelet and kube-proxy of the release, and what runs on it.
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildKubernetes, goBuild, moduleFolder, needGo, type Progress } from '../build.ts';
import { labHome, toolsFolder } from '../cache.ts';
import { mustRun, runCommand } from '../command.ts';
import { LabError } from '../error.ts';
import { makeImages } from './images.ts';

/** A program that is built with its own module's go.mod, so with the versions that its project has tested. */
interface Tool {
  name: string;
  module: string;
  version: string;
  /** Package of the command, below the module. */
  command?: string;
  flags?: string;
}

const traefik = 'github.com/traefik/traefik/v3';
const tools: readonly Tool[] = [
  { name: 'coredns', module: 'github.com/coredns/coredns', version: 'v1.15.0' },
  {
    name: 'metrics-server',
    module: 'sigs.k8s.io/metrics-server',
    version: 'v0.9.0',
    command: '/cmd/metrics-server',
  },
  // 3.7 wants a module that the proxy does not have.
  {
    name: 'traefik',
    module: traefik,
    version: 'v3.6.12',
    command: '/cmd/traefik',
    flags: `-X ${traefik}/pkg/version.Version=3.6.12`,
  },
  { name: 'local-path-provisioner', module: 'github.com/rancher/local-path-provisioner', version: 'v0.0.30' },
  {
    name: 'crane',
    module: 'github.com/google/go-containerregistry',
    version: 'v0.22.1',
    command: '/cmd/crane',
  },
];

/** Programs that the machine must have; on Debian: containerd runc containernetworking-plugins nftables iproute2 util-linux. */
const needed = ['containerd', 'ctr', 'runc', 'nft', 'ip', 'unshare', 'nsenter'];

/** Builds everything for a lab with a real node; what the cache has is kept. */
export function buildNode(version: string, say: Progress): void {
  needMachine();
  buildKubernetes(version, say, ['cmd/kubelet', 'cmd/kube-proxy', 'test/images/agnhost']);
  for (const tool of tools) buildTool(tool, say);
  makeImages(version, say);
}

/** Stops with a sentence on a machine that cannot run a node. */
export function needMachine(): void {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    throw new LabError(
      'a real node needs Linux and root: it makes namespaces and mounts of its own. Without --node neither is needed.',
    );
  const path = `${process.env['PATH']}:/usr/sbin:/sbin`;
  const missing = needed.filter(
    name => runCommand('sh', ['-c', `command -v ${name}`], { env: { PATH: path } }).status !== 0,
  );
  if (!existsSync('/usr/lib/cni/bridge')) missing.push('the CNI plugins in /usr/lib/cni');
  if (missing.length > 0)
    throw new LabError(
      `a real node needs ${missing.join(', ')}. On Debian: apt-get install containerd runc containernetworking-plugins nftables iproute2 util-linux`,
    );
}

function buildTool({ name, module, version, command = '', flags = '' }: Tool, say: Progress): void {
  const output = join(toolsFolder(), name);
  if (existsSync(output)) return;
  needGo();
  const upstream = moduleFolder(module, version, say);
  const source = join(labHome(), 'source', name);
  mkdirSync(source, { recursive: true });
  const goMod = readFileSync(join(upstream, 'go.mod'), 'utf8').replace(/^module .*$/m, 'module lab');
  writeFileSync(join(source, 'go.mod'), goMod);
  writeFileSync(join(source, 'go.sum'), readFileSync(join(upstream, 'go.sum')));
  writeFileSync(
    join(source, 'tools.go'),
    `//go:build tools\n\npackage tools\n\nimport _ "${module}${command}"\n`,
  );
  mustRun('go', ['mod', 'edit', `-require=${module}@${version}`], { cwd: source });
  goBuild(source, { package: `${module}${command}`, output, flags }, say);
}

/** The process that holds a Pod's namespaces: a few lines of our own, because no module publishes it. */
export function buildPause(say: Progress): string {
  const output = join(toolsFolder(), 'pause');
  if (existsSync(output)) return output;
  needGo();
  const source = join(labHome(), 'source', 'pause');
  mkdirSync(source, { recursive: true });
  writeFileSync(join(source, 'go.mod'), 'module lab\n\ngo 1.24\n');
  copyFileSync(join(import.meta.dirname, 'pause/main.go'), join(source, 'main.go'));
  goBuild(source, { package: '.', output }, say);
  return output;
}
