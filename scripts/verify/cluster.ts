import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CommandResult, lastLines, runChild } from '../lab/command.ts';
import { LabError } from '../lab/error.ts';

/** A cluster to which manifests are sent, through kubectl. */
export interface Cluster {
  /** Patch release of the server: `1.36.3`. */
  version: string;
  lab: 'simulated' | 'node' | 'cluster';
  /** Address of the API server, for questions to people. */
  server: string;
  /** Runs kubectl in `manifests/`; objects without a namespace of their own get this one. A server that is gone is an error. */
  kubectl(namespace: string, args: readonly string[], options?: KubectlOptions): Promise<CommandResult>;
  /** Runs a shell command where kubectl runs; `undefined` where that is not a lab's node. */
  shell: ((command: string) => Promise<CommandResult>) | undefined;
  close(): void;
}

export interface KubectlOptions {
  input?: string;
  /** Runs to its end even when the run was interrupted: what clears up. */
  isClearing?: boolean;
}

/** How a cluster is reached: a kubeconfig, and the command before `kubectl` where it needs one. */
export interface Access {
  /** `['kubectl']`, or `['/path/to/enter', 'kubectl']`. */
  command: readonly string[];
  /** Left out: kubectl's own choice. */
  kubeconfig?: string;
  lab: Cluster['lab'];
  /** Folder in which kubectl runs: file names in commands are relative to it. */
  folder: string;
  /** Ends the command that runs when it is aborted, and lets no other one start but those that clear up. */
  signal?: AbortSignal;
}

/** What kubectl says when nothing answers any more. */
const silence =
  /connection refused|was refused|connection reset|unexpected EOF|\bEOF$|TLS handshake timeout|i\/o timeout|no route to host|Unable to connect to the server|http2: client connection lost/m;

/** Finds out what server this is. A kubeconfig that leads nowhere is one sentence. */
export async function openCluster(access: Access): Promise<Cluster> {
  const scratch = mkdtempSync(join(tmpdir(), 'verify-'));
  const close = () => rmSync(scratch, { recursive: true, force: true });
  try {
    return await connect(access, scratch, close);
  } catch (error) {
    close();
    throw error;
  }
}

async function connect(access: Access, scratch: string, close: () => void): Promise<Cluster> {
  const [program = 'kubectl', ...before] = access.command;
  const run = (
    kubeconfig: string | undefined,
    args: readonly string[],
    { input = '', isClearing = false }: KubectlOptions = {},
  ) =>
    runChild(program, [...before, ...(kubeconfig ? [`--kubeconfig=${kubeconfig}`] : []), ...args], {
      cwd: access.folder,
      timeout: 300_000,
      input,
      signal: isClearing ? undefined : access.signal,
    });
  if (access.kubeconfig && !existsSync(access.kubeconfig))
    throw new LabError(`the kubeconfig ${access.kubeconfig} does not exist.`);
  const config = await run(access.kubeconfig, [
    'config',
    'view',
    '--raw',
    '--minify',
    '--flatten',
    '-o',
    'json',
  ]);
  if (config.status === 127)
    throw new LabError(
      'kubectl is not on the PATH: npm run lab -- up builds one, --kubeconfig needs your own.',
    );
  const parsed = config.status === 0 ? readConfig(config.stdout) : undefined;
  if (!parsed)
    throw new LabError(
      `the kubeconfig ${access.kubeconfig ?? 'of kubectl'} cannot be used: ${lastLines(config.stderr) || 'it names no cluster'}.`,
    );
  const answer = await run(access.kubeconfig, ['version', '-o', 'json']);
  const version = /"serverVersion"[\s\S]*"gitVersion": "v(\d+\.\d+\.\d+)/.exec(answer.stdout)?.[1];
  if (!version) {
    const what = silence.test(answer.stderr) ? 'does not answer' : 'does not let this user in';
    throw new LabError(`the API server ${parsed.server} ${what}: ${lastLines(answer.stderr)}`);
  }

  const configs = new Map<string, string>();
  /** The same access with another default namespace: `--namespace` would refuse objects that name their own. */
  const configFor = (namespace: string) => {
    const known = configs.get(namespace);
    if (known) return known;
    const file = join(scratch, namespace);
    writeFileSync(file, parsed.withNamespace(namespace), { mode: 0o600 });
    configs.set(namespace, file);
    return file;
  };
  return {
    version,
    lab: access.lab,
    server: parsed.server,
    async kubectl(namespace, args, options) {
      const result = await run(configFor(namespace), args, options);
      if (result.status !== 0 && silence.test(result.stderr))
        throw new LabError(
          `the API server ${version} stopped answering during "kubectl ${args[0]}" (${lastLines(result.stderr)}). Records of finished sets are kept.`,
        );
      return result;
    },
    shell:
      access.lab === 'node'
        ? command => {
            const [enter = 'bash', ...args] = [...access.command.slice(0, -1), 'bash', '-c', command];
            return runChild(enter, args, { cwd: access.folder, timeout: 60_000, signal: access.signal });
          }
        : undefined,
    close,
  };
}

/** The current context of `kubectl config view -o json`. */
function readConfig(text: string) {
  const config = JSON.parse(text) as {
    clusters?: { cluster?: { server?: string } }[] | null;
    contexts?: { context: Record<string, string> }[] | null;
  };
  const server = config.clusters?.[0]?.cluster?.server;
  const context = config.contexts?.[0];
  if (!server || !context) return undefined;
  return {
    server,
    withNamespace: (namespace: string) =>
      JSON.stringify({ ...config, contexts: [{ ...context, context: { ...context.context, namespace } }] }),
  };
}
