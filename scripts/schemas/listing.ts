import { createHash } from 'node:crypto';
import type { Table } from '../../src/lint/schema/table.ts';
import { type Field, type Model, splitType } from './model.ts';

/**
 * A minor as sorted lines: one a kind, one a field. Names of types are left out, so that the compact table and a server's
 * document give the same lines when they say the same. A type inside itself is not followed.
 */
export function listModel({ kinds, types }: Model): string[] {
  const lines: string[] = [];
  for (const [key, { type, namespaced }] of kinds) {
    lines.push(`${key} ${namespaced ? 'namespaced' : 'cluster'}`);
    list(`#${type}`, key, new Set(), lines, name => types.get(name) ?? new Map());
  }
  return lines.sort();
}

/** The same of the decoded table. */
export function listTable(table: Table, minor: string): string[] {
  const bit = 1 << table.minors.indexOf(minor);
  const fieldsOf = (index: string) => {
    const fields = new Map<string, Field>();
    for (const [name, entries] of table.fields(parseInt(index, 36)))
      for (const { type, required } of entries.filter(({ mask }) => mask & bit)) {
        const { prefix, base } = splitType(type);
        const values = base.startsWith('=') ? `=${table.enumValues(base.slice(1)).join('|')}` : base;
        fields.set(name, { type: prefix + values, required });
      }
    return fields;
  };
  const lines: string[] = [];
  for (const [groupVersion, kinds] of table.kinds)
    for (const [kind, entries] of kinds)
      for (const { type, namespaced } of entries.filter(({ mask }) => mask & bit)) {
        lines.push(`${groupVersion}/${kind} ${namespaced ? 'namespaced' : 'cluster'}`);
        list(`#${type.toString(36)}`, `${groupVersion}/${kind}`, new Set(), lines, fieldsOf);
      }
  return lines.sort();
}

function list(
  type: string,
  path: string,
  above: ReadonlySet<string>,
  lines: string[],
  fieldsOf: (name: string) => ReadonlyMap<string, Field>,
): void {
  const name = splitType(type).base.slice(1);
  if (above.has(name)) return;
  const inside = new Set([...above, name]);
  for (const [field, { type: text, required }] of [...fieldsOf(name)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { prefix, base } = splitType(text);
    const isReference = base.startsWith('#');
    lines.push(`${path}.${field}${required ? '!' : ''} ${prefix}${isReference ? '#' : base}`);
    if (isReference) list(text, `${path}.${field}`, inside, lines, fieldsOf);
  }
}

/** What is committed of a listing. */
export function digest(lines: readonly string[]): { lines: number; sha256: string } {
  return { lines: lines.length, sha256: createHash('sha256').update(lines.join('\n')).digest('hex') };
}
