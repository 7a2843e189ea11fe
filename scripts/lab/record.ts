// npm run record -- [chapter...] [--enter COMMAND] [--lab node|simulated] [--substituted IMAGE=REAL ...] [--twice] [--check]
// Runs each chapter's terminal sessions against a real cluster and stores what it printed.
// The lab that `npm run lab -- up` has started is found; --enter COMMAND names another: it runs its arguments where kubectl
// reaches that lab, which --substituted describes. Commands run in manifests/, through `bash -c`.
// In a lab of our own a chapter starts in an empty namespace (simulated nodes: in a new lab) and is recorded twice (elsewhere:
// --twice): two recordings that differ fail with the difference, and nothing is written. --check writes nothing at all.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { chapterSessions, type Recording, recording } from '../../src/schemas/session.ts';
import { root } from '../lib/run.ts';
import { differences } from './compare.ts';
import { LabError, runMain } from './error.ts';
import { findLab, type Shell } from './find.ts';
import { createNormalizer } from './normalize.ts';
import { objectNames } from './object-names.ts';
import { type Recorded, runSessions } from './run-sessions.ts';

const folder = join(root, 'src/content/sessions');
const today = new Date().toISOString().slice(0, 10);

await runMain('record', main);

async function main(): Promise<number> {
  const { values, positionals } = readArguments();
  const { lab: kind } = values;
  if (kind !== 'node' && kind !== 'simulated')
    throw new LabError(`--lab ${kind}: must be node or simulated.`);
  const lab = findLab(kind, values.enter, values.substituted);
  const chapters =
    positionals.length > 0 ? positionals : readdirSync(folder).map(name => name.replace(/\.yaml$/, ''));
  let recorded = 0;
  let failed = 0;
  for (const chapter of chapters) {
    const result = await recordChapter(chapter, kind, lab, values.twice || lab.isOwn, values.check);
    for (const failure of result.failures) console.error(`${chapter}: ${failure}`);
    recorded += result.recorded;
    failed += result.failures.length;
  }
  console.log(`${recorded} recorded, ${failed} failed`);
  return failed ? 1 : 0;
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        enter: { type: 'string' },
        lab: { type: 'string', default: 'node' },
        substituted: { type: 'string', multiple: true, default: [] },
        twice: { type: 'boolean', default: false },
        check: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new LabError(error instanceof Error ? error.message : String(error));
  }
}

async function recordChapter(
  chapter: string,
  kind: 'node' | 'simulated',
  lab: Shell,
  isTwice: boolean,
  isCheck: boolean,
) {
  const file = join(folder, `${chapter}.yaml`);
  if (!existsSync(file)) throw new LabError(`src/content/sessions/${chapter}.yaml does not exist.`);
  const sessions = chapterSessions.parse(parse(readFileSync(file, 'utf8')));
  const failures: string[] = [];
  if (!sessions.sessions.some(session => session.lab === kind)) return { recorded: 0, failures };
  if (lab.isOwn && !lab.renew) needEmptyNamespace(lab);
  const { server, client } = lab.versions();
  const once = async () => {
    await lab.renew?.();
    return runSessions(sessions, kind, lab, createNormalizer(objectNames(chapter), today), failures);
  };
  const first = await once();
  if (isTwice && failures.length === 0) {
    const second = await once();
    if (failures.length === 0)
      for (const [id, { steps }] of first)
        failures.push(...differences(id, steps, second.get(id)?.steps ?? []));
    if (failures.length > 0) return { recorded: 0, failures };
  }
  const target = join(root, `src/content/recordings/${chapter}.json`);
  const before: Recording = existsSync(target)
    ? recording.parse(JSON.parse(readFileSync(target, 'utf8')))
    : { sessions: {} };
  const after: Recording = { sessions: {} };
  for (const session of sessions.sessions) {
    const kept = before.sessions[session.id];
    const found = first.get(session.id);
    if (!found) {
      if (session.lab !== 'none' && kept) after.sessions[session.id] = kept;
      continue;
    }
    const isSame =
      kept !== undefined && kept.k8s === server && JSON.stringify(kept.steps) === JSON.stringify(found.steps);
    if (isCheck && !isSame) failures.push(`${session.id}: the output differs from the recording`);
    after.sessions[session.id] =
      isSame && JSON.stringify(kept.substituted) === JSON.stringify(found.substituted)
        ? kept
        : { k8s: server, kubectl: client, date: today, lab: kind, ...found };
  }
  if (!isCheck) writeFileSync(target, `${JSON.stringify(recording.parse(after), null, 2)}\n`);
  return { recorded: first.size, failures };
}

/** A chapter starts in a namespace where nothing was done before. */
function needEmptyNamespace(lab: Shell): void {
  const { output } = lab.run(
    'kubectl get pods,deployments,replicasets,statefulsets,daemonsets,jobs,cronjobs,services,ingresses,persistentvolumeclaims,networkpolicies -n default -o name | grep -vx service/kubernetes',
  );
  if (output)
    throw new LabError(`the namespace default is not empty: ${output.split('\n').slice(0, 5).join(', ')}`);
}

export type { Recorded };
