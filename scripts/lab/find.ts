import { join } from 'node:path';
import { root } from '../lib/run.ts';
import { kubernetesBin } from './cache.ts';
import { runChild } from './command.ts';
import { isUp, labOf, startControlPlane, stopLab } from './control-plane.ts';
import { LabError } from './error.ts';
import { helperFolder } from './helpers.ts';
import { labNames } from './names.ts';
import { enterCommand, isNodeUp, nodeLab, readSubstitutes } from './node/lab.ts';

export interface ShellAnswer {
  output: string;
  /** Exit status; 124 as well when the command was ended because it took too long. */
  exit: number;
  /** It took longer than a command may, and was ended. */
  isLate: boolean;
}

/** Seconds that one command of a session may take. */
export const commandSeconds = 180;

/** A shell in which kubectl reaches a lab. */
export interface Shell {
  /**
   * Runs a command with bash in `manifests/`: standard output and error in the order of a terminal.
   * @param isClearing Runs even when the run was interrupted: what clears up.
   */
  run(command: string, isClearing?: boolean): Promise<ShellAnswer>;
  /** Images that the lab serves under another image's name: `name used` -> `what really runs`. */
  substituted: Readonly<Record<string, string>>;
  versions(): Promise<{ client: string; server: string }>;
  /** The lab was found here: nobody else uses it. */
  isOwn: boolean;
  /** Starts the lab afresh with so many nodes, where that is a matter of seconds: a session may have stopped one of its nodes. */
  renew?: (nodes: number) => Promise<void>;
  /** The command that forgets everything in the lab, where it is ours. */
  forget?: string;
}

/**
 * The lab in which sessions are recorded.
 * @param enter A command that runs its arguments in a lab that is not ours; left out, the running one of `npm run lab` is taken.
 * @param pairs `name used=what really runs`, for such a lab; ours knows its images.
 * @param signal Ends the command that runs when it is aborted.
 */
export function findLab(
  kind: 'node' | 'simulated',
  enter: string | undefined,
  pairs: readonly string[],
  signal: AbortSignal,
): Shell {
  if (enter !== undefined) {
    const substituted = Object.fromEntries(pairs.map(pair => pair.split('=') as [string, string]));
    return { ...shell(enter.split(' '), {}, signal), substituted, isOwn: false };
  }
  const names = labNames().filter(known => !known.endsWith('-api'));
  const name = names.findLast(known => known.endsWith('-node') === (kind === 'node') && isRunning(known));
  if (!name)
    throw new LabError(
      `no lab with ${kind === 'node' ? 'a real node' : 'simulated nodes'} runs: npm run lab -- up${kind === 'node' ? ' --node' : ''}, or name another with --enter COMMAND.`,
    );
  if (kind === 'node') {
    const version = name.replace(/-node$/, '');
    const lab = nodeLab(version);
    const forget = `npm run lab -- down --node --k8s ${version}`;
    return {
      ...shell(enterCommand(lab), {}, signal),
      substituted: readSubstitutes(lab),
      isOwn: true,
      forget,
    };
  }
  const lab = labOf(name);
  const path = [helperFolder(lab.folder), kubernetesBin(name), process.env['PATH']].join(':');
  const renew = async (nodes: number) => {
    await stopLab(lab);
    await startControlPlane({ version: name, nodes, signal }, () => {});
  };
  return {
    ...shell([], { KUBECONFIG: lab.kubeconfig, PATH: path }, signal),
    substituted: {},
    isOwn: true,
    renew,
    forget: `npm run lab -- down --k8s ${name}`,
  };
}

const isRunning = (name: string) =>
  name.endsWith('-node') ? isNodeUp(nodeLab(name.replace(/-node$/, ''))) : isUp(labOf(name));

function shell(
  before: readonly string[],
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Pick<Shell, 'run' | 'versions'> {
  const run = async (command: string, isClearing = false) => {
    const [program = 'bash', ...args] = [...before, 'bash', '-c', `exec 2>&1\n${command}`];
    const start = Date.now();
    const { stdout, stderr, status } = await runChild(program, args, {
      cwd: join(root, 'manifests'),
      timeout: commandSeconds * 1000,
      env: { ...process.env, ...env },
      signal: isClearing ? undefined : signal,
    });
    const isLate = status === 124 && Date.now() - start >= commandSeconds * 1000;
    return { output: (stdout + stderr).trimEnd(), exit: status, isLate };
  };
  const versions = async () => {
    const { output } = await run('kubectl version -o json');
    const version = (side: string) =>
      new RegExp(`"${side}Version"[\\s\\S]*?"gitVersion": "v([^"]+)"`).exec(output)?.[1];
    const [client, server] = [version('client'), version('server')];
    if (!client || !server)
      throw new LabError(`kubectl reaches no cluster in the lab: ${output.slice(0, 200)}`);
    return { client, server };
  };
  return { run, versions };
}
