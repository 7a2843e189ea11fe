import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { LabError } from './error.ts';

export interface CommandOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  input?: string;
  /** Milliseconds. */
  timeout?: number;
}

export interface CommandResult {
  /** Exit status; 127 when the program does not exist, 124 when it took too long. */
  status: number;
  stdout: string;
  stderr: string;
}

/** Runs a program to its end and returns what it said. */
export function runCommand(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): CommandResult {
  const child = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 2 ** 28, ...options });
  if (child.error && 'code' in child.error && child.error.code === 'ENOENT')
    return { status: 127, stdout: '', stderr: `${program}: not found` };
  return { status: child.status ?? 124, stdout: child.stdout ?? '', stderr: child.stderr ?? '' };
}

export interface ChildOptions extends CommandOptions {
  /** Ends the program, and everything it has started, when it is aborted. */
  signal?: AbortSignal | undefined;
  /** `inherit`: what it says goes to the terminal and is not returned. */
  output?: 'inherit';
}

/**
 * Runs a program to its end while this one goes on. It gets a process group of its own, so that Ctrl-C reaches it through
 * the signal only, and nothing that it has started outlives a timeout or the signal.
 * @throws The signal's reason, once the program has ended.
 */
export function runChild(
  program: string,
  args: readonly string[],
  { signal, timeout, input = '', output, ...options }: ChildOptions = {},
): Promise<CommandResult> {
  signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
    const show = output ?? 'pipe';
    const child = spawn(program, args, { ...options, detached: true, stdio: ['pipe', show, show] });
    const said = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const)
      child[stream]?.setEncoding('utf8').on('data', (text: string) => {
        said[stream] += text;
      });
    const timers: NodeJS.Timeout[] = [];
    let isLate = false;
    const end = () => {
      endGroup(child.pid, 'SIGTERM');
      timers.push(setTimeout(() => endGroup(child.pid, 'SIGKILL'), 2000));
    };
    if (timeout !== undefined)
      timers.push(
        setTimeout(() => {
          isLate = true;
          end();
        }, timeout),
      );
    signal?.addEventListener('abort', end, { once: true });
    const settle = (status: number, stderr = said.stderr) => {
      for (const timer of timers) clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      if (signal?.aborted) reject(signal.reason);
      else resolve({ status, stdout: said.stdout, stderr });
    };
    child.on('error', () => settle(127, `${program}: not found`));
    child.on('close', (status, killedBy) =>
      settle(isLate ? 124 : (status ?? 128 + (killedBy ? constants.signals[killedBy] : 0))),
    );
    // A program that does not read its input closes it.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}

function endGroup(leader: number | undefined, signal: NodeJS.Signals): void {
  try {
    if (leader !== undefined) process.kill(-leader, signal);
  } catch {
    // All of it has ended by itself.
  }
}

/** Runs a program that has to succeed; returns its standard output. */
export function mustRun(program: string, args: readonly string[], options: CommandOptions = {}): string {
  const { status, stdout, stderr } = runCommand(program, args, options);
  if (status !== 0)
    throw new LabError(
      `${program} ${args.slice(0, 3).join(' ')} failed with status ${status}: ${lastLines(stderr)}`,
    );
  return stdout;
}

/** The end of a program's output, where the reason stands, on one line. */
export function lastLines(output: string): string {
  return output.trim().split('\n').slice(-3).join(' / ').slice(-600);
}
