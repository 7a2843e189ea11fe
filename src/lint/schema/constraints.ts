import { child, type Node, type Path } from '../parse/tree.ts';
import type { Table } from './table.ts';

/** What a CRD's schema asks of a value beyond its type. */
export interface Check {
  /** Least and most: characters of a string, items of a list, entries of a map, or the number itself. */
  min?: number;
  max?: number;
  pattern?: string;
  /** Filled in before anything is checked. */
  default?: unknown;
  /** Fields that tell the items of a list apart; none when the items themselves do. */
  keys?: readonly string[];
  /** Of the items of a list or the values of a map. */
  items?: Check;
  oneOf?: readonly Shape[];
  /** The numbers that are allowed. */
  enum?: readonly number[];
  /** CEL expressions about the value, and what the server says when one is false. */
  rules?: readonly (readonly [rule: string, message: string])[];
}

/** The little of JSON Schema that `oneOf` is used for. */
export interface Shape {
  properties?: Record<string, Shape>;
  enum?: readonly unknown[];
  not?: Shape;
  anyOf?: readonly Shape[];
  format?: string;
}

/** A value as the server sees it, with defaults, and where it stands in the text. */
export interface Place {
  value: unknown;
  /** Undefined when a default brought it in. */
  node: Node | undefined;
  path: Path;
}

/** Calls `visit` with every value that has a check, outermost first. `root` is filled with defaults on the way. */
export function walkChecks(
  table: Table,
  type: string,
  root: Place,
  visit: (place: Place, check: Check) => void,
): void {
  const checkAt = (index: number | undefined) =>
    // The table's own generator made the checks, and its type is this one.
    index === undefined ? undefined : (table.checks[index] as Check);
  const fieldsOf = (name: string) => table.fields(parseInt(name.slice(1), 36));
  fill(type, root.value);
  walk(type, undefined, root);

  function fill(type: string, value: unknown): void {
    if (type.startsWith('[') && Array.isArray(value)) for (const item of value) fill(type.slice(1), item);
    else if (type.startsWith('{') && isMap(value))
      for (const item of Object.values(value)) fill(type.slice(1), item);
    else if (type.startsWith('#') && isMap(value))
      for (const [name, [entry]] of fieldsOf(type)) {
        if (!entry) continue;
        const { default: preset } = checkAt(entry.check) ?? {};
        if (preset !== undefined) value[name] ??= structuredClone(preset);
        if (value[name] === null) delete value[name];
        fill(entry.type, value[name]);
      }
  }

  function walk(type: string, check: Check | undefined, place: Place): void {
    const { value, node, path } = place;
    if (value === undefined || value === null) return;
    if (check) visit(place, check);
    if (type.startsWith('[') && Array.isArray(value))
      for (const [index, item] of value.entries()) {
        const inner = node?.kind === 'list' ? node.items[index] : undefined;
        walk(type.slice(1), check?.items, { value: item, node: inner, path: [...path, index] });
      }
    else if (type.startsWith('{') && isMap(value))
      for (const [key, item] of Object.entries(value))
        walk(type.slice(1), check?.items, { value: item, node: child(node, key), path: [...path, key] });
    else if (type.startsWith('#') && isMap(value))
      for (const [name, [entry]] of fieldsOf(type))
        if (entry)
          walk(entry.type, checkAt(entry.check), {
            value: value[name],
            node: child(node, name),
            path: [...path, name],
          });
  }
}

export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Items of a list that another item equals in the fields that tell them apart. */
export function findTwins(items: readonly unknown[], keys: readonly string[]): number[] {
  const seen = new Set<string>();
  return [...items.keys()].filter(index => {
    const item = items[index];
    const text = JSON.stringify(keys.length > 0 && isMap(item) ? keys.map(key => item[key]) : item);
    const isTwin = seen.has(text);
    seen.add(text);
    return isTwin;
  });
}

/** Whether a value has a shape. `isIp` knows the two formats that shapes name. */
export function fits(value: unknown, shape: Shape, isIp: (text: string) => boolean): boolean {
  const { properties = {}, anyOf, not, format } = shape;
  return (
    (!shape.enum || shape.enum.includes(value)) &&
    (!not || !fits(value, not, isIp)) &&
    (!anyOf || anyOf.some(other => fits(value, other, isIp))) &&
    (!format || typeof value !== 'string' || isIp(value) === true) &&
    Object.entries(properties).every(
      ([name, inner]) => !isMap(value) || value[name] === undefined || fits(value[name], inner, isIp),
    )
  );
}
