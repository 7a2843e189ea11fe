/**
 * Writes one-change mutations of the manifests in BASES, one JSON line each: `{base, op}` (see operation.ts).
 *
 *     kubectl get --raw /openapi/v2 > openapi.json
 *     node scripts/judge/mutate.ts BASES.yaml --openapi openapi.json --seed 7 --count 6000 > mutations.jsonl
 *
 * The schema tells which fields are missing and what a field may hold. Same arguments, same output.
 */
import { parseArgs } from 'node:util';
import { generate } from './generate.ts';
import type { OpenApi } from './openapi.ts';
import { readDocuments, readText } from './read.ts';

const usage = 'usage: node scripts/judge/mutate.ts BASES.yaml --openapi FILE[.gz] [--seed 1] [--count 1000]';
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    openapi: { type: 'string' },
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '1000' },
  },
});
const [file] = positionals;
if (!file || !values.openapi) {
  console.error(usage);
  process.exit(2);
}
// The file is what a Kubernetes API server publishes; openapi.ts names the parts that are used.
const api = JSON.parse(readText(values.openapi)) as OpenApi;
for (const mutation of generate(readDocuments(file), api, Number(values.seed), Number(values.count))) {
  console.log(JSON.stringify(mutation));
}
