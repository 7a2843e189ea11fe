import { setTimeout as sleep } from 'node:timers/promises';
import { isCopyable } from '../../src/ledger/check.ts';
import type { ServerRecord } from '../../src/schemas/ledger.ts';
import type { ManifestFile } from '../../src/schemas/manifest.ts';
import type { ManifestSet } from '../../src/schemas/set.ts';
import { lastLines } from '../lab/command.ts';
import { Interrupted, LabError } from '../lab/error.ts';
import type { Cluster } from './cluster.ts';
import { hasLoader } from './loaders.ts';
import { foreignNamespaces, prerequisites, readObjects, type SentObject, verbFor } from './objects.ts';

export interface SetRun {
  name: string;
  files: readonly ManifestFile[];
  steps: ManifestSet['steps'];
  /** Namespace for the steps; left out, one of its own. */
  namespace?: string | undefined;
  /** Files of other sets that its steps apply. */
  others: ReadonlyMap<string, ManifestFile>;
}

export interface SetResult {
  records: Map<string, ServerRecord>;
  /** Conditions that were reached, by path; the empty word for a file that was applied without one. */
  conditions: Map<string, string>;
  /** What did not come true, one line each. */
  failures: string[];
}

/**
 * Sends a set to a server as kubectl does: first every file as a dry run with strict field validation, then the set's steps
 * for real in a namespace of its own, each followed by its condition. Leaves nothing behind, whatever happens; what a server
 * that is gone or an interruption may leave stands in the error.
 */
export async function verifySet(cluster: Cluster, set: SetRun, date: string): Promise<SetResult> {
  const scope = new Scope(cluster, set);
  try {
    const result = await sendSet(cluster, scope, set, date);
    await scope.clear(cluster.lab !== 'simulated');
    return result;
  } catch (error) {
    const left = await scope.clear(false);
    if (error instanceof Interrupted) throw new Interrupted(left);
    if (error instanceof LabError) throw new LabError(`${error.message} ${left}`.trim());
    throw error;
  }
}

async function sendSet(cluster: Cluster, scope: Scope, set: SetRun, date: string): Promise<SetResult> {
  const result: SetResult = { records: new Map(), conditions: new Map(), failures: [] };
  await scope.prepare();
  const sent = set.files.filter(file => !file.entry.unverifiable && !hasLoader(file));
  for (const file of sent) result.records.set(file.path, await dryRun(cluster, scope.dry, file, date));
  const texts = new Map([...set.files, ...set.others.values()].map(({ path, text }) => [path, text]));
  for (const step of set.steps) await runStep(cluster, scope, step, texts, result);
  for (const [path, record] of result.records) {
    const condition = result.conditions.get(path);
    if (condition !== undefined) record.condition = condition || 'applied';
  }
  return result;
}

/** The namespaces of one set's run, and everything that was made outside them. */
class Scope {
  readonly dry: string;
  readonly real: string;
  private readonly cluster: Cluster;
  private readonly set: SetRun;
  private readonly made: string[] = [];
  private readonly applied: string[] = [];
  private first: SentObject[] = [];

  constructor(cluster: Cluster, set: SetRun) {
    this.cluster = cluster;
    this.set = set;
    this.dry = `verify-${set.name}-dry`;
    this.real = set.namespace ?? `verify-${set.name}`;
  }

  async prepare(): Promise<void> {
    const objects = this.set.files.filter(file => isCopyable(file)).flatMap(file => readObjects(file.text));
    const others = [...this.set.others.values()].flatMap(file => readObjects(file.text));
    const own = [this.dry, this.real].filter(name => name.startsWith('verify-'));
    await this.kubectl(['delete', 'namespace', ...own, '--ignore-not-found', '--timeout=120s']);
    for (const name of [this.dry, this.real, ...foreignNamespaces([...objects, ...others])])
      await this.makeNamespace(name);
    this.first = prerequisites(objects);
    for (const object of this.first) {
      const { status, stderr } = await this.cluster.kubectl(
        this.dry,
        ['apply', '--validate=strict', '-f', '-'],
        { input: JSON.stringify(object) },
      );
      if (status !== 0)
        throw new LabError(
          `${object.kind}/${object.metadata?.name} of ${this.set.name} cannot be made before its dry runs: ${lastLines(stderr)}`,
        );
    }
    if (this.first.some(({ kind }) => kind === 'CustomResourceDefinition'))
      await this.kubectl(['wait', '--for=condition=Established', 'crd', '--all', '--timeout=30s']);
  }

  /** Remembers a file that is going to be applied, so that it is deleted at the end. */
  note(path: string): void {
    this.applied.unshift(path);
  }

  /**
   * Deletes everything that was made.
   * @param isWaiting Waits until the namespaces are gone; otherwise they disappear behind us, and a later run waits for them.
   * @returns What is left, one sentence; empty when nothing is.
   */
  async clear(isWaiting: boolean): Promise<string> {
    const made = this.made.join(' ');
    const remove = (...what: string[]) => ['delete', ...what, '--ignore-not-found'];
    try {
      if (this.applied.length > 0)
        await this.finish([...remove(...this.applied.flatMap(path => ['-f', path])), '--wait=false']);
      for (const object of [...this.first].reverse())
        await this.cluster.kubectl(this.dry, [...remove('-f', '-'), '--wait=false'], {
          input: JSON.stringify(object),
          isClearing: true,
        });
      if (this.made.length === 0) return '';
      const wait = [`--wait=${isWaiting}`, '--timeout=180s'];
      const { status, stderr } = await this.finish([...remove('namespace', ...this.made), ...wait]);
      if (status !== 0) return `Not deleted: ${lastLines(stderr)}. kubectl delete namespace ${made}`;
      return isWaiting
        ? ''
        : `The server is deleting the namespaces of this run; when they are gone, "kubectl get namespace ${made}" finds none.`;
    } catch (error) {
      if (!(error instanceof LabError)) throw error;
      // The lab's own server keeps nothing when it is gone; another one may come back.
      if (this.cluster.lab !== 'cluster' || made === '') return '';
      const files = this.applied.map(path => ` -f manifests/${path}`).join('');
      const first = files && `kubectl delete --ignore-not-found${files}; `;
      return `When it answers again: ${first}kubectl delete namespace ${made}`;
    }
  }

  private async makeNamespace(name: string): Promise<void> {
    // To its end, whatever happens: only what this run has made is deleted, so it has to know.
    const { status, stderr } = await this.finish(['create', 'namespace', name]);
    if (status !== 0 && /AlreadyExists/.test(stderr)) return;
    if (status !== 0) throw new LabError(`the namespace ${name} cannot be made: ${lastLines(stderr)}`);
    this.made.push(name);
    for (let tries = 0; tries < 120; tries++) {
      if ((await this.kubectl(['get', 'serviceaccount', 'default', '-n', name])).status === 0) return;
      await sleep(250);
    }
    throw new LabError(`the namespace ${name} got no ServiceAccount in 30 seconds: do the controllers run?`);
  }

  private kubectl(args: readonly string[]) {
    return this.cluster.kubectl(this.real, args);
  }

  /** A command that an interruption does not end. */
  private finish(args: readonly string[]) {
    return this.cluster.kubectl(this.real, args, { isClearing: true });
  }
}

async function dryRun(
  cluster: Cluster,
  namespace: string,
  file: ManifestFile,
  date: string,
): Promise<ServerRecord> {
  const isCreate = verbFor(readObjects(file.text)) === 'create';
  const verb = isCreate ? ['create'] : ['apply', '--server-side'];
  const args = [...verb, '--dry-run=server', '--validate=strict', '-f', file.path];
  const { status, stderr } = await cluster.kubectl(namespace, args);
  const { warnings, words } = readWords(stderr);
  return {
    verdict: status === 0 ? 'accept' : 'reject',
    warnings,
    ...(status !== 0 && { words: words.replaceAll(namespace, 'default') }),
    condition: null,
    lab: cluster.lab,
    date,
    command: `kubectl ${args.join(' ')}`,
  };
}

/** kubectl's standard error: the server's warnings, and the rest. */
export function readWords(stderr: string): { warnings: string[]; words: string } {
  const lines = stderr.trim().split('\n');
  const warnings = lines.flatMap(line => /^Warning: (.*)$/.exec(line)?.[1] ?? []);
  return {
    warnings: [...new Set(warnings)],
    words: lines
      .filter(line => !line.startsWith('Warning: '))
      .join('\n')
      .trim(),
  };
}

async function runStep(
  cluster: Cluster,
  scope: Scope,
  step: ManifestSet['steps'][number],
  texts: ReadonlyMap<string, string>,
  result: SetResult,
): Promise<void> {
  for (const command of step.prepare ?? []) {
    const done = await cluster.shell?.(command);
    if (!done || done.status === 0) continue;
    result.failures.push(`${step.apply.join(', ')}: ${command}: ${lastLines(done.stderr)}`);
    return;
  }
  for (const path of step.apply) {
    const file = result.records.get(path);
    if (file?.verdict === 'reject') {
      result.failures.push(`${path}: a step applies it, but ${cluster.version} refuses it: ${file.words}`);
      return;
    }
    const verb = verbFor(readObjects(texts.get(path) ?? ''));
    if (verb === 'apply') scope.note(path);
    const { status, stderr } = await cluster.kubectl(scope.real, [verb, '--validate=strict', '-f', path]);
    if (status !== 0) {
      result.failures.push(`${path}: kubectl ${verb} on ${cluster.version}: ${readWords(stderr).words}`);
      return;
    }
  }
  const isReachable = step.needs !== 'node' || cluster.lab !== 'simulated';
  const wanted = isReachable ? (step.until ?? []) : [];
  for (const condition of wanted) {
    const { status, stderr, stdout } = await cluster.kubectl(scope.real, splitWords(condition));
    if (status === 0) continue;
    const hint =
      cluster.lab === 'simulated' ? ' (if it needs real processes: "needs": "node" in set.json)' : '';
    result.failures.push(
      `${step.apply.join(', ')}: not reached on ${cluster.version}: kubectl ${condition}: ${lastLines(stderr || stdout)}${hint}`,
    );
    for (const path of step.apply) result.conditions.set(path, '');
    return;
  }
  for (const path of step.apply) result.conditions.set(path, wanted.join('; '));
}

/** Words of a command line as a shell would pass them; quotes group, nothing is expanded. */
export function splitWords(line: string): string[] {
  return [...line.matchAll(/(?:[^\s'"]+|'[^']*'|"[^"]*")+/g)].map(([word]) =>
    word.replace(/'([^']*)'|"([^"]*)"/g, '$1$2'),
  );
}
