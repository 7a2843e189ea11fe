import { join } from 'node:path';
import { root } from '../lib/run.ts';
import { kubernetesBin } from './cache.ts';
import { runCommand } from './command.ts';
import { isUp, labOf, startControlPlane, stopLab } from './control-plane.ts';
import { LabError } from './error.ts';
import { helperFolder } from './helpers.ts';
import { labNames } from './names.ts';
import { enterCommand, isNodeUp, nodeLab, readSubstitutes } from './node/lab.ts';

/** A shell in which kubectl reaches a lab. */
export interface Shell {
  /** Runs a command with bash in `manifests/`: standard output and error in the order of a terminal. */
  run(command: string): { output: string; exit: number };
  /** Images that the lab serves under another image's name: `name used` -> `what really runs`. */
  substituted: Readonly<Record<string, string>>;
  versions(): { client: string; server: string };
  /** The lab was found here: nobody else uses it. */
  isOwn: boolean;
  /** Starts the lab afresh, where that is a matter of seconds: a session may have stopped one of its nodes. */
  renew?: () => Promise<void>;
}

/**
 * The lab in which sessions are recorded.
 * @param enter A command that runs its arguments in a lab that is not ours; left out, the running one of `npm run lab` is taken.
 * @param pairs `name used=what really runs`, for such a lab; ours knows its images.
 */
export function findLab(
  kind: 'node' | 'simulated',
  enter: string | undefined,
  pairs: readonly string[],
): Shell {
  if (enter !== undefined) {
    const substituted = Object.fromEntries(pairs.map(pair => pair.split('=') as [string, string]));
    return shell(enter.split(' '), {}, substituted, false);
  }
  const names = labNames().filter(known => !known.endsWith('-api'));
  const name = names.findLast(known => known.endsWith('-node') === (kind === 'node') && isRunning(known));
  if (!name)
    throw new LabError(
      `no lab with ${kind === 'node' ? 'a real node' : 'simulated nodes'} runs: npm run lab -- up${kind === 'node' ? ' --node' : ''}, or name another with --enter COMMAND.`,
    );
  if (kind === 'node') {
    const lab = nodeLab(name.replace(/-node$/, ''));
    return shell(enterCommand(lab), {}, readSubstitutes(lab), true);
  }
  const lab = labOf(name);
  const path = [helperFolder(lab.folder), kubernetesBin(name), process.env['PATH']].join(':');
  const renew = async () => {
    await stopLab(lab);
    await startControlPlane({ version: name, nodes: 2 }, () => {});
  };
  return { ...shell([], { KUBECONFIG: lab.kubeconfig, PATH: path }, {}, true), renew };
}

const isRunning = (name: string) =>
  name.endsWith('-node') ? isNodeUp(nodeLab(name.replace(/-node$/, ''))) : isUp(labOf(name));

function shell(
  before: readonly string[],
  env: NodeJS.ProcessEnv,
  substituted: Readonly<Record<string, string>>,
  isOwn: boolean,
): Shell {
  const run = (command: string) => {
    const [program = 'bash', ...args] = [...before, 'bash', '-c', `exec 2>&1\n${command}`];
    const { stdout, stderr, status } = runCommand(program, args, {
      cwd: join(root, 'manifests'),
      timeout: 180_000,
      env: { ...process.env, ...env },
    });
    return { output: (stdout + stderr).trimEnd(), exit: status };
  };
  const versions = () => {
    const { output } = run('kubectl version -o json');
    const version = (side: string) =>
      new RegExp(`"${side}Version"[\\s\\S]*?"gitVersion": "v([^"]+)"`).exec(output)?.[1];
    const [client, server] = [version('client'), version('server')];
    if (!client || !server)
      throw new LabError(`kubectl reaches no cluster in the lab: ${output.slice(0, 200)}`);
    return { client, server };
  };
  return { run, substituted, versions, isOwn };
}
