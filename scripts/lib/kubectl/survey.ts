import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandFacts, FlagFacts, Survey, ValueType } from './facts.ts';
import { optionsPart, readAliases, readFlags, readSubcommands } from './help.ts';

/** Runs a kubectl and returns what it printed. With `--help` among the arguments it never calls a server. */
export type Kubectl = (args: readonly string[]) => Promise<string>;

/** Flags that a kubectl may know without showing them; names found in other minors are tried as well. */
const hiddenCandidates: Record<string, readonly string[]> = {
  '*': ['record'],
  autoscale: ['cpu-percent', 'generator'],
  drain: ['delete-local-data'],
  expose: ['container-port', 'create-external-load-balancer', 'generator'],
  get: ['export', 'include-uninitialized', 'show-all', 'use-openapi-print-columns'],
  kustomize: ['enable-managedby-label', 'reorder'],
  run: [
    'generator',
    'hostport',
    'limits',
    'replicas',
    'requests',
    'schedule',
    'serviceaccount',
    'service-generator',
  ],
};

/** Milliseconds after which a command is stopped. */
const longestRun = 10_000;

/** Commands that no list of commands shows. */
const unlisted = ['alpha', 'help', 'options'];

/** A function that runs one binary, with an empty configuration unless one is given. Call `close` when done. */
export function openKubectl(binary: string, kubeconfig?: string): { run: Kubectl; close: () => void } {
  const home = mkdtempSync(join(tmpdir(), 'kubectl-survey-'));
  const env = { HOME: home, KUBECONFIG: kubeconfig ?? join(home, 'none'), PATH: '' };
  const run: Kubectl = args =>
    new Promise((resolve, reject) => {
      const child = spawn(binary, [...args], { env, stdio: ['ignore', 'pipe', 'pipe'], timeout: longestRun });
      let output = '';
      child.stdout.on('data', chunk => (output += chunk));
      child.stderr.on('data', chunk => (output += chunk));
      child.on('error', reject);
      child.on('close', () => resolve(output));
    });
  return { run, close: () => rmSync(home, { recursive: true, force: true }) };
}

/** Reads the command tree and every shown flag by asking for help again and again. */
export async function survey(minor: string, run: Kubectl): Promise<Survey> {
  const answer = await run(['version', '--client']);
  const version =
    /GitVersion:"v([^"]+)"/.exec(answer)?.[1] ?? /Client Version: v(\S+)/.exec(answer)?.[1] ?? '';
  const commands: Record<string, CommandFacts> = {};
  const visit = async (path: readonly string[]): Promise<void> => {
    const help = await run([...path, '--help']);
    const flags = readFlags(optionsPart(help));
    await refineTypes(path, flags, run);
    commands[path.join(' ')] = { aliases: readAliases(help), flags };
    if (path.length < 3)
      for (const name of [...readSubcommands(help), ...(path.length ? [] : unlisted)])
        await visit([...path, name]);
  };
  await visit([]);
  const global = readFlags(await run(['options']));
  await refineTypes(['get'], global, run);
  return { minor, version, global, commands };
}

const typeMarks: readonly [RegExp, ValueType][] = [
  [/strconv\.Parse(Int|Uint|Float)|syntax error in/, 'i'],
  [/duration/, 'd'],
  [/strconv\.ParseBool/, 't'],
  [/must be formatted as key=value|malformed pair/, 'm'],
];

/** Finds out what help does not say: which values are numbers or durations, and which may be left out. */
async function refineTypes(
  path: readonly string[],
  flags: Record<string, FlagFacts>,
  run: Kubectl,
): Promise<void> {
  // kubectl opens the file that --kuberc names before anything else.
  const open = new Set(Object.keys(flags).filter(name => flags[name]?.type !== 'b' && name !== 'kuberc'));
  const all = [...open];
  // A string takes `@`, the other types refuse it; kubectl names the first refusal, so ask until none is left.
  for (;;) {
    const answer = await run([...path, '--help', ...[...open].map(name => `--${name}=@`)]);
    const refused = /invalid argument "@" for "(?:-\w, )?--([\w-]+)" flag: (.*)/.exec(answer);
    const flag = flags[refused?.[1] ?? ''];
    if (!refused || !flag) break;
    flag.type = typeMarks.find(([mark]) => mark.test(refused[2] ?? ''))?.[1] ?? flag.type;
    open.delete(refused[1] ?? '');
  }
  // A flag that needs a value swallows the unknown flag after it; one that does not leaves it to be complained about.
  const left = new Set(all);
  for (;;) {
    const answer = await run([
      ...path,
      '--help',
      ...[...left].flatMap(name => [`--${name}`, `--zz-after-${name}`]),
    ]);
    const name = /unknown flag: --zz-after-([\w-]+)/.exec(answer)?.[1];
    // A typed flag refuses the word it swallowed: it needs a value.
    const refused = name ?? /invalid argument "--zz-after-([\w-]+)"/.exec(answer)?.[1];
    if (refused === undefined || !left.delete(refused)) break;
    const flag = flags[refused];
    if (flag && name) flag.optional = true;
  }
}

/** Tries flags that a kubectl does not show: hidden and deprecated ones. Adds what it finds to the survey. */
export async function probeHidden(target: Survey, others: readonly Survey[], run: Kubectl): Promise<void> {
  for (const [path, command] of Object.entries(target.commands)) {
    if (!path) continue;
    const candidates = new Set([...(hiddenCandidates['*'] ?? []), ...(hiddenCandidates[path] ?? [])]);
    for (const other of others)
      for (const name of Object.keys(other.commands[path]?.flags ?? {})) candidates.add(name);
    for (const name of candidates) {
      if (command.flags[name] || target.global[name]) continue;
      const found = await probe(path.split(' '), name, run);
      if (found) command.flags[name] = found;
    }
  }
}

async function probe(path: readonly string[], name: string, run: Kubectl): Promise<FlagFacts | undefined> {
  const bare = await run([...path, '--help', `--${name}`]);
  if (/unknown flag/.test(bare)) return undefined;
  const needsValue = /flag needs an argument/.test(bare);
  const answer = needsValue ? await run([...path, '--help', `--${name}=1`]) : bare;
  const odd = await run([...path, '--help', `--${name}=@`]);
  const deprecated = /Flag --[\w-]+ has been deprecated, ?(.*)/.exec(answer)?.[1]?.trim() ?? '';
  const refused = typeMarks.find(([mark]) => mark.test(odd))?.[1] ?? 's';
  const type = refused === 't' && !needsValue ? 'b' : refused;
  return { short: '', type, optional: !needsValue, values: [], hidden: !deprecated, deprecated };
}
