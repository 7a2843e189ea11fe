// Builds the lab's programs from the Go modules that their projects publish. Nothing but the Go module proxy is needed.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kubernetesBin, labHome, toolsFolder } from './cache.ts';
import { mustRun, runCommand } from './command.ts';
import { LabError } from './error.ts';

/** Release of kwok, which plays the simulated nodes. */
const kwokVersion = '0.8.0';

const controlPlane = ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kubectl'];
const goEnvironment = { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-mod=mod' };

/** Says what is being done, and how long it took. */
export type Progress = (line: string) => void;

/** One Go program: package path, output file, linker flags. */
export interface GoProgram {
  package: string;
  output: string;
  flags?: string;
}

/** Stops with a sentence when there is no Go. */
export function needGo(): void {
  if (runCommand('go', ['version']).status !== 0)
    throw new LabError(
      'Go is not on the PATH: the lab is built from Go modules. Install Go 1.26 or newer (https://go.dev/dl/); building, testing and serving the site do not need it.',
    );
}

/**
 * Builds etcd, the control plane, kubectl and kwok; what the cache has is kept.
 * @param version Patch release: `1.36.3`.
 * @param more Further commands of Kubernetes: `cmd/kubelet`.
 */
export function buildKubernetes(version: string, say: Progress, more: readonly string[] = []): void {
  const bin = kubernetesBin(version);
  const commands = [...controlPlane.map(name => `cmd/${name}`), ...more];
  const missing = commands.filter(name => !existsSync(join(bin, name.slice(name.lastIndexOf('/') + 1))));
  if (missing.length > 0 || !existsSync(join(bin, 'etcd'))) {
    needGo();
    const source = writeModule(version, commands, say);
    for (const name of missing)
      goBuild(
        source,
        {
          package: `k8s.io/kubernetes/${name}`,
          output: join(bin, name.slice(name.lastIndexOf('/') + 1)),
          flags: versionFlags(version),
        },
        say,
      );
    if (!existsSync(join(bin, 'etcd')))
      goBuild(source, { package: 'go.etcd.io/etcd/server/v3', output: join(bin, 'etcd') }, say);
  }
  buildKwok(say);
}

/** Path of a downloaded module's files. */
export function moduleFolder(module: string, version: string, say: Progress): string {
  say(`downloading ${module}@${version}`);
  const answer = runCommand('go', ['mod', 'download', '-json', `${module}@${version}`], {
    cwd: labHome(),
    env: { ...process.env, GOFLAGS: '' },
  });
  // `go mod download -json` prints its error as JSON too.
  const {
    Dir,
    Zip,
    Error: reason,
  } = JSON.parse(answer.stdout || '{}') as {
    Dir?: string;
    Zip?: string;
    Error?: string;
  };
  // A module that wants a newer Go is downloaded but not unpacked; its files are wanted all the same.
  if (!Dir && Zip) return unpackModule(Zip, `${module}@${version}`);
  if (!Dir)
    throw new LabError(
      `${module}@${version} cannot be had from the Go module proxy: ${reason ?? answer.stderr.trim()}`,
    );
  return Dir;
}

function unpackModule(zip: string, name: string): string {
  const modules = join(labHome(), 'modules');
  if (!existsSync(join(modules, name))) mustRun('unzip', ['-q', '-o', zip, '-d', modules]);
  return join(modules, name);
}

/** Builds one program in a module's folder. An unfinished file never keeps the program's name. */
export function goBuild(source: string, program: GoProgram, say: Progress): void {
  const start = Date.now();
  const name = program.output.slice(program.output.lastIndexOf('/') + 1);
  mkdirSync(join(program.output, '..'), { recursive: true });
  const unfinished = `${program.output}.new`;
  say(`building ${name} …`);
  mustRun(
    'go',
    [
      'build',
      '-trimpath',
      '-ldflags',
      `-s -w ${program.flags ?? ''}`.trim(),
      '-o',
      unfinished,
      program.package,
    ],
    { cwd: source, env: goEnvironment },
  );
  renameSync(unfinished, program.output);
  say(`built ${name} in ${Math.round((Date.now() - start) / 1000)} s`);
}

/**
 * A module of our own that needs Kubernetes. Its go.mod replaces its libraries by folders of its own tree; outside that tree
 * the same code is `k8s.io/NAME v0.X.Y`.
 */
function writeModule(version: string, commands: readonly string[], say: Progress): string {
  const upstream = readFileSync(
    join(moduleFolder('k8s.io/kubernetes', `v${version}`, say), 'go.mod'),
    'utf8',
  );
  const go = /^go ([0-9.]+)$/m.exec(upstream)?.[1];
  const etcd = /go\.etcd\.io\/etcd\/client\/v3 (v[0-9.]+)/.exec(upstream)?.[1];
  const libraries = [...upstream.matchAll(/^\s*(k8s\.io\/[a-z-]+) => \.\/staging/gm)].map(match => match[1]);
  const source = join(labHome(), 'kubernetes', version, 'source');
  mkdirSync(source, { recursive: true });
  const replaces = libraries.map(name => `\t${name} => ${name} v0.${version.slice(2)}`);
  writeFileSync(
    join(source, 'go.mod'),
    `module lab\n\ngo ${go}\n\nrequire (\n\tk8s.io/kubernetes v${version}\n\tgo.etcd.io/etcd/server/v3 ${etcd}\n)\n\nreplace (\n${replaces.join('\n')}\n)\n`,
  );
  const packages = ['go.etcd.io/etcd/server/v3', ...commands.map(name => `k8s.io/kubernetes/${name}`)];
  writeFileSync(
    join(source, 'tools.go'),
    `//go:build tools\n\npackage tools\n\nimport (\n${packages.map(name => `\t_ "${name}"`).join('\n')}\n)\n`,
  );
  say(`resolving the modules of Kubernetes ${version} …`);
  // -e: some modules that only Kubernetes' tests need cannot be had.
  runCommand('go', ['mod', 'tidy', '-e'], { cwd: source, env: goEnvironment });
  return source;
}

/** What the programs and the API answer as their version. */
function versionFlags(version: string): string {
  const minor = version.split('.')[1];
  const base = 'k8s.io/component-base/version';
  return [
    `-X ${base}.gitVersion=v${version}`,
    `-X ${base}.gitMajor=1`,
    `-X ${base}.gitMinor=${minor}`,
    `-X ${base}.gitTreeState=clean`,
    `-X k8s.io/client-go/pkg/version.gitVersion=v${version}`,
  ].join(' ');
}

/** kwok, and the state machines (Stages) with which it plays nodes, Pods and volumes. */
function buildKwok(say: Progress): void {
  const output = join(toolsFolder(), 'kwok');
  const stages = join(toolsFolder(), 'stages.yaml');
  if (existsSync(output) && existsSync(stages)) return;
  needGo();
  mkdirSync(toolsFolder(), { recursive: true });
  const module = moduleFolder('sigs.k8s.io/kwok', `v${kwokVersion}`, say);
  const folders = ['node/fast', 'node/heartbeat-with-lease', 'pod/general', 'pod/chaos', 'volume/fast'];
  const files = folders.flatMap(folder => {
    const path = join(module, 'kustomize/stage', folder);
    return readdirSync(path)
      .sort()
      .map(name => readFileSync(join(path, name), 'utf8'));
  });
  writeFileSync(stages, files.filter(text => /^kind: Stage$/m.test(text)).join('---\n'));
  if (existsSync(output)) return;
  const source = join(labHome(), 'source', 'kwok');
  mkdirSync(source, { recursive: true });
  writeFileSync(
    join(source, 'go.mod'),
    `module lab\n\ngo 1.26.0\n\nrequire sigs.k8s.io/kwok v${kwokVersion}\n`,
  );
  goBuild(source, { package: 'sigs.k8s.io/kwok/cmd/kwok', output }, say);
}
