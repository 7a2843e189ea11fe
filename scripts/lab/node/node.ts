// Starts and stops a lab with a real node. Everything runs in private mount, network, process and host name spaces; ending
// the first process of that process space lets the kernel end every other one, containers too, and drop mounts and network.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Progress } from '../build.ts';
import { runChild, runCommand } from '../command.ts';
import { LabError } from '../error.ts';
import { runningPid, startProcess, waitFor } from '../processes.ts';
import { installAddons } from './addons.ts';
import {
  binaries,
  enterCommand,
  groupName,
  holderFolder,
  isNodeUp,
  type NodeLab,
  nodeName,
  writeEnter,
} from './lab.ts';

export { isNodeUp, nodeLab } from './lab.ts';

/** Starts the lab; one that runs already stays. What a crash has left is cleared away first. */
export async function startNode(lab: NodeLab, say: Progress, signal?: AbortSignal): Promise<void> {
  if (isNodeUp(lab)) return;
  await stopNode(lab);
  try {
    await holdNamespaces(lab);
    makeControlGroups(lab);
    await inside(lab, ['node', join(import.meta.dirname, 'inside.ts'), lab.version], signal);
    say('the node is ready');
    await installAddons(lab, say, signal);
  } catch (error) {
    await stopNode(lab);
    throw error;
  }
}

/** Ends the lab and forgets its data. */
export async function stopNode(lab: NodeLab): Promise<void> {
  const { folder } = lab;
  const holder = runningPid(holderFolder(lab), 'holder');
  const inner = holder === undefined ? undefined : childOf(holder);
  if (inner !== undefined) {
    process.kill(inner, 'SIGKILL');
    for (let waited = 0; waited < 100 && runningPid(holderFolder(lab), 'holder'); waited++) await sleep(100);
  }
  for (const group of controlGroups(lab)) removeGroup(group);
  rmSync(folder, { recursive: true, force: true });
}

/** Runs a command or a shell inside the lab; returns its exit status. */
export function enterNode(lab: NodeLab, command: readonly string[]): number {
  if (!isNodeUp(lab))
    throw new LabError(
      `the lab ${lab.version} with a real node does not run: npm run lab -- up --node --k8s ${lab.version}`,
    );
  const [program = '', ...before] = enterCommand(lab);
  const wanted = command.length > 0 ? command : [process.env['SHELL'] ?? 'sh'];
  return spawnSync(program, [...before, ...wanted], { stdio: 'inherit' }).status ?? 1;
}

/** A process that does nothing but keep the namespaces; its folder stands in its arguments, so that it is recognised. */
async function holdNamespaces(lab: NodeLab): Promise<void> {
  const folder = holderFolder(lab);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const spaces = ['--mount', '--net', '--pid', '--uts', '--fork', '--mount-proc', '--propagation', 'private'];
  const script = `hostname ${nodeName}; : '${folder}'; while :; do sleep 86400 & wait $!; done`;
  startProcess(folder, 'holder', 'unshare', [...spaces, 'bash', '-c', script]);
  const holder = runningPid(folder, 'holder') ?? 0;
  await waitFor(folder, 'a process in its own namespaces', () => childOf(holder) !== undefined, {
    seconds: 10,
  });
  // The host name is set by the shell, a moment after it exists.
  await sleep(300);
  writeEnter(lab, childOf(holder) ?? 0);
}

function childOf(pid: number): number | undefined {
  const { stdout } = runCommand('ps', ['-o', 'pid=', '--ppid', String(pid)]);
  const child = Number(stdout.trim().split(/\s+/)[0]);
  return child > 0 ? child : undefined;
}

async function inside(lab: NodeLab, command: readonly string[], signal?: AbortSignal): Promise<void> {
  const [program = '', ...before] = enterCommand(lab);
  const { status } = await runChild(program, [...before, ...command], {
    signal,
    output: 'inherit',
    env: { ...process.env, PATH: `${binaries(lab)}:${process.env['PATH']}:/usr/sbin:/sbin` },
  });
  if (status !== 0) throw new LabError('the node did not start; the reason stands above.');
}

function controlGroups(lab: NodeLab): string[] {
  const base = '/sys/fs/cgroup';
  if (existsSync(join(base, 'cgroup.controllers'))) return [join(base, groupName(lab))];
  return readdirSync(base, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => join(base, entry.name, groupName(lab)));
}

function makeControlGroups(lab: NodeLab): void {
  for (const group of controlGroups(lab)) {
    mkdirSync(group, { recursive: true });
    // A cpuset without processors takes no process.
    for (const file of ['cpuset.cpus', 'cpuset.mems']) {
      const parent = join(group, '..', file);
      if (existsSync(parent) && existsSync(join(group, file)) && group.includes('/cpuset'))
        runCommand('sh', ['-c', `cat '${parent}' > '${join(group, file)}'`]);
    }
  }
}

/** A group can be removed when it is empty, children first. */
function removeGroup(group: string): void {
  if (!existsSync(group)) return;
  for (const entry of readdirSync(group, { withFileTypes: true }))
    if (entry.isDirectory()) removeGroup(join(group, entry.name));
  try {
    rmdirSync(group);
  } catch {
    // A process that is still ending holds it; the next start takes the same name.
  }
}
