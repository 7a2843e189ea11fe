import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Model, TypeFields } from './model.ts';

/**
 * Reads `lib/imports/k8s.d.ts` of an npm package cdk8s-plus-NN, which names the OpenAPI definition of every field.
 * It lacks `apiVersion`, `kind` and `status` of whole objects, and what is namespaced: `fillGap` knows what to believe.
 */
export function readCdk8s(folder: string, minor: string): Model {
  const declarations = readFileSync(join(folder, 'lib/imports/k8s.d.ts'), 'utf8');
  const script = readFileSync(join(folder, 'lib/imports/k8s.js'), 'utf8');
  const names = interfaceNames(declarations);
  // Enums of that time were not what the server enforced; `harmonise` puts in those of a server.
  const strings = new Set(
    [...declarations.matchAll(/export declare enum (\w+)/g)].map(match => match[1] ?? ''),
  );
  const types: Model['types'] = new Map([...names.values()].map(name => [name, new Map() as TypeFields]));
  const field =
    /@schema (io\.k8s[\w.-]+)#([\w$]+)\s*\n\s*\*\/\s*\n\s*readonly ([\w$]+)(\?)?: (\{[^}]*\}|[^;{]+);/g;
  for (const [, owner = '', name = '', , optional, type = ''] of declarations.matchAll(field)) {
    const fields = types.get(owner) ?? new Map();
    fields.set(name, { type: readType(type, names, strings), required: !optional });
    types.set(owner, fields);
  }
  const kinds: Model['kinds'] = new Map();
  for (const [, className = '', apiVersion, kind = ''] of script.matchAll(
    /^(\w+)\.GVK = \{\s*apiVersion: '([^']+)',\s*kind: '([^']+)'/gm,
  )) {
    const type = names.get(`${className}Props`);
    if (type && !kind.endsWith('List')) kinds.set(`${apiVersion}/${kind}`, { type, namespaced: true });
  }
  return { minor, kinds, types };
}

function interfaceNames(declarations: string): Map<string, string> {
  const pattern = /@schema (io\.k8s[\w.-]+)\s*\n\s*\*\/\s*\nexport interface (\w+)/g;
  return new Map([...declarations.matchAll(pattern)].map(([, schema = '', name = '']) => [name, schema]));
}

function readType(text: string, names: Map<string, string>, strings: ReadonlySet<string>): string {
  const type = text.replace(/\s+/g, ' ').trim();
  const list = /^(.*)\[\]$/.exec(type)?.[1];
  if (list) return `[${readType(list, names, strings)}`;
  const map = /^\{ \[key: string\]: (.*?);? \}$/.exec(type)?.[1];
  if (map) return `{${readType(map, names, strings)}`;
  if (strings.has(type)) return 's';
  const known: Record<string, string> = {
    string: 's',
    number: 'n',
    boolean: 'b',
    Date: 'd',
    Quantity: 'q',
    IntOrString: 'x',
  };
  return known[type] ?? (names.has(type) ? `#${names.get(type)}` : '*');
}
