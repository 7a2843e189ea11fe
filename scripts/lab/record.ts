// npm run record -- [chapter...] [--enter COMMAND] [--lab node|simulated] [--substituted IMAGE=REAL ...] [--twice] [--check]
// Runs each chapter's terminal sessions against a real cluster and stores what it printed.
// The lab that `npm run lab -- up` has started is found; --enter COMMAND names another: it runs its arguments where kubectl
// reaches that lab, which --substituted describes. Commands run in manifests/, through `bash -c`.
// In a lab of our own a chapter starts in an empty namespace (simulated nodes: in a new lab) and is recorded twice (elsewhere:
// --twice): two recordings that differ fail with the difference. --check runs it once, compares that with what is stored, and
// writes nothing. A chapter in which anything fails, or that is interrupted, keeps its former recordings.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'yaml';
import { chapterSessions, type Recording, recording } from '../../src/schemas/session.ts';
import { root } from '../lib/run.ts';
import { readArguments } from './arguments.ts';
import { differences } from './compare.ts';
import { Interrupted, LabError, runMain } from './error.ts';
import { findLab, type Shell } from './find.ts';
import { interruptible } from './interruptible.ts';
import { createNormalizer } from './normalize.ts';
import { objectNames } from './object-names.ts';
import { type Recorded, runSessions } from './run-sessions.ts';

const folder = join(root, 'src/content/sessions');
const today = new Date().toISOString().slice(0, 10);

await runMain('record', main);

async function main(): Promise<number> {
  const { values, positionals } = readArguments({
    enter: { type: 'string' },
    lab: { type: 'string', default: 'node' },
    substituted: { type: 'string', multiple: true, default: [] },
    twice: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
  });
  const { lab: kind, check: isCheck } = values;
  if (kind !== 'node' && kind !== 'simulated')
    throw new LabError(`--lab ${kind}: must be node or simulated.`);
  const chapters =
    positionals.length > 0 ? positionals : readdirSync(folder).map(name => name.replace(/\.yaml$/, ''));
  return interruptible(async signal => {
    const lab = findLab(kind, values.enter, values.substituted, signal);
    const isTwice = !isCheck && (values.twice || lab.isOwn);
    let recorded = 0;
    let failed = 0;
    for (const chapter of chapters) {
      const result = await recordChapter(chapter, kind, lab, { isTwice, isCheck });
      for (const failure of result.failures) console.error(`${chapter}: ${failure}`);
      recorded += result.recorded;
      failed += result.failures.length;
    }
    console.log(`${recorded} ${isCheck ? 'checked' : 'recorded'}, ${failed} failed`);
    return failed ? 1 : 0;
  });
}

async function recordChapter(
  chapter: string,
  kind: 'node' | 'simulated',
  lab: Shell,
  { isTwice, isCheck }: { isTwice: boolean; isCheck: boolean },
): Promise<{ recorded: number; failures: string[] }> {
  const file = join(folder, `${chapter}.yaml`);
  if (!existsSync(file)) throw new LabError(`src/content/sessions/${chapter}.yaml does not exist.`);
  const sessions = chapterSessions.parse(parse(readFileSync(file, 'utf8')));
  const failures: string[] = [];
  if (!sessions.sessions.some(session => session.lab === kind)) return { recorded: 0, failures };
  if (lab.isOwn && !lab.renew) await needEmptyNamespace(lab);
  const { server, client } = await lab.versions();
  const once = async () => {
    await lab.renew?.(sessions.nodes);
    const normalize = createNormalizer(objectNames(chapter), today);
    return runSessions(sessions, kind, lab, normalize, failures, (id, milliseconds) =>
      console.log(`${chapter} ${id}: ${(milliseconds / 1000).toFixed(1)} s`),
    );
  };
  const variesIn = (id: string) =>
    sessions.sessions
      .filter(session => session.id === id)
      .flatMap(({ steps }) => steps.filter(({ hidden }) => !hidden).map(({ varies }) => varies));
  const record = async () => {
    const first = await once();
    if (!isTwice || failures.length > 0) return first;
    const second = await once();
    if (failures.length === 0)
      for (const [id, { steps }] of first)
        failures.push(...differences(id, steps, second.get(id)?.steps ?? [], variesIn(id)));
    return first;
  };
  const found = await record().catch((error: unknown) => {
    const rest = lab.forget ? `; "${lab.forget}" forgets all that is in the lab` : '';
    throw error instanceof Interrupted
      ? new Interrupted(`What clears up after ${chapter} was run, and its recordings are as before${rest}.`)
      : error;
  });
  if (failures.length > 0) return { recorded: 0, failures };
  const target = join(root, `src/content/recordings/${chapter}.json`);
  const before: Recording = existsSync(target)
    ? recording.parse(JSON.parse(readFileSync(target, 'utf8')))
    : { sessions: {} };
  const after: Recording = { sessions: {} };
  for (const { id, lab: where } of sessions.sessions) {
    const kept = before.sessions[id];
    const now = found.get(id);
    if (!now) {
      if (where !== 'none' && kept) after.sessions[id] = kept;
      continue;
    }
    const changes = changesOf({ id, kept, now, server, varies: variesIn(id) });
    if (isCheck) failures.push(...changes);
    after.sessions[id] =
      kept && changes.length === 0 ? kept : { k8s: server, kubectl: client, date: today, lab: kind, ...now };
  }
  if (!isCheck) writeFileSync(target, `${JSON.stringify(recording.parse(after), null, 2)}\n`);
  return { recorded: found.size, failures };
}

interface Compared {
  id: string;
  kept: Recording['sessions'][string] | undefined;
  now: Recorded;
  server: string;
  varies: readonly (readonly string[])[];
}

/** In what a session differs from its stored recording, one message each. */
function changesOf({ id, kept, now, server, varies }: Compared): string[] {
  if (!kept) return [`${id}: there is no recording`];
  const images = (substituted: Recorded['substituted']) => JSON.stringify(substituted);
  return [
    ...(kept.k8s === server ? [] : [`${id}: was recorded on ${kept.k8s}, this is ${server}`]),
    ...(images(kept.substituted) === images(now.substituted)
      ? []
      : [`${id}: substituted images ${images(kept.substituted)}, now ${images(now.substituted)}`]),
    ...differences(id, kept.steps, now.steps, varies),
  ];
}

/** A chapter starts in a namespace where nothing was done before; what the one before it has deleted may need a minute to go. */
async function needEmptyNamespace(lab: Shell): Promise<void> {
  for (const deadline = Date.now() + 60_000; ; await sleep(1000)) {
    const { output } = await lab.run(
      'kubectl get pods,deployments,replicasets,statefulsets,daemonsets,jobs,cronjobs,services,ingresses,persistentvolumeclaims,networkpolicies -n default -o name | grep -vx service/kubernetes',
    );
    if (!output) return;
    if (Date.now() > deadline)
      throw new LabError(`the namespace default is not empty: ${output.split('\n').slice(0, 5).join(', ')}`);
  }
}
