import type { Report } from '../finding.ts';
import type { Invocation } from '../resolve.ts';
import type { Command } from '../shell/word.ts';

/** What a check may look at. */
export interface CheckContext {
  command: Command;
  invocation: Invocation;
  /** Minor of the cluster, such as `1.36`. */
  k8s: string;
  /** Paths that exist, relative to where the command runs; undefined when nobody knows. */
  files: readonly string[] | undefined;
  report: Report;
}

/** The command as typed, without its arguments: `kubectl create deployment`. */
export function commandName({ program, node }: Invocation): string {
  return node.path ? `${program.name} ${node.path}` : program.name;
}

/** The last value that was given to a flag. */
export function flagValue({ flags }: Invocation, name: string): string | undefined {
  return flags.findLast(({ flag }) => flag.name === name)?.value?.text;
}

export function uses({ flags }: Invocation, ...names: readonly string[]): boolean {
  return flags.some(({ flag }) => names.includes(flag.name));
}
