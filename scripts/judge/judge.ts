/**
 * Asks a running API server what it says to objects, and compares a lint engine with it.
 *
 *     npm run judge                                              starts the lab's API server (built from Go modules), asks it
 *                                                                about every stored mutation of tests/fixtures/apiserver/ and
 *                                                                prints how the lint engine agrees, per kind; --write stores
 *                                                                the verdicts, --release 1.36.3 chooses the server
 *     node scripts/judge/judge.ts objects FILE...                a line per document: verdict, code, fields, message
 *     node scripts/judge/judge.ts mutations BASES MUTATIONS      a line per mutation: {base, kind, op, verdict, ...}
 *     node scripts/judge/judge.ts check BASES JUDGED             asks again; prints lines whose verdict is no longer the stored one
 *     node scripts/judge/judge.ts agreement BASES JUDGED --engine "npm run --silent lint --"
 *                                                                the engine beside stored verdicts, per kind (no server needed)
 *
 * The server is --kubeconfig FILE's current context, else kubectl's own choice; objects are only ever sent with dryRun=All.
 * Mutations are JSON Lines, plain or .gz, `-` is standard input. Options: --k8s 1.36 (for the engine), --show N (differences
 * to print, 20), --message-length N (240).
 * `mutations` leaves out what depends on the cluster: a taken name, an address or node port outside its range.
 */
import { parseArgs } from 'node:util';
import { Interrupted } from '../lab/error.ts';
import { compare, formatAgreement } from './agreement.ts';
import { askAll } from './ask-all.ts';
import { runEngine } from './engine.ts';
import { judgeFixtures } from './fixtures.ts';
import { isObject, type JsonObject } from './json.ts';
import { applyOperation, type Mutation } from './operation.ts';
import { readDocuments, readLines } from './read.ts';
import { isBeyondDryRun, isEnvironmental, type Verdict } from './verdict.ts';

type Line = Mutation & Verdict & { kind: string };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kubeconfig: { type: 'string' },
    engine: { type: 'string' },
    k8s: { type: 'string', default: '1.36' },
    release: { type: 'string', default: '1.36.3' },
    write: { type: 'boolean', default: false },
    show: { type: 'string', default: '20' },
    'message-length': { type: 'string', default: '240' },
  },
});
const usage = `usage: node scripts/judge/judge.ts objects FILE...
       node scripts/judge/judge.ts mutations|check BASES MUTATIONS [--kubeconfig FILE]
       node scripts/judge/judge.ts agreement BASES MUTATIONS --engine COMMAND [--k8s 1.36]`;
const [mode, ...files] = positionals;
const [basesFile = '', mutationsFile = ''] = files;

try {
  if (mode === undefined)
    process.exitCode = (await judgeFixtures(values.release, values.write, Number(values['message-length'])))
      ? 0
      : 1;
  else if (mode === 'objects' && files.length > 0) await judgeObjects(files);
  else if (mode === 'mutations' && files.length === 2) await judgeMutations();
  else if (mode === 'check' && files.length === 2) process.exitCode = (await check()) ? 0 : 1;
  else if (mode === 'agreement' && files.length === 2 && values.engine) printAgreement(values.engine);
  else {
    console.error(usage);
    process.exitCode = 2;
  }
} catch (error) {
  console.error((error instanceof Error && error.message) || String(error));
  process.exitCode = error instanceof Interrupted ? 130 : 2;
}

async function judgeObjects(names: readonly string[]): Promise<void> {
  const objects = names.flatMap(file =>
    readDocuments(file).map((object, document) => ({ file, document, object })),
  );
  const verdicts = await askServer(objects.map(({ object }) => object));
  for (const [index, { file, document, object }] of objects.entries()) {
    console.log(JSON.stringify({ file, document, kind: object['kind'], ...verdicts[index] }));
  }
}

async function judgeMutations(): Promise<void> {
  const mutations = readLines<Mutation>(mutationsFile);
  const objects = apply(mutations);
  const verdicts = await askServer(objects);
  let left = 0;
  for (const [index, { base, op }] of mutations.entries()) {
    const verdict = verdicts[index];
    const object = objects[index] ?? {};
    const isUndecided =
      !verdict || isEnvironmental(verdict) || (verdict.verdict === 'accept' && isBeyondDryRun(object));
    if (isUndecided) left++;
    else console.log(JSON.stringify({ base, kind: object['kind'], op, ...verdict }));
  }
  console.error(`${mutations.length - left} judged, ${left} left out because the cluster decides`);
}

async function check(): Promise<boolean> {
  const lines = readLines<Line>(mutationsFile);
  const verdicts = await askServer(apply(lines));
  const changed = lines.flatMap(({ kind, op, verdict, message }, index) => {
    const now = verdicts[index];
    return now?.verdict === verdict ? [] : [{ line: index + 1, kind, op, stored: verdict, message, now }];
  });
  for (const difference of changed) console.log(JSON.stringify(difference));
  console.error(`${lines.length - changed.length} of ${lines.length} verdicts as stored`);
  return changed.length === 0;
}

function printAgreement(engine: string): void {
  const lines = readLines<Line>(mutationsFile);
  const objects = apply(lines);
  const judged = lines.map(line => ({ ...line, label: JSON.stringify(line.op).slice(0, 200) }));
  const { kinds, differences } = compare(judged, runEngine(engine, values.k8s, objects));
  for (const difference of differences.slice(0, Number(values.show))) console.log(difference);
  console.log(formatAgreement(kinds));
}

function apply(mutations: readonly Mutation[]): JsonObject[] {
  const bases = readDocuments(basesFile);
  return mutations.map(({ base, op }) => {
    const object = bases[base];
    if (!isObject(object)) throw new Error(`${basesFile} has no document ${base}`);
    return applyOperation(object, op);
  });
}

function askServer(objects: readonly JsonObject[]): Promise<Verdict[]> {
  return askAll(objects, values.kubeconfig, Number(values['message-length']));
}
