import { existsSync, readFileSync } from 'node:fs';
import { type ManifestSet, manifestSet } from '../schemas/set.ts';

/** A `set.json` as it was read. */
export interface SetFile {
  /** Empty when there is no such file. */
  text: string;
  /** What it says; as if it were empty when something is wrong with it. */
  value: ManifestSet;
  /** What is wrong with it. */
  faults: SetFault[];
}

export interface SetFault {
  /** Where in the file; undefined when it is not JSON at all. */
  path: (string | number)[] | undefined;
  message: string;
}

/**
 * Reads a `set.json` by its schema; nothing else reads one. A file that is not there says nothing about its set.
 * @param file Path on disk.
 */
export function readSet(file: string): SetFile {
  const value = manifestSet.parse({});
  if (!existsSync(file)) return { text: '', value, faults: [] };
  const text = readFileSync(file, 'utf8');
  try {
    const result = manifestSet.safeParse(JSON.parse(text));
    if (result.success) return { text, value: result.data, faults: [] };
    // JSON has no other keys than strings and numbers.
    const faults = result.error.issues.map(({ path, message }) => {
      return { path: path as (string | number)[], message };
    });
    return { text, value, faults };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { text, value, faults: [{ path: undefined, message }] };
  }
}
