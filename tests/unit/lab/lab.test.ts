import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { kubernetesBin, toolsFolder } from '../../../scripts/lab/cache.ts';
import { runCommand } from '../../../scripts/lab/command.ts';
import { isUp, labOf, needPort, startControlPlane, stopLab } from '../../../scripts/lab/control-plane.ts';
import {
  freePorts,
  isTaken,
  runningPid,
  startedProcesses,
  startProcess,
} from '../../../scripts/lab/processes.ts';

const version = '1.99.0';
const say = () => {};
let cache: string;
let former: string | undefined;

/** Puts a program of a few shell words where the lab's own build would be. */
function program(folder: string, name: string, script: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, name), 0o755);
}

const runs = 'trap "exit 0" TERM; while :; do sleep 0.1; done';

beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'lab-'));
  former = process.env['XDG_CACHE_HOME'];
  process.env['XDG_CACHE_HOME'] = cache;
  const bin = kubernetesBin(version);
  for (const name of ['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler'])
    program(bin, name, runs);
  program(bin, 'kubectl', 'exit 0');
  program(toolsFolder(), 'kwok', runs);
});

afterEach(async () => {
  await stopLab(labOf(version));
  if (former === undefined) delete process.env['XDG_CACHE_HOME'];
  else process.env['XDG_CACHE_HOME'] = former;
  rmSync(cache, { recursive: true, force: true });
});

/** Process ids of everything the lab has started, by name. */
const pids = () =>
  startedProcesses(labOf(version).folder).map(
    name => [name, runningPid(labOf(version).folder, name)] as const,
  );

/** A process that has ended and was not yet collected by its parent is not alive. */
const isAlive = (pid: number | undefined) =>
  /^[^Z\s]/.test(runCommand('ps', ['-o', 'stat=', '-p', String(pid)]).stdout.trim());

test('starts every program, one simulated kubelet a node, and ends them all', async () => {
  const lab = await startControlPlane({ version, nodes: 2 }, say);
  const started = pids();
  expect(started.map(([name]) => name)).toEqual([
    'etcd',
    'kube-apiserver',
    'kube-controller-manager',
    'kube-scheduler',
    'kwok-node-1',
    'kwok-node-2',
  ]);
  expect(started.every(([, pid]) => isAlive(pid))).toBe(true);
  expect(isUp(lab)).toBe(true);
  expect(existsSync(join(lab.folder, 'helpers/lab-stop-node'))).toBe(true);
  await stopLab(lab);
  expect(started.some(([, pid]) => isAlive(pid))).toBe(false);
  expect(existsSync(lab.folder)).toBe(false);
}, 60_000);

test('a program that ends while it is awaited is named with its last words, and nothing is left', async () => {
  program(
    kubernetesBin(version),
    'kube-apiserver',
    'echo "listen tcp 127.0.0.1: bind: address already in use" >&2; exit 1',
  );
  program(kubernetesBin(version), 'kubectl', 'exit 1');
  const before = startControlPlane({ version, nodes: 1 }, say);
  await expect(before).rejects.toThrow(
    /^kube-apiserver ended while the API server 1\.99\.0 was awaited: .*address already in use$/,
  );
  expect(existsSync(labOf(version).folder)).toBe(false);
}, 60_000);

test('what a crash has left is ended before the next start', async () => {
  const { folder } = labOf(version);
  startProcess(folder, 'etcd', join(kubernetesBin(version), 'etcd'), [`--data-dir=${folder}`]);
  const left = runningPid(folder, 'etcd');
  expect(isAlive(left)).toBe(true);
  await startControlPlane({ version, nodes: 1 }, say);
  expect(isAlive(left)).toBe(false);
}, 60_000);

test('a process id that now belongs to another program is left alone', async () => {
  const { folder } = labOf(version);
  mkdirSync(join(folder, 'pid'), { recursive: true });
  writeFileSync(join(folder, 'pid', 'etcd'), `${process.pid}\n`);
  expect(runningPid(folder, 'etcd')).toBeUndefined();
  await stopLab(labOf(version));
  expect(isAlive(process.pid)).toBe(true);
});

test('a taken port is said before anything starts', async () => {
  const [port = 0] = await freePorts(1);
  expect(await isTaken(port)).toBe(false);
  const server = createServer();
  await new Promise<void>(done => server.listen(port, '127.0.0.1', done));
  await expect(needPort(port)).rejects.toThrow(
    `port ${port} of 127.0.0.1 is taken: choose another, or leave --port out.`,
  );
  await expect(startControlPlane({ version, nodes: 1, port }, say)).rejects.toThrow('is taken');
  expect(pids()).toEqual([]);
  await new Promise(done => server.close(done));
});
