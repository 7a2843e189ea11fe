import { isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseAllDocuments } from 'yaml';
import { nearest } from '../site/near.ts';

/** A field of a manifest and the lines it takes, from 1. */
export interface Field {
  /** Kind and name of its object, to choose between objects that both have the field. */
  kind: string;
  name: string;
  /** As kubectl prints it: `spec.ports[0].port`; a key with dots is quoted: `metadata.labels["app.kubernetes.io/name"]`. */
  path: string;
  first: number;
  last: number;
  /** Its value, as the YAML gives it. Throws for an alias of nothing. */
  value(): unknown;
}

/** Every field of every document, in file order. */
export function listFields(text: string): Field[] {
  const counter = new LineCounter();
  const fields: Field[] = [];
  const lineAt = (offset: number) => counter.linePos(offset).line;
  const lastLine = (end: number) => lineAt(Math.max(0, text.slice(0, end).trimEnd().length - 1));
  const documents = parseAllDocuments(text, { lineCounter: counter, uniqueKeys: false, logLevel: 'silent' });
  for (const document of documents) {
    const object = { kind: wordAt(document.get('kind')), name: wordAt(document.getIn(['metadata', 'name'])) };
    const add = (path: string, start: number, end: number, node: unknown) =>
      fields.push({
        ...object,
        path,
        first: lineAt(start),
        last: lastLine(end),
        value: () => (isNode(node) ? node.toJS(document) : null),
      });
    const walk = (node: unknown, path: string): void => {
      if (isMap(node))
        for (const { key, value } of node.items) {
          if (!isScalar(key) || !key.range) continue;
          const own = join(path, String(key.value));
          add(own, key.range[0], (value as Node | null)?.range?.[1] ?? key.range[1], value);
          walk(value, own);
        }
      else if (isSeq(node))
        for (const [index, item] of node.items.entries()) {
          const range = (item as Node).range;
          if (range) add(`${path}[${index}]`, range[0], range[1], item);
          walk(item, `${path}[${index}]`);
        }
    };
    walk(document.contents, '');
  }
  return fields;
}

/** A field that was found, or why it was not: nothing has it (with paths like it), or several objects do. */
export type FieldResult =
  | { field: Field }
  | { field?: undefined; among: string[]; reason: 'missing' | 'ambiguous' };

/**
 * Finds a field by path; `Service: spec.ports` or `Service/echo: spec.ports` says in which object.
 * @param fields What `listFields` found.
 */
export function findField(fields: readonly Field[], reference: string): FieldResult {
  const [, kind, name, path = reference] = /^([A-Z]\w*)(?:\/([\w.-]+))?:\s*(.+)$/.exec(reference) ?? [];
  const wanted = normalise(path);
  const inObject = fields.filter(field => (!kind || field.kind === kind) && (!name || field.name === name));
  const found = inObject.filter(field => field.path === wanted);
  if (found.length === 0)
    return { reason: 'missing', among: nearest(wanted, [...new Set(inObject.map(field => field.path))], 3) };
  const [field] = found;
  if (found.length > 1 || !field)
    return { reason: 'ambiguous', among: found.map(item => `${item.kind}/${item.name}: ${item.path}`) };
  return { field };
}

/** Fields named in one attribute: `spec.selector, spec.ports[0]`. */
export function splitReferences(value: string): string[] {
  return value
    .split(/,(?![^[]*\])/)
    .map(part => part.trim())
    .filter(Boolean);
}

function join(path: string, key: string): string {
  if (/[.[\]]/.test(key)) return `${path}["${key}"]`;
  return path ? `${path}.${key}` : key;
}

function normalise(path: string): string {
  let result = '';
  for (const [, index, quoted, key] of path.matchAll(/\[(?:(\d+)|["']([^"']*)["'])\]|([^.[\]]+)/g))
    result = index === undefined ? join(result, quoted ?? key ?? '') : `${result}[${index}]`;
  return result;
}

function wordAt(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
