import type { Path } from '../parse/tree.ts';
import type { ObjectContext } from './context.ts';
import { Cursor } from './cursor.ts';
import { type Format, formats } from './formats.ts';

/** What a check needs of a rule's context. */
export type Reporter = Pick<ObjectContext, 'report' | 'reportKey' | 'isAtLeast'>;

/** The same place under the path that the server prints for it, where the two differ. */
export function under(cursor: Cursor, path: Path): Cursor {
  return new Cursor(cursor.node, path, cursor.keySpan);
}

/** The value must have a format. An empty string counts as not set. */
export function checkFormat(reporter: Reporter, at: Cursor, format: Format, path: Path = at.path): void {
  if (at.string !== '') checkSet(reporter, at, format, path);
}

/** The value must have a format if it is a string at all, also an empty one. */
export function checkSet({ report }: Reporter, at: Cursor, format: Format, path: Path = at.path): void {
  const value = at.string;
  if (value !== undefined && !formats[format](value))
    report(under(at, path), 'bad-format', { value, format });
}

/** Something must stand here. */
export function checkRequired({ report }: Reporter, at: Cursor, path: Path = at.path): void {
  const isEmpty = at.string === '' || (at.node?.kind === 'list' && at.items().length === 0);
  if (!at.isSet || isEmpty)
    report(under(at, path), 'required', {
      field: String(path.at(-1)),
      empty: at.isSet,
      enforced: true,
    });
}

/** A number must lie between two bounds. */
export function checkRange(
  { report }: Reporter,
  at: Cursor,
  min: number,
  max = Number.POSITIVE_INFINITY,
  path: Path = at.path,
): void {
  const value = at.number;
  if (value !== undefined && (value < min || value > max))
    report(under(at, path), 'out-of-range', { value, min, max });
}

/** None of these numbers may be negative. */
export function checkNotNegative(reporter: Reporter, parent: Cursor, ...fields: string[]): void {
  for (const field of fields) checkRange(reporter, parent.get(field), 0);
}

/** The value must be one of a few. An empty string counts as not set. */
export function checkOneOf(
  reporter: Reporter,
  at: Cursor,
  allowed: readonly string[],
  path: Path = at.path,
): void {
  if (at.string !== '') checkSetOneOf(reporter, at, allowed, path);
}

/** The value must be one of a few if it is a string at all. */
export function checkSetOneOf(
  { report }: Reporter,
  at: Cursor,
  allowed: readonly string[],
  path: Path = at.path,
): void {
  const value = at.string;
  if (value !== undefined && !allowed.includes(value)) report(under(at, path), 'enum', { value, allowed });
}

/** A field that may not be set beside something else. */
export function forbid({ reportKey }: Reporter, at: Cursor, beside: string): void {
  if (at.isSet) reportKey(at, 'forbidden', { field: String(at.path.at(-1)), beside });
}

/** The second and later items with the same key. */
export function checkUnique(
  { report }: Reporter,
  places: readonly Cursor[],
  keyOf: (at: Cursor) => string | undefined = at => at.string,
  seen = new Set<string>(),
): void {
  for (const at of places) {
    const value = keyOf(at);
    if (value === undefined || value === '') continue;
    if (seen.has(value)) report(at, 'duplicate', { value });
    seen.add(value);
  }
}

/** A port number or a port's name. */
export function checkPort(reporter: Reporter, at: Cursor): void {
  checkRange(reporter, at, 1, 65_535);
  checkSet(reporter, at, 'port-name');
}

/** The names that a message may show: no more than it can. */
export function someOf(names: Iterable<string>): string[] {
  return [...names].slice(0, 13);
}

/** Which of the fields are set, in this order. */
export function setFields(parent: Cursor, fields: readonly string[]): Cursor[] {
  return fields.map(field => parent.get(field)).filter(({ isSet }) => isSet);
}
