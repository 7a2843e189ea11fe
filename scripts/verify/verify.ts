// npm run verify [-- [--k8s 1.34.4,1.35.4,1.36.3 | --kubeconfig FILE | --enter COMMAND] [paths]]
// Sends manifests to real API servers and writes what they said to src/data/ledger/. Without paths, every manifest.
//   --k8s LIST          patch releases; the lab builds and starts each of them, and stops those that it has started
//   --kubeconfig FILE   the current context of this file instead; asks before it writes there, unless --yes
//   --node              the lab with a real node that `npm run lab -- up --node` has started: steps that need real processes
//   --enter COMMAND     the same for another lab
//   --substituted A=B   that lab serves image B under the name A (repeatable)
//   --root FOLDER       another project folder than this one
//   --missing           only sets with a manifest whose record is missing or about other bytes
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { checkLedger } from '../../src/ledger/check.ts';
import { readLedger, readSet, writeSet } from '../../src/ledger/read.node.ts';
import { loadRegistry, type Registry } from '../../src/registry/load.node.ts';
import { labRelease, ledgerReleases } from '../../src/site/kubernetes.ts';
import { nearest } from '../../src/site/near.ts';
import { readArguments } from '../lab/arguments.ts';
import { buildKubernetes } from '../lab/build.ts';
import { isUp, labOf, startControlPlane, stopLab } from '../lab/control-plane.ts';
import { Interrupted, LabError, runMain } from '../lab/error.ts';
import { interruptible } from '../lab/interruptible.ts';
import { enterCommand, isNodeUp, nodeLab, readSubstitutes } from '../lab/node/lab.ts';
import { root as projectRoot, run } from '../lib/run.ts';
import { type Cluster, openCluster } from './cluster.ts';
import { missingGatewayKinds, needsGatewayKinds, serveGatewayKinds } from './gateway.ts';
import { askLoaders } from './loaders.ts';
import { mergeLoaders, mergeNode, mergeServer } from './merge.ts';
import { withRelease } from './minors.ts';
import { writeReport } from './report.ts';
import { type SetRun, verifySet } from './set.ts';

/** Folder of the project whose manifests are verified. */
let root = projectRoot;

const readOptions = () =>
  readArguments({
    k8s: { type: 'string' },
    kubeconfig: { type: 'string' },
    node: { type: 'boolean', default: false },
    enter: { type: 'string' },
    substituted: { type: 'string', multiple: true, default: [] },
    root: { type: 'string', default: projectRoot },
    missing: { type: 'boolean', default: false },
    yes: { type: 'boolean', default: false },
  });

type Arguments = ReturnType<typeof readOptions>['values'];

await runMain('verify', main);

async function main(): Promise<number> {
  const { values, positionals } = readOptions();
  root = values.root;
  const registry = loadRegistry(root);
  const sets = chooseSets(registry, positionals, values.missing);
  if (sets.length === 0) {
    console.log('no record is missing');
    return 0;
  }
  const failures: string[] = [];
  if (!values.kubeconfig && !values.enter && !values.node) recordLoaders(sets);
  const images = values.node ? readSubstitutes(runningNode(values.k8s)) : substitutions(values.substituted);
  try {
    for (const target of targets(values)) failures.push(...(await verifyTarget(target, sets, images)));
  } finally {
    // Records of the sets that were finished are kept, so the report has to tell them.
    if (root === projectRoot) writeReport();
  }
  for (const failure of failures) console.error(`failed: ${failure}`);
  const files = sets.flatMap(({ files }) => files);
  const open = checkLedger(
    files,
    ledgerOf(files),
    sets.flatMap(({ steps }) => steps),
  );
  for (const { where, what } of open) console.error(`${where}: ${what}`);
  console.log(
    `${files.length} manifests, ${failures.length} failures, ${open.length} without a complete record`,
  );
  if (failures.length + open.length > 0) return 1;
  if (positionals.length === 0 && !values.missing && root === projectRoot) noteReleases(values.k8s);
  return 0;
}

/** Lets every later run, and the site, know of releases whose minor had none: all manifests were sent to them. */
function noteReleases(releases = ''): void {
  const file = join(root, 'src/data/kubernetes.json');
  for (const release of releases.split(',')) {
    const text = withRelease(readFileSync(file, 'utf8'), release);
    if (text === undefined) continue;
    writeFileSync(file, text);
    console.log(`src/data/kubernetes.json: ${release} is one of the releases from now on`);
    // The report of this process knows the list as it was.
    run(process.execPath, ['scripts/verify/report.ts']);
  }
}

/** A cluster that was asked for. */
interface Target {
  /** Builds what it needs. */
  build?: () => void;
  /** Reaches it, after it was started or its owner was asked. An abortion of the signal stops that, and what it runs later. */
  open(signal: AbortSignal): Promise<Cluster>;
  /** Stops what `open` has started. */
  stop?: () => Promise<void>;
}

async function verifyTarget(target: Target, sets: readonly SetRun[], images: Record<string, string>) {
  target.build?.();
  return interruptible(async signal => {
    let cluster: Cluster | undefined;
    try {
      cluster = await target.open(signal);
      return await verifyOn(cluster, sets, images);
    } catch (error) {
      // With a lab that this run has started, everything in it goes.
      throw error instanceof Interrupted && target.stop ? new Interrupted('Nothing is left.') : error;
    } finally {
      cluster?.close();
      await target.stop?.();
    }
  });
}

/** The clusters that were asked for, in the order of the question. */
function targets(values: Arguments): Target[] {
  const folder = join(root, 'manifests');
  const enter = values.node ? enterCommand(runningNode(values.k8s)) : values.enter?.split(' ');
  if (enter) {
    const command = [...enter, 'kubectl'];
    return [{ open: signal => openCluster({ command, lab: 'node', folder, signal }) }];
  }
  if (values.kubeconfig) {
    // npm runs this in the project's folder, but the file's name is the caller's.
    const from = process.env['npm_lifecycle_event'] === 'verify' ? process.env['INIT_CWD'] : undefined;
    const kubeconfig = resolve(from ?? '.', values.kubeconfig);
    return [{ open: signal => openForeign(kubeconfig, values.yes, signal) }];
  }
  const releases = values.k8s?.split(',') ?? ledgerReleases;
  const wrong = releases.find(version => !/^1\.\d+\.\d+$/.test(version));
  if (wrong)
    throw new LabError(`--k8s ${wrong}: patch releases such as ${ledgerReleases.join(',')} are wanted.`);
  return releases.map(labTarget);
}

/** The lab's control plane of one release; one that runs already is used and left running. */
function labTarget(version: string): Target {
  const say = (line: string) => console.log(`  ${line}`);
  const lab = labOf(version);
  const open = (signal: AbortSignal) =>
    openCluster({
      command: [lab.kubectl],
      kubeconfig: lab.kubeconfig,
      lab: 'simulated',
      folder: join(root, 'manifests'),
      signal,
    });
  if (isUp(lab)) return { open };
  return {
    build: () => buildKubernetes(version, say),
    open: async signal => {
      await startControlPlane({ version, nodes: 2, signal }, say);
      return open(signal);
    },
    stop: () => stopLab(lab),
  };
}

/** Somebody's own cluster: asks before anything is written. */
async function openForeign(kubeconfig: string, isAgreed: boolean, signal: AbortSignal): Promise<Cluster> {
  const folder = join(root, 'manifests');
  const cluster = await openCluster({ command: ['kubectl'], kubeconfig, lab: 'cluster', folder, signal });
  try {
    if (!isAgreed) await confirm(cluster, signal);
    await needPermission(cluster);
    return cluster;
  } catch (error) {
    cluster.close();
    throw error;
  }
}

async function verifyOn(cluster: Cluster, sets: readonly SetRun[], substituted: Record<string, string>) {
  const failures: string[] = [];
  const isNode = cluster.lab === 'node';
  const asked = isNode ? sets.filter(({ steps }) => steps.some(({ needs }) => needs === 'node')) : sets;
  if (cluster.lab === 'simulated' && needsGatewayKinds(asked)) await serveGatewayKinds(cluster);
  const missing =
    cluster.lab === 'cluster' && needsGatewayKinds(asked) ? await missingGatewayKinds(cluster) : undefined;
  for (const set of asked) {
    if (missing !== undefined && needsGatewayKinds([set])) {
      failures.push(`${set.name} was not sent, and its records are as before: ${missing}`);
      continue;
    }
    const start = Date.now();
    const date = new Date().toISOString().slice(0, 10);
    const result = await verifySet(cluster, set, date);
    const before = readSet(root, set.name);
    const after = isNode
      ? mergeNode(before, set.files, cluster.version, result, date, substituted)
      : mergeServer(before, set.files, cluster.version, result);
    writeSet(root, set.name, after);
    failures.push(...result.failures);
    const refused = [...result.records.values()].filter(({ verdict }) => verdict === 'reject').length;
    const seconds = ((Date.now() - start) / 1000).toFixed(1);
    console.log(
      `${cluster.version} ${cluster.lab} ${set.name}: ${result.records.size - refused} accepted, ${refused} refused, ${result.failures.length} failed, ${seconds} s`,
    );
  }
  return failures;
}

/** Files that no API server reads: their own loaders are asked, where there are any. */
function recordLoaders(sets: readonly SetRun[]): void {
  for (const { name, files } of sets) {
    const answers = askLoaders(files, root);
    if (answers.size > 0 || files.some(({ entry }) => entry.unverifiable))
      writeSet(root, name, mergeLoaders(readSet(root, name), files, answers));
  }
}

async function confirm({ server, version }: Cluster, signal: AbortSignal): Promise<void> {
  const question = `Write to ${server} (Kubernetes ${version}): namespaces verify-*, and what the manifests define outside them, all deleted afterwards?`;
  if (!process.stdin.isTTY) throw new LabError(`${question} Nobody can answer here: say so with --yes.`);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  // While a line is read, Ctrl-C is a key of the terminal and not a signal.
  terminal.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  try {
    const answer = await terminal.question(`${question} [y/N] `, { signal });
    if (!/^y(es)?$/i.test(answer.trim())) throw new LabError('nothing was sent.');
  } finally {
    terminal.close();
  }
}

async function needPermission(cluster: Cluster): Promise<void> {
  const { stdout } = await cluster.kubectl('default', ['auth', 'can-i', '*', '*', '--all-namespaces']);
  if (stdout.trim() !== 'yes')
    throw new LabError(
      `this user may not do everything on ${cluster.server} (kubectl auth can-i '*' '*' --all-namespaces says no): verifying makes namespaces and cluster-wide objects.`,
    );
}

/** The lab with a real node that runs. */
function runningNode(version = labRelease) {
  const lab = nodeLab(version);
  if (isNodeUp(lab)) return lab;
  throw new LabError(`no lab ${version} with a real node runs: npm run lab -- up --node --k8s ${version}`);
}

/** `name used` -> `what really runs`. */
function substitutions(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(pairs.map(pair => pair.split('=') as [string, string]));
}

/** Records of these files' sets only: records of other sets are not this run's matter. */
function ledgerOf(files: readonly { set: string }[]) {
  const names = new Set(files.map(({ set }) => set));
  return new Map([...readLedger(root)].filter(([path]) => names.has(path.split('/')[0] ?? '')));
}

/** The sets of the files or folders that were named; all without names. Steps of a set belong together, so sets are whole. */
function chooseSets(registry: Registry, paths: readonly string[], isMissingOnly: boolean): SetRun[] {
  const names = new Set(paths.map(path => setOf(registry, path)));
  const runs = [...registry.sets]
    .map(([name, { value }]): SetRun => {
      const { steps, namespace } = value;
      const files = registry.files.filter(({ set }) => set === name);
      const foreign = steps.flatMap(({ apply }) => apply).filter(path => !path.startsWith(`${name}/`));
      const others = registry.files.filter(({ path }) => foreign.includes(path));
      return { name, files, steps, namespace, others: new Map(others.map(file => [file.path, file])) };
    })
    .filter(({ files }) => files.length > 0);
  const chosen = paths.length > 0 ? runs.filter(({ name }) => names.has(name)) : runs;
  if (!isMissingOnly) return chosen;
  const open = new Set(
    checkLedger(
      registry.files,
      readLedger(root),
      [...registry.sets.values()].flatMap(({ value }) => value.steps),
    ).map(({ where }) => where.split('/')[1]),
  );
  return chosen.filter(({ name }) => open.has(name));
}

function setOf({ files, sets }: Registry, path: string): string {
  const name = path.replace(/^(\.\/)?manifests\//, '').replace(/\/$/, '');
  const file = files.find(known => known.path === name);
  if (file) return file.set;
  if (sets.has(name)) return name;
  const known = [...files.map(({ path }) => path), ...sets.keys()];
  const [like] = nearest(name, known);
  throw new LabError(`there is no manifest or set ${name}${like ? `; ${like} is near` : ''}.`);
}
