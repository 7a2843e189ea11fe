// What the stored verdicts of tests/fixtures/apiserver/ say today: asked again of a real API server, and of the lint engine.
import { writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildKubernetes } from '../lab/build.ts';
import { kubernetesBin } from '../lab/cache.ts';
import { isUp, type Lab, labOf, startControlPlane, stopLab } from '../lab/control-plane.ts';
import { LabError } from '../lab/error.ts';
import { interruptible } from '../lab/interruptible.ts';
import { root } from '../lib/run.ts';
import { openCluster } from '../verify/cluster.ts';
import { serveGatewayKinds } from '../verify/gateway.ts';
import { compare, formatAgreement } from './agreement.ts';
import { askAll } from './ask-all.ts';
import { runEngine } from './engine.ts';
import { isObject, type JsonObject } from './json.ts';
import { applyOperation, type Mutation } from './operation.ts';
import { readDocuments, readLines } from './read.ts';
import type { Verdict } from './verdict.ts';

type Line = Mutation & Verdict & { kind: string };

const folder = join(root, 'tests/fixtures/apiserver');
const sets = ['', '-b', '-c', '-d'];

/**
 * Asks the lab's API server about every stored mutation, and prints per kind how the engine agrees.
 * @param isWriting Stores what the server says now.
 * @returns True when every verdict is as it was stored.
 */
export async function judgeFixtures(
  version: string,
  isWriting: boolean,
  messageLength: number,
): Promise<boolean> {
  const lab = labOf(version, true);
  const isOurs = !isUp(lab);
  if (isOurs) buildKubernetes(version, line => console.error(line));
  process.env['PATH'] = [kubernetesBin(version), process.env['PATH']].join(delimiter);
  return interruptible(async signal => {
    try {
      if (isOurs) await startControlPlane({ version, nodes: 0, signal }, line => console.error(line));
      return await judgeOn(lab, version, isWriting, messageLength, signal);
    } finally {
      if (isOurs) await stopLab(lab);
    }
  });
}

async function judgeOn(
  { kubectl, kubeconfig }: Lab,
  version: string,
  isWriting: boolean,
  messageLength: number,
  signal: AbortSignal,
): Promise<boolean> {
  const cluster = await openCluster({ command: [kubectl], kubeconfig, lab: 'simulated', folder, signal });
  try {
    await serveGatewayKinds(cluster);
  } finally {
    cluster.close();
  }
  let same = 0;
  let total = 0;
  const judged: (Line & { label: string })[] = [];
  const objects: JsonObject[] = [];
  for (const set of sets) {
    const file = join(folder, `mutations${set}.jsonl.gz`);
    const lines = readLines<Line>(file);
    const sent = apply(join(folder, `bases${set}.yaml`), lines);
    const verdicts = await askAll(sent, kubeconfig, messageLength, signal);
    const gone = verdicts.find(({ code }) => code === 502 || code === 503);
    if (gone) throw new LabError(`the API server ${version} stopped answering: ${gone.message}`);
    const fresh = lines.map(({ base, kind, op }, index) => ({ base, kind, op, ...verdicts[index] }) as Line);
    for (const [index, line] of lines.entries()) {
      total++;
      if (fresh[index]?.verdict === line.verdict) same++;
      else
        console.log(
          `changed: ${line.kind} ${JSON.stringify(line.op).slice(0, 160)}: ${line.verdict} then, ${fresh[index]?.verdict} now`,
        );
    }
    if (isWriting)
      writeFileSync(file, gzipSync(`${fresh.map(line => JSON.stringify(line)).join('\n')}\n`, { level: 9 }));
    judged.push(...fresh.map(line => ({ ...line, label: JSON.stringify(line.op).slice(0, 200) })));
    objects.push(...sent);
  }
  const engine = `${process.execPath} ${join(root, 'scripts/lint.ts')}`;
  const minor = version.split('.').slice(0, 2).join('.');
  const { kinds } = compare(judged, runEngine(engine, minor, objects));
  console.log(formatAgreement(kinds));
  console.log(`${same} of ${total} verdicts of ${version} as stored`);
  return same === total;
}

function apply(basesFile: string, mutations: readonly Mutation[]): JsonObject[] {
  const bases = readDocuments(basesFile);
  return mutations.map(({ base, op }) => {
    const object = bases[base];
    if (!isObject(object)) throw new Error(`${basesFile} has no document ${base}`);
    return applyOperation(object, op);
  });
}
