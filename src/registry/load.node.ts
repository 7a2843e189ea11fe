import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { isMap, LineCounter, parseAllDocuments } from 'yaml';
import type { ManifestFile, ManifestObject } from '../schemas/manifest.ts';
import { nearest } from '../site/near.ts';
import type { Fault } from './fault.ts';
import { readSet, type SetFile } from './read-set.node.ts';

export interface Registry {
  /** Sorted by path. */
  files: ManifestFile[];
  /** By name of the folder. */
  sets: Map<string, SetFile>;
  /** Everything that is wrong; a build with a fault stops. */
  faults: Fault[];
}

/** Reads `manifests/` under the project's root; nothing when there is none. Never throws for what an author can mend. */
export function loadRegistry(root: string): Registry {
  const base = join(root, 'manifests');
  const registry: Registry = { files: [], sets: new Map(), faults: [] };
  for (const set of folders(base)) {
    const loaded = loadSet(base, set, registry.faults);
    registry.sets.set(set, loaded);
    for (const path of yamlFiles(base, set, registry.faults)) {
      const file = loadFile(base, path, loaded, registry.faults);
      if (file) registry.files.push(file);
    }
  }
  for (const [set, loaded] of registry.sets) checkNames(set, loaded, registry);
  registry.files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return registry;
}

function folders(base: string): string[] {
  if (!existsSync(base)) return [];
  return readdirSync(base, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort();
}

/** Paths of a set's manifests, with `/`. A link that leads outside `manifests/` is a fault; one to a folder is not followed. */
function yamlFiles(base: string, set: string, faults: Fault[]): string[] {
  const inside = realpathSync(base) + sep;
  const paths: string[] = [];
  const visit = (folder: string) => {
    for (const entry of readdirSync(join(base, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      const full = join(base, path);
      const file = `manifests/${path}`;
      if (entry.isDirectory()) visit(path);
      else if (entry.isSymbolicLink() && !(existsSync(full) && realpathSync(full).startsWith(inside)))
        faults.push({ file, kind: 'outside' });
      else if (/\.ya?ml$/.test(path) && statSync(full).isFile()) {
        if (path.endsWith('.yml'))
          faults.push({ file, kind: 'extension', renamed: path.replace(/yml$/, 'yaml') });
        paths.push(path);
      }
    }
  };
  visit(set);
  return paths.sort();
}

function loadSet(base: string, set: string, faults: Fault[]): SetFile {
  const file = `manifests/${set}/set.json`;
  const loaded = readSet(join(base, set, 'set.json'));
  for (const { path, message: reason } of loaded.faults)
    faults.push(path ? { file, kind: 'set-shape', path, reason } : { file, kind: 'set-json', reason });
  return loaded;
}

function loadFile(base: string, path: string, set: SetFile, faults: Fault[]): ManifestFile | undefined {
  const file = `manifests/${path}`;
  const bytes = readFileSync(join(base, path));
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    faults.push({ file, kind: 'encoding' });
    return undefined;
  }
  if (text.includes('\r')) faults.push({ file, kind: 'crlf' });
  else if (!text.endsWith('\n')) faults.push({ file, kind: 'last-line' });
  return {
    path,
    set: path.slice(0, path.indexOf('/')),
    text,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    size: bytes.length,
    objects: listObjects(text),
    entry: set.value.files[path] ?? {},
  };
}

/** Kinds and names for the card; what is wrong with the YAML is the lint engine's to say. */
function listObjects(text: string): ManifestObject[] {
  const lines = new LineCounter();
  const objects: ManifestObject[] = [];
  for (const document of parseAllDocuments(text, {
    lineCounter: lines,
    uniqueKeys: false,
    logLevel: 'silent',
  })) {
    const top = document.contents;
    if (!isMap(top)) continue;
    const apiVersion = top.get('apiVersion');
    const kind = top.get('kind');
    const name = document.getIn(['metadata', 'name']);
    if (typeof apiVersion !== 'string' || typeof kind !== 'string') continue;
    const line = lines.linePos(top.range?.[0] ?? 0).line;
    objects.push({ apiVersion, kind, line, ...(typeof name === 'string' && { name }) });
  }
  return objects;
}

/** Every path in set.json must exist; a step may apply a file of another set, but facts belong to a set's own files. */
function checkNames(
  set: string,
  { value: { files, steps } }: SetFile,
  { files: loaded, faults }: Registry,
): void {
  const all = loaded.map(file => file.path);
  const own = all.filter(path => path.startsWith(`${set}/`));
  const named = [
    ...Object.keys(files).map(name => ({ name, path: ['files', name], known: own })),
    ...steps.flatMap((step, index) =>
      step.apply.map((name, place) => ({ name, path: ['steps', index, 'apply', place], known: all })),
    ),
  ];
  const file = `manifests/${set}/set.json`;
  for (const { name, path, known } of named) {
    if (known.includes(name)) continue;
    const [near] = nearest(name, known);
    faults.push({ file, kind: 'set-name', path, name, near, own });
  }
}
