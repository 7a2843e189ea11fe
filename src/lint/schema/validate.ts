import type { Level } from '../draft.ts';
import type { MessageId, MessageParams } from '../messages/params.ts';
import { nearest } from '../near.ts';
import { formatPath, type MapNode, type Node, type Path, type Span } from '../parse/tree.ts';
import type { View } from './catalogue.ts';
import { isEnforced, isValidated, mayBeEmpty, type Place } from './enforcement.ts';
import { checkScalar, wrongType } from './scalar-checks.ts';
import { type FieldEntry, formatMask } from './table.ts';

/** Reports at a node, at the path that is being checked. */
export type Report = <Id extends MessageId>(
  rule: string,
  message: Id,
  params: MessageParams[Id],
  span: Span,
  level?: Level,
) => void;

/** Reports at a path. */
export type ReportAt = (path: Path) => Report;

export interface Options {
  view: View;
  place: Place;
  /** Path of the object inside its document: `items[0]` of a List. */
  base: Path;
  /** A fragment leaves things out on purpose. */
  partial: boolean;
}

/** Checks a value against a type of the table, strictly, as a server with `fieldValidation=Strict` does. */
export function validate(type: string, root: Node, start: Path, reportAt: ReportAt, options: Options): void {
  const { view, place, base } = options;
  // A custom resource's own schema takes an empty string for a string.
  const isBuiltIn = view === place.target.builtIn;
  const reportHere = (path: Path) => reportAt([...base, ...path]);
  /** Inside something that has two forms: the server does not look for unknown fields there. */
  let loose = 0;

  function checkValue(type: string, node: Node, path: Path): void {
    const first = type.charAt(0);
    if (first === '*') return;
    if (first === '?') {
      loose++;
      if (node.kind === 'map') checkValue(type.slice(1), node, path);
      loose--;
      return;
    }
    if (node.kind === 'null') {
      // null at a field means "not set"; in a list it is the zero value, and an empty object may lack something.
      const isItem = typeof path.at(-1) === 'number';
      if (isItem && !isBuiltIn)
        wrongType(first === '#' ? 'map' : expectedScalar(first), node, reportHere(path));
      else if (first === '#' && isItem) checkRequired(fieldsOf(type), undefined, node, path);
      return;
    }
    const isCollection = node.kind === 'map' || node.kind === 'list';
    const report = reportHere(path);
    if (first === '[' && node.kind === 'list')
      for (const [index, item] of node.items.entries()) checkValue(type.slice(1), item, [...path, index]);
    else if (first === '{' && node.kind === 'map')
      for (const { key, value } of node.entries.values()) checkValue(type.slice(1), value, [...path, key]);
    else if (first === '#' && node.kind === 'map') checkObject(type, node, path);
    else if (first === '[') wrongType('list', node, report);
    else if (first === '{' || first === '#') wrongType('map', node, report);
    else if (isCollection) wrongType(expectedScalar(first), node, report);
    else if (first !== '=') checkScalar(first, node, report);
    else if (node.kind === 'string') checkEnum(type, node.value, node, path);
    else wrongType('s', node, report);
  }

  function checkEnum(type: string, value: string, node: Node, path: Path): void {
    const allowed = view.table.enumValues(type.slice(1));
    if ((value === '' && isBuiltIn) || allowed.includes(value) || isStatus(path)) return;
    const level = isValidated(place, path) ? 'error' : 'warning';
    reportHere(path)('schema/enum', 'enum', { value, allowed }, node, level);
  }

  function checkObject(type: string, node: MapNode, path: Path): void {
    const fields = fieldsOf(type);
    for (const { key, keySpan, value } of node.entries.values()) {
      const entry = fields.get(key)?.find(({ mask }) => view.has(mask));
      if (entry) checkValue(entry.type, value, [...path, key]);
      else reportUnknown(fields, key, keySpan, [...path, key]);
    }
    checkRequired(fields, node, node, path);
  }

  function reportUnknown(
    fields: ReadonlyMap<string, readonly FieldEntry[]>,
    field: string,
    span: Span,
    path: Path,
  ): void {
    const report = reportHere(path);
    const others = fields.get(field);
    if (others) {
      const mask = others.reduce((sum, entry) => sum | entry.mask, 0);
      const exists = formatMask(mask, view.table.minors);
      report('schema/field-version', 'field-version', { field, minor: view.minor, exists }, span);
      return;
    }
    const here = [...fields]
      .filter(([, entries]) => entries.some(({ mask }) => view.has(mask)))
      .map(([name]) => name);
    const near = nearest(field, here);
    const elsewhere = near ? undefined : findField(type, field);
    const level = loose > 0 ? 'warning' : 'error';
    report('schema/unknown-field', 'unknown-field', { field, near, elsewhere }, span, level);
  }

  function checkRequired(
    fields: ReadonlyMap<string, readonly FieldEntry[]>,
    node: MapNode | undefined,
    at: Node,
    path: Path,
  ): void {
    if (options.partial || isStatus(path)) return;
    for (const [field, entries] of fields) {
      const entry = entries.find(({ mask }) => view.has(mask));
      if (!entry?.required) continue;
      const value = node?.entries.get(field)?.value;
      const full = [...path, field];
      const missing = !value || value.kind === 'null';
      const empty = !missing && isBuiltIn && isEmpty(value) && !mayBeEmpty(place, full);
      if (!missing && !empty) continue;
      // A quantity that is not set is 0.
      const enforced = entry.type !== 'q' && isEnforced(place, full);
      const level = enforced && isValidated(place, path) ? 'error' : 'warning';
      const span = empty && value ? value : headOf(at);
      reportHere(full)('schema/required', 'required', { field, empty, enforced }, span, level);
    }
  }

  function fieldsOf(reference: string): ReadonlyMap<string, readonly FieldEntry[]> {
    return view.table.fields(parseInt(reference.slice(1), 36));
  }

  /** The shortest path from the checked value to a field of that name: where a badly indented line belongs. */
  function findField(from: string, field: string): string | undefined {
    const seen = new Set<string>();
    let level: { reference: string; path: Path }[] = [{ reference: from, path: start }];
    for (let depth = 0; depth < 6 && level.length > 0; depth++) {
      const next: typeof level = [];
      for (const { reference, path } of level)
        for (const [name, entries] of fieldsOf(reference)) {
          const entry = entries.find(({ mask }) => view.has(mask));
          if (!entry || name === 'status') continue;
          const match = /^(\[*)(#.*)$/.exec(entry.type);
          const full = [...path, name];
          if (name === field) return formatPath(full);
          if (!match?.[2] || seen.has(match[2])) continue;
          seen.add(match[2]);
          next.push({ reference: match[2], path: match[1] ? [...full, 0] : full });
        }
      level = next;
    }
    return undefined;
  }

  checkValue(type, root, start);
}

/** The server drops `status` when an object is created; only its shape is looked at. */
function isStatus(path: Path): boolean {
  return path[0] === 'status';
}

function isEmpty(node: Node): boolean {
  return (node.kind === 'string' && node.value === '') || (node.kind === 'list' && node.items.length === 0);
}

/** A scalar, or the start of a collection: a finding about what is not there should not mark a whole block. */
export function headOf(node: Node): Span {
  if (node.kind !== 'map' && node.kind !== 'list') return { start: node.start, end: node.end };
  const [first] = node.kind === 'map' ? node.entries.values() : [];
  if (first && first.keySpan.start >= node.start && first.keySpan.end <= node.end && !first.merged)
    return { start: node.start, end: first.keySpan.end };
  return { start: node.start, end: Math.min(node.end, node.start + 1) };
}

function expectedScalar(letter: string): 's' | 'y' | 'd' | 'i' | 'l' | 'f' | 'b' | 'q' | 'x' {
  switch (letter) {
    case 'm':
      return 'd';
    case 'y':
    case 'd':
    case 'i':
    case 'l':
    case 'f':
    case 'b':
    case 'q':
    case 'x':
      return letter;
    default:
      return 's';
  }
}
