// Programs that run behind the terminal: each has a pid file and a log in its lab's folder, and is ended by that pid only.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lastLines, runCommand } from './command.ts';
import { LabError } from './error.ts';

const pidFile = (folder: string, name: string) => join(folder, 'pid', name);

/** Starts a program that goes on when this one ends. Its arguments must contain the folder: that is how it is recognised later. */
export function startProcess(folder: string, name: string, program: string, args: readonly string[]): void {
  mkdirSync(join(folder, 'pid'), { recursive: true });
  mkdirSync(join(folder, 'log'), { recursive: true });
  const log = openSync(join(folder, 'log', `${name}.log`), 'w');
  const child = spawn(program, args, { detached: true, stdio: ['ignore', log, log], cwd: folder });
  child.on('error', () => {});
  if (!child.pid) throw new LabError(`${program} cannot be started: is it built?`);
  writeFileSync(pidFile(folder, name), `${child.pid}\n`);
  child.unref();
}

/** Names of the programs that were started in a folder, running or not, in the order of their start. */
export function startedProcesses(folder: string): string[] {
  const pids = join(folder, 'pid');
  if (!existsSync(pids)) return [];
  return readdirSync(pids).sort((a, b) => pidOf(folder, a) - pidOf(folder, b));
}

/** The program's process id, while it runs; a number that now belongs to another program does not count. */
export function runningPid(folder: string, name: string): number | undefined {
  if (!existsSync(pidFile(folder, name))) return undefined;
  const pid = pidOf(folder, name);
  const { stdout } = runCommand('ps', ['-ww', '-o', 'stat=,args=', '-p', String(pid)]);
  return stdout.includes(folder) && !stdout.trim().startsWith('Z') ? pid : undefined;
}

/** Ends everything that was started in a folder, last started first; kills what has not ended after ten seconds. */
export async function stopProcesses(folder: string): Promise<void> {
  for (const name of startedProcesses(folder).reverse()) {
    const pid = runningPid(folder, name);
    if (pid !== undefined) {
      process.kill(pid, 'SIGCONT');
      process.kill(pid, 'SIGTERM');
      for (let waited = 0; waited < 100 && runningPid(folder, name); waited++) await sleep(100);
      if (runningPid(folder, name)) process.kill(pid, 'SIGKILL');
    }
    rmSync(pidFile(folder, name), { force: true });
  }
}

/** Waits until a test passes; a program that ends meanwhile, or a minute and a half, is the caller's to hear about. */
export async function waitFor(
  folder: string,
  what: string,
  test: () => boolean | Promise<boolean>,
  { seconds = 90, signal }: { seconds?: number; signal?: AbortSignal | undefined } = {},
): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  while (!(await test())) {
    const ended = startedProcesses(folder).find(name => runningPid(folder, name) === undefined);
    if (ended) throw new LabError(`${ended} ended while ${what} was awaited: ${logEnd(folder, ended)}`);
    if (Date.now() > deadline)
      throw new LabError(`${what} did not come up in ${seconds} seconds; its logs are in ${folder}/log.`);
    await sleep(250, undefined, { signal });
  }
}

/** The reason at the end of a program's log. */
export function logEnd(folder: string, name: string): string {
  const file = join(folder, 'log', `${name}.log`);
  return existsSync(file) ? lastLines(readFileSync(file, 'utf8')) : 'it left no log';
}

/** Ports on loopback that nothing uses now. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => listen(0)));
  const ports = servers.map(server => {
    const address = server?.address();
    return address && typeof address === 'object' ? address.port : 0;
  });
  await Promise.all(servers.map(server => new Promise(done => server?.close(done))));
  return ports;
}

/** True when a program already listens on this port of loopback. */
export async function isTaken(port: number): Promise<boolean> {
  const server = await listen(port);
  await new Promise(done => (server ? server.close(done) : done(undefined)));
  return server === undefined;
}

function listen(port: number) {
  return new Promise<ReturnType<typeof createServer> | undefined>(resolve => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

const pidOf = (folder: string, name: string) => Number(readFileSync(pidFile(folder, name), 'utf8'));
