// npm run record -- [chapter...] --enter COMMAND [--lab node|simulated] [--substituted IMAGE=REAL ...] [--check]
// Runs each chapter's terminal sessions against a real cluster and stores what it printed.
// COMMAND runs its arguments where kubectl reaches the lab; commands run in manifests/, through `bash -c`.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import {
  chapterSessions,
  type Recording,
  recording,
  type Session,
  type SessionStep,
} from '../../src/schemas/session.ts';
import { createNormalizer } from './normalize.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    enter: { type: 'string' },
    lab: { type: 'string', default: 'node' },
    substituted: { type: 'string', multiple: true, default: [] },
    check: { type: 'boolean', default: false },
  },
});
const enter = values.enter;
if (!enter) fail('--enter COMMAND is missing: the command that runs its arguments inside the lab.');
if (values.lab !== 'node' && values.lab !== 'simulated')
  fail(`--lab ${values.lab}: must be node or simulated.`);
const lab = values.lab;
const today = new Date().toISOString().slice(0, 10);
const folder = 'src/content/sessions';
const chapters =
  positionals.length > 0 ? positionals : readdirSync(folder).map(name => name.replace(/\.yaml$/, ''));

/** A step that is nothing but `NAME=$(command)`. */
const assignment = /^([A-Z][A-Z0-9_]*)=\$\([^\n]+\)$/;

let failed = 0;
let recorded = 0;
/** What such steps of this chapter have set: a reader types all commands of a chapter in one shell. */
let variables = '';
for (const chapter of chapters) recordChapter(chapter);
console.log(`${recorded} recorded, ${failed} failed`);
process.exit(failed ? 1 : 0);

function recordChapter(chapter: string): void {
  const file = `${folder}/${chapter}.yaml`;
  if (!existsSync(file)) fail(`${file} does not exist.`);
  const { setup, sessions, teardown } = chapterSessions.parse(parse(readFileSync(file, 'utf8')));
  const target = `src/content/recordings/${chapter}.json`;
  const before: Recording = existsSync(target)
    ? recording.parse(JSON.parse(readFileSync(target, 'utf8')))
    : { sessions: {} };
  const after: Recording = { sessions: {} };
  variables = '';
  const normalize = createNormalizer(objectNames(chapter), today);
  const versions = kubectlVersions();
  for (const command of setup) if (run(command).exit !== 0) report(chapter, `setup failed: ${command}`);
  for (const session of sessions) {
    const kept = before.sessions[session.id];
    if (session.lab !== lab) {
      if (session.lab !== 'none' && kept) after.sessions[session.id] = kept;
      continue;
    }
    const steps = recordSession(chapter, session, normalize);
    if (!steps) {
      if (kept) after.sessions[session.id] = kept;
      continue;
    }
    const same = kept && JSON.stringify(kept.steps) === JSON.stringify(steps) && kept.k8s === versions.server;
    if (values.check && !same) report(chapter, `${session.id}: the output differs from the recording`);
    const image = Object.fromEntries(values.substituted.map(pair => pair.split('=') as [string, string]));
    const sameImages = kept && JSON.stringify(kept.substituted) === JSON.stringify(image);
    after.sessions[session.id] =
      same && sameImages
        ? kept
        : { k8s: versions.server, kubectl: versions.client, date: today, lab, substituted: image, steps };
    recorded++;
  }
  for (const command of teardown) run(command);
  if (!values.check) writeFileSync(target, `${JSON.stringify(recording.parse(after), null, 2)}\n`);
}

function recordSession(chapter: string, session: Session, normalize: (text: string) => string) {
  const steps: { run: string; output: string; exit: number }[] = [];
  for (const step of session.steps) {
    const result = runStep(step);
    if (!result.ok) {
      report(
        chapter,
        `${session.id}: ${step.run}\n  ${result.why}\n  ${result.output.replaceAll('\n', '\n  ')}`,
      );
      return undefined;
    }
    if (!step.hidden)
      steps.push({ run: step.run, output: step.quiet ? '' : normalize(result.output), exit: result.exit });
  }
  return steps;
}

/** Runs one step until its exit status and patterns fit, for at most `retry` seconds. */
function runStep(step: SessionStep) {
  const deadline = Date.now() + step.retry * 1000;
  for (;;) {
    const { output, exit } = run(step.run);
    const missing = step.expect.find(pattern => !new RegExp(pattern, 'm').test(output));
    const why =
      exit !== step.exit
        ? `exit status ${exit}, expected ${step.exit}`
        : missing
          ? `no match for /${missing}/`
          : '';
    if (!why) keepVariable(step.run);
    if (!why || Date.now() >= deadline) return { output, exit, why, ok: !why };
    spawnSync('sleep', ['1']);
  }
}

/** Steps run in shells of their own: the value that an assignment got is set again in each later one. */
function keepVariable(command: string): void {
  const name = assignment.exec(command)?.[1];
  if (!name) return;
  const value = run(`${command}\nprintf %s "$${name}"`).output;
  variables += `${name}='${value.replaceAll("'", "'\\''")}'\n`;
}

/** Standard output and error in the order in which they appeared, as on a terminal. */
function run(command: string): { output: string; exit: number } {
  const [program = '', ...args] = (enter ?? '').split(' ');
  const child = spawnSync(program, [...args, 'bash', '-c', `exec 2>&1\n${variables}${command}`], {
    cwd: 'manifests',
    encoding: 'utf8',
    timeout: 180_000,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { output: (child.stdout + child.stderr).trimEnd(), exit: child.status ?? 124 };
}

/**
 * Names in the chapter's manifests and sessions, and in manifests of other chapters that its commands name: only these
 * get their random suffixes normalised.
 */
function objectNames(chapter: string): string[] {
  const dir = `manifests/${chapter}`;
  const commands = readFileSync(`${folder}/${chapter}.yaml`, 'utf8');
  const named = [...commands.matchAll(/ -f ([a-z0-9-]+\/[a-z0-9/-]+\.yaml)/g)].map(
    match => `manifests/${match[1]}`,
  );
  const texts = [commands, ...named.filter(existsSync).map(path => readFileSync(path, 'utf8'))];
  if (existsSync(dir))
    for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' }))
      if (name.endsWith('.yaml')) texts.push(readFileSync(`${dir}/${name}`, 'utf8'));
  const names = texts.flatMap(text =>
    [...text.matchAll(/(?:^ +name:|create deployment) ([a-z0-9-]+)(?= |$)/gm)].map(match => match[1] ?? ''),
  );
  return [...new Set([...names, 'coredns', 'metrics-server', 'traefik', 'kube-proxy'])].sort(
    (a, b) => b.length - a.length,
  );
}

function kubectlVersions(): { client: string; server: string } {
  const answer = JSON.parse(run('kubectl version -o json').output);
  return {
    client: answer.clientVersion.gitVersion.slice(1),
    server: answer.serverVersion.gitVersion.slice(1),
  };
}

function report(chapter: string, message: string): void {
  failed++;
  console.error(`${chapter}: ${message}`);
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
