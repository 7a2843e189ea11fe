import type { Reason } from '../messages/kind-params.ts';
import { checkOneOf, checkRequired, checkSet, type Reporter, setFields } from './checks.ts';
import type { Cursor } from './cursor.ts';
import { type Format, formats } from './formats.ts';

/** Something is wrong here, for a reason. */
export function fail({ report }: Reporter, at: Cursor, reason: Reason): void {
  report(at, 'wrong', { reason });
}

/** Not set, or a string, list or map with nothing in it. */
export function isEmpty({ node }: Cursor): boolean {
  if (node?.kind === 'map') return node.entries.size === 0;
  return (
    !node || (node.kind === 'list' && node.items.length === 0) || (node.kind === 'string' && !node.value)
  );
}

/** These fields must be there. */
export function needs(reporter: Reporter, at: Cursor, ...fields: string[]): void {
  for (const field of fields) checkRequired(reporter, at.get(field));
}

/** It must be there and have this form. */
export function needsFormat(reporter: Reporter, at: Cursor, format: Format): void {
  if (isEmpty(at)) checkRequired(reporter, at);
  else checkSet(reporter, at, format);
}

/** It must be there and be one of these values. */
export function needsOneOf(reporter: Reporter, at: Cursor, allowed: readonly string[]): void {
  if (isEmpty(at)) checkRequired(reporter, at);
  else checkOneOf(reporter, at, allowed);
}

/** A number that counts as 0 when it is not set, which is too little. */
export function needsPositive(reporter: Reporter, at: Cursor, max?: number): void {
  if (!at.isSet) checkRequired(reporter, at);
  else if (at.number !== undefined && (at.number < 1 || at.number > (max ?? at.number)))
    reporter.report(at, 'out-of-range', { value: at.number, min: 1, max: max ?? Number.POSITIVE_INFINITY });
}

/** Each item of a list is one of these values; null is an empty string. */
export function eachOneOf({ report }: Reporter, list: Cursor, allowed: readonly string[]): void {
  for (const item of list.items()) {
    const value = item.isSet ? item.string : '';
    if (value !== undefined && !allowed.includes(value)) report(item, 'enum', { value, allowed });
  }
}

/** Each item of a list has this form; null is an empty string. */
export function eachFormed({ report }: Reporter, list: Cursor, format: Format): void {
  for (const item of list.items()) {
    const value = item.isSet ? item.string : '';
    if (value !== undefined && !formats[format](value)) report(item, 'bad-format', { value, format });
  }
}

/** Exactly one of the fields is set. Reports at `at`. */
export function needsOne(reporter: Reporter, at: Cursor, fields: readonly string[], place = at): void {
  const count = setFields(at, fields).length;
  if (count !== 1) reporter.report(place, count === 0 ? 'one-of' : 'only-one', { fields });
}

/** The forms of addresses that the minor asks for. */
export function addressFormat({ isAtLeast }: Reporter, form: 'ip' | 'cidr'): Format {
  return isAtLeast('1.36') ? `strict-${form}` : form;
}
