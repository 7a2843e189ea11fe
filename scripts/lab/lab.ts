// npm run lab -- up|down|status|enter|build [--k8s 1.36.3] [--node] [--port N] [--api-only] [-- command...]
// A real Kubernetes cluster on this machine, built from Go modules: a control plane with two simulated nodes, or with a real
// one (--node: Linux, root). Everything stays in the cache folder, outside the repository.
import { spawnSync } from 'node:child_process';
import { delimiter } from 'node:path';
import { labRelease } from '../../src/site/kubernetes.ts';
import { readArguments } from './arguments.ts';
import { buildKubernetes } from './build.ts';
import { kubernetesBin, labHome } from './cache.ts';
import { isUp, labOf, needPort, startControlPlane, stopLab } from './control-plane.ts';
import { LabError, runMain } from './error.ts';
import { helperFolder } from './helpers.ts';
import { interruptible } from './interruptible.ts';
import { labNames } from './names.ts';
import { buildNode } from './node/build.ts';
import { enterNode, isNodeUp, nodeLab, startNode, stopNode } from './node/node.ts';
import { runningPid, startedProcesses } from './processes.ts';

const usage = `usage: npm run lab -- up|down|status|enter|build [--k8s 1.36.3] [--node] [--port N] [--api-only]
  up       builds what is missing, and starts a control plane with two simulated nodes (--node: with a real one)
  enter    a shell, or "enter -- COMMAND...", in which kubectl reaches the lab
  down     stops it and forgets its data; without --k8s, every lab
  --api-only: an API server without controllers, to judge single objects
  status   what runs
  build    only builds`;

await runMain('lab', main);

async function main(): Promise<number> {
  const { values, positionals } = readArguments(
    {
      k8s: { type: 'string' },
      node: { type: 'boolean', default: false },
      port: { type: 'string' },
      'api-only': { type: 'boolean', default: false },
    },
    usage,
  );
  const [action = '', ...command] = positionals;
  const version = values.k8s ?? labRelease;
  if (!/^1\.\d+\.\d+$/.test(version))
    throw new LabError(`--k8s ${version}: a patch release such as ${labRelease} is wanted.`);
  const port = values.port === undefined ? undefined : readPort(values.port);
  const isNode = values.node;
  const start = Date.now();
  const say = (line: string) =>
    console.log(`${((Date.now() - start) / 1000).toFixed(1).padStart(6)} s  ${line}`);
  switch (action) {
    case 'build':
      if (isNode) buildNode(version, say);
      else buildKubernetes(version, say);
      return 0;
    case 'up':
      return isNode ? upNode(version, say) : up(version, port, values['api-only'] ? 0 : 2, say);
    case 'enter':
      return isNode ? enterNode(nodeLab(version), command) : enter(version, command);
    case 'down':
      return down(values.k8s, isNode);
    case 'status':
      return status();
    default:
      console.error(usage);
      return 2;
  }
}

function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new LabError(`--port ${text}: a number from 1 to 65535 is wanted.`);
  return port;
}

async function up(
  version: string,
  port: number | undefined,
  nodes: number,
  say: (line: string) => void,
): Promise<number> {
  const lab = labOf(version, nodes === 0);
  if (isUp(lab)) say(`the lab ${version} runs already`);
  else {
    if (port !== undefined) await needPort(port);
    buildKubernetes(version, say);
    const chosen = port !== undefined && { port };
    await interruptible(signal => startControlPlane({ version, nodes, signal, ...chosen }, say));
  }
  console.log(`export KUBECONFIG=${lab.kubeconfig} PATH=${pathOf(version)}:$PATH`);
  return 0;
}

async function upNode(version: string, say: (line: string) => void): Promise<number> {
  const lab = nodeLab(version);
  if (isNodeUp(lab)) say(`the lab ${version} with a real node runs already`);
  else {
    buildNode(version, say);
    await interruptible(signal => startNode(lab, say, signal));
  }
  console.log('npm run lab -- enter --node -- kubectl get nodes');
  return 0;
}

function pathOf(version: string): string {
  return [helperFolder(labOf(version).folder), kubernetesBin(version)].join(delimiter);
}

function enter(version: string, command: readonly string[]): number {
  const lab = labOf(version);
  if (!isUp(lab)) throw new LabError(`the lab ${version} does not run: npm run lab -- up --k8s ${version}`);
  const [program = process.env['SHELL'] ?? 'sh', ...args] = command;
  const child = spawnSync(program, args, {
    stdio: 'inherit',
    env: {
      ...process.env,
      KUBECONFIG: lab.kubeconfig,
      PATH: [pathOf(version), process.env['PATH']].join(delimiter),
    },
  });
  if (child.error) throw new LabError(`${program} cannot be run: ${child.error.message}`);
  return child.status ?? 1;
}

async function down(version: string | undefined, isNode: boolean): Promise<number> {
  const wanted = (name: string) => name === version || name === `${version}-api`;
  const names = version ? (isNode ? [`${version}-node`] : labNames().filter(wanted)) : labNames();
  for (const name of names) {
    if (name.endsWith('-node')) await stopNode(nodeLab(name.replace(/-node$/, '')));
    else await stopLab(labNamed(name));
    console.log(`stopped ${name}`);
  }
  if (names.length === 0) console.log('nothing runs');
  return 0;
}

function labNamed(name: string) {
  return labOf(name.replace(/-api$/, ''), name.endsWith('-api'));
}

function status(): number {
  console.log(`cache: ${labHome()}`);
  for (const name of labNames()) {
    if (name.endsWith('-node')) {
      console.log(`${name}: ${isNodeUp(nodeLab(name.replace(/-node$/, ''))) ? 'runs' : 'does not run'}`);
      continue;
    }
    const { folder } = labNamed(name);
    const programs = startedProcesses(folder).map(
      program => `${program} ${runningPid(folder, program) ?? 'ended'}`,
    );
    console.log(`${name}: ${isUp(labNamed(name)) ? 'runs' : 'does not run'} (${programs.join(', ')})`);
  }
  return 0;
}
