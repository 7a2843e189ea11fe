/**
 * Lints the manifests of public repositories and asks an API server about every object that the engine refuses, and
 * about every one that it takes.
 *
 *     node scripts/judge/repositories.ts [--kubeconfig FILE] [--show 20]
 *
 * `repositories.json` names Go modules, whose versions are tags of repositories and whose checksums fix their bytes; the
 * ordinary go client fetches them. Prints a line per module for src/lint/README.md, then every difference.
 * Left out: templates, text that is no YAML on purpose, kinds that the server does not know, and what the state of a
 * cluster decides.
 */
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseAllDocuments } from 'yaml';
import { lintText } from '../../src/lint/index.ts';
import { fetchGo } from '../schemas/fetch.ts';
import { askAll } from './ask-all.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import { isEnvironmental } from './verdict.ts';

interface Repository {
  module: string;
  version: string;
  /** Checksum of go.sum. */
  sum: string;
}

const { values } = parseArgs({
  options: { kubeconfig: { type: 'string' }, show: { type: 'string', default: '20' } },
});
const repositories: Repository[] = JSON.parse(
  readFileSync(join(import.meta.dirname, 'repositories.json'), 'utf8'),
);
const cache = mkdtempSync(join(tmpdir(), 'repositories-'));
const differences: string[] = [];

console.log('| module | files | objects | refused by both | missed | false alarms |');
console.log('|---|--:|--:|--:|--:|--:|');
for (const { module, version, sum } of repositories) {
  const { folder, locked } = fetchGo(cache, module, version, 'manifests');
  if (locked.integrity !== sum)
    throw new Error(`${module}@${version} has another checksum: ${locked.integrity}`);
  console.log(await measure(folder, `${module}@${version}`));
}
for (const difference of differences.sort().slice(0, Number(values.show))) console.log(difference);
process.exitCode = differences.some(text => text.startsWith('false alarm')) ? 1 : 0;

async function measure(folder: string, name: string): Promise<string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => /\.(ya?ml|json)$/.test(file))
    .sort();
  const objects = files.flatMap(file =>
    readObjects(readFileSync(join(folder, file), 'utf8')).map(object => ({ file, object })),
  );
  const verdicts = await askAll(
    objects.map(({ object }) => object),
    values.kubeconfig,
    300,
  );
  const count = { objects: 0, both: 0, missed: 0, falseAlarms: 0 };
  const seen = new Set<string>();
  for (const [index, { file, object }] of objects.entries()) {
    const verdict = verdicts[index];
    const { findings } = lintText(JSON.stringify(object), { file, k8s: '1.36', locale: 'en' });
    const alarm = findings.find(({ level }) => level === 'error');
    const isCustom = findings.some(({ rule }) => rule === 'api/not-checked');
    const isUnknown = verdict?.verdict === 'unknown-kind' && !alarm;
    if (!verdict || isEnvironmental(verdict) || isCustom || isUnknown) continue;
    seen.add(file);
    count.objects++;
    const isRefused = verdict.verdict !== 'accept';
    const where = `${name} ${file} ${object['kind']}`;
    if (isRefused && alarm) count.both++;
    else if (isRefused) {
      count.missed++;
      differences.push(`missed       ${where}: ${verdict.message ?? verdict.verdict}`);
    } else if (alarm) {
      count.falseAlarms++;
      differences.push(`false alarm  ${where}: ${alarm.path}: ${alarm.rule}: ${alarm.message}`);
    }
  }
  const { objects: total, both, missed, falseAlarms } = count;
  return `| \`${name}\` | ${seen.size} | ${total} | ${both} | ${missed} | ${falseAlarms} |`;
}

/** Objects of a file that is plain YAML or JSON; items of lists are objects. */
function readObjects(text: string): JsonObject[] {
  if (text.length > 1024 * 1024 || !/^\s*"?apiVersion"?\s*:/m.test(text)) return [];
  if (lintText(text, { file: 'f', k8s: '1.36' }).findings.some(({ rule }) => rule.startsWith('yaml/')))
    return [];
  return parseAllDocuments(text, { version: '1.1' }).flatMap(document => {
    if (!('contents' in document) || document.errors.length > 0) return [];
    // A YAML document without errors is JSON as far as this goes.
    const value = document.toJS() as Json;
    if (!isObject(value) || !value['apiVersion'] || !value['kind']) return [];
    const { kind, items } = value;
    return String(kind).endsWith('List') && Array.isArray(items) ? items.filter(isObject) : [value];
  });
}
