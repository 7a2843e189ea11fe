import extensions from '../data/extensions.json' with { type: 'json' };
import kubernetes from '../data/kubernetes.json' with { type: 'json' };
import { decodeTable, type Table } from './table.ts';

/** Built-in kinds of every minor. */
export const builtIn: Table = decodeTable(kubernetes);

/** Gateway API, kind and Skaffold: the same in every minor. */
export const extra: Table = decodeTable(extensions);

/** Minors that there is data for, oldest first. */
export const minors: readonly string[] = builtIn.minors;

export const newest: string = minors.at(-1) ?? '';

/** A table as it is in one minor. */
export interface View {
  table: Table;
  minor: string;
  /** Whether the minor is in a mask of the table. */
  has(mask: number): boolean;
}

/** What is checked against: the tables as they are in one minor. */
export interface Target {
  minor: string;
  /** Masks that were asked about, when that is noted. */
  asked: Set<number> | undefined;
  builtIn: View;
  extra: View;
}

/**
 * The tables as they are in one minor. Every question about the minor is noted in `asked`: two minors with the same
 * answers to all questions of a check have the same result, so that `validMinors` needs few checks.
 */
export function targetOf(minor: string, asked?: Set<number>): Target {
  const bit = bitOf(minor);
  const has = (mask: number) => {
    asked?.add(mask);
    return (mask & bit) !== 0;
  };
  return {
    minor,
    asked,
    builtIn: { table: builtIn, minor, has },
    extra: { table: extra, minor, has: mask => (mask & 1) !== 0 },
  };
}

function bitOf(minor: string): number {
  const index = minors.indexOf(minor);
  return index < 0 ? 0 : 1 << index;
}

/** Whether a minor is in a mask of the built-in table. */
export function hasMinor(mask: number, minor: string): boolean {
  return (mask & bitOf(minor)) !== 0;
}

/** Whether the target is this minor or a later one. */
export function isAtLeast(target: Target, minor: string): boolean {
  return target.builtIn.has(maskFrom(minor));
}

const masksFrom = new Map<string, number>();

/** The minors from this one on, as a mask of the built-in table. Asked for thousands of times in a check. */
function maskFrom(minor: string): number {
  const known = masksFrom.get(minor);
  if (known !== undefined) return known;
  const number = (text: string) => Number(text.split('.')[1]);
  const mask = minors.reduce(
    (found, other, index) => (number(other) >= number(minor) ? found | (1 << index) : found),
    0,
  );
  masksFrom.set(minor, mask);
  return mask;
}
