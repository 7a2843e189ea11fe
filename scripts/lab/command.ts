import { spawnSync } from 'node:child_process';
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
