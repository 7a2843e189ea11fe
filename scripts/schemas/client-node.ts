import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareMinors, type Field, type Model, type TypeFields } from './model.ts';

/** `CoreV1Event` → prefix `Core`, version `v1`, name `Event`. */
export function splitClass(name: string): { group: string; version: string; name: string } {
  const match = /^([A-Za-z]*?)(V\d+(?:(?:alpha|beta)\d+)?)(?=[A-Z])(.*)$/.exec(name);
  return match
    ? { group: match[1] ?? '', version: (match[2] ?? '').toLowerCase(), name: match[3] ?? '' }
    : { group: '', version: '', name };
}

/**
 * Reads the generated models of one release of the npm package @kubernetes/client-node.
 *
 * From 1.0 on a release carries stale files of older minors too: only files whose header names the minor that
 * most headers name are read. Lists, `required` and groups are exact; sizes of numbers, enums and quantities are
 * missing in old releases and are filled in by `harmonise`.
 */
export function readClientNode(folder: string): Model {
  const generated = join(folder, 'dist/gen');
  const models = readSources(firstFolder(generated, ['models', 'model']), /\.js$/);
  const apis = readSources(firstFolder(generated, ['apis', 'api']), /Api\.js$/);
  const minor = commonMinor(models.map(file => file.text));
  const fresh = (file: Source) => (minorOf(file.text) ?? minor) === minor;
  const types: Model['types'] = new Map();
  for (const file of models.filter(fresh)) {
    const declarations = readFileSync(file.path.replace(/js$/, 'd.ts'), 'utf8');
    for (const [name, fields] of readModel(file.text, declarations)) types.set(name, fields);
  }
  for (const fields of types.values()) for (const field of fields.values()) settle(field, types);
  return { minor, kinds: readKinds(apis.filter(fresh), types), types };
}

interface Source {
  path: string;
  text: string;
}

function firstFolder(base: string, names: string[]): string {
  const found = names.map(name => join(base, name)).find(existsSync);
  if (!found) throw new Error(`${base} has none of the folders ${names.join(', ')}`);
  return found;
}

function readSources(folder: string, pattern: RegExp): Source[] {
  return readdirSync(folder)
    .filter(name => pattern.test(name))
    .sort()
    .map(name => ({ path: join(folder, name), text: readFileSync(join(folder, name), 'utf8') }));
}

function minorOf(text: string): string | undefined {
  return /OpenAPI (?:spec version|document): (?:release-|v)?(\d+\.\d+)/.exec(text)?.[1];
}

function commonMinor(texts: string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const minor = minorOf(text);
    if (minor) counts.set(minor, (counts.get(minor) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || compareMinors(b[0], a[0]));
  if (!most) throw new Error('no model names its Kubernetes version');
  return most[0];
}

/** The static `attributeTypeMap` of a model is valid JSON; what is required is only in its declarations. */
function* readModel(text: string, declarations: string): Generator<[string, TypeFields]> {
  const map = /(\w+)\.attributeTypeMap = (\[(?:\]|[\s\S]*?\n\]));/.exec(text);
  if (!map?.[1] || !map[2]) return;
  const attributes: { name: string; baseName: string; type: string; format?: string }[] = JSON.parse(map[2]);
  const instance = declarations.split(/^\s+static /m)[0] ?? '';
  const required = new Set(
    [...instance.matchAll(/^\s+'?([\w$-]+)'?(\?)?: [^;(]+/gm)]
      .filter(match => !match[2])
      .map(match => match[1]),
  );
  const fields: TypeFields = new Map();
  for (const { name, baseName, type, format } of attributes)
    fields.set(baseName, { type: readType(type, format, map[1]), required: required.has(name) });
  yield [map[1], fields];
}

function readType(type: string, format: string | undefined, owner: string): string {
  const list = /^(?:Array|Set)<(.*)>$/.exec(type.trim())?.[1];
  if (list) return `[${readType(list, format, owner)}`;
  const map = /^\{ \[key: string\]: (.*?);? ?\}$/.exec(type.trim())?.[1];
  if (map) return `{${readType(map, format, owner)}`;
  switch (type.trim()) {
    case 'string':
      return format === 'byte' ? 'y' : 's';
    case 'number':
      // The only floating-point numbers of the whole API are the bounds in JSONSchemaProps.
      if (format === 'double' || owner.endsWith('JSONSchemaProps')) return 'f';
      return format === 'int64' ? 'l' : format === 'int32' ? 'i' : 'n';
    case 'boolean':
      return 'b';
    case 'Date':
      return 'd';
    case 'V1MicroTime':
      return 'm';
    case 'IntOrString':
      return 'x';
    case 'any':
    case 'object':
      return '*';
    default:
      return `#${type.trim()}`;
  }
}

/** A class without a model of its own is free-form. */
function settle(field: Field, types: Model['types']): void {
  const match = /^([[{]*)#(.*)$/.exec(field.type);
  if (match && !types.has(match[2] ?? '')) field.type = `${match[1]}*`;
}

const createPath =
  /^\/(?:api\/(v1)|apis\/([^/]+)\/([^/]+))\/(?:namespaces\/\{namespace\}\/)?[a-z]+(?:\/\{name\})?$/;

/** Groups are in no model; the API classes have the path and the class of the body that is created or replaced. */
function readKinds(files: Source[], types: Model['types']): Model['kinds'] {
  const kinds: Model['kinds'] = new Map();
  for (const { text } of files)
    for (const part of text.split(/const localVarPath = (?:this\.basePath \+ )?'/).slice(1)) {
      const path = part.slice(0, part.indexOf("'"));
      const match = createPath.exec(path);
      const body = /serialize\(body, "(\w+)"/.exec(part.slice(0, 6000))?.[1];
      const method = /HttpMethod\.(\w+)|method: '(\w+)'/.exec(part.slice(0, 6000));
      const verb = method?.[1] ?? method?.[2];
      const wanted = path.endsWith('{name}') ? verb === 'PUT' : verb === 'POST';
      if (!match || !body || !wanted || !types.get(body)?.has('kind')) continue;
      const groupVersion = match[1] ?? `${match[2]}/${match[3]}`;
      const key = `${groupVersion}/${splitClass(body).name}`;
      const namespaced = path.includes('/namespaces/{namespace}/') || kinds.get(key)?.namespaced === true;
      kinds.set(key, { type: body, namespaced });
    }
  return kinds;
}
