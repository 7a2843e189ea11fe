import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { buildLimits } from '../../src/lint/index.ts';
import { toSlashes } from '../../src/lint/site/files.node.ts';
import { Mistake } from './words.ts';

/** A text to check. */
export interface Input {
  /** Absolute path; `-` for standard input. */
  path: string;
  /** As findings name it: from the current folder, with `/`. */
  file: string;
  /** The nearest folder above it, inside the one that was asked for, that has a `set.json`. */
  set: string | undefined;
}

/** Files of the paths, folders with all that is below them, each once, in order. Throws a `Mistake`. */
export function listInputs(paths: readonly string[]): Input[] {
  const inputs = new Map<string, Input>();
  const add = (path: string, set?: string) => {
    if (!inputs.has(path)) inputs.set(path, { path, file: path === '-' ? path : shortName(path), set });
  };
  for (const path of paths) {
    if (path === '-') add(path);
    else if (statOf(path).isDirectory()) walk(resolve(path), undefined, add);
    else add(resolve(path));
  }
  return [...inputs.values()];
}

/** A path from the current folder, with `/`; in full when it is not below that. */
export function shortName(path: string): string {
  const name = toSlashes(relative('', path));
  return name.startsWith('../') ? toSlashes(path) : name;
}

/** Hidden folders, `node_modules` and links to folders are passed over. */
function walk(folder: string, above: string | undefined, add: (path: string, set?: string) => void): void {
  const entries = attempt(folder, () => readdirSync(folder, { withFileTypes: true }));
  const set = entries.some(({ name }) => name === 'set.json') ? folder : above;
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.') && entry.name !== 'node_modules') walk(path, set, add);
    } else if (/\.(ya?ml|json)$/.test(entry.name) && entry.name !== 'set.json' && statOf(path).isFile())
      add(path, set);
  }
}

/** Where a name in a `set.json` leads: from the folder, or from the one above it, as on this site. */
export function resolveInSet(folder: string, name: string): string | undefined {
  return [join(folder, name), join(dirname(folder), name)].find(
    path => statSync(path, { throwIfNoEntry: false })?.isFile() === true,
  );
}

/**
 * The text of an input, or undefined when its bytes are not UTF-8. Of a text that is too long to be checked, only as
 * much is read as shows that.
 */
export function readInput({ path, file }: Input): string | undefined {
  if (path !== '-') {
    const stat = statOf(path);
    if (!stat.isFile() && !stat.isFIFO()) throw new Mistake('special', { path: file });
  }
  return attempt(file, () => decode(path));
}

/** Most bytes that the characters of a text within the limits can take. */
const mostBytes = 3 * buildLimits.characters + 4;

function decode(path: string): string | undefined {
  const descriptor = path === '-' ? 0 : openSync(path, 'r');
  try {
    const chunks: Buffer[] = [];
    let size = 0;
    while (size < mostBytes) {
      const chunk = Buffer.allocUnsafe(65_536);
      const read = readChunk(descriptor, chunk);
      if (read === 0) break;
      chunks.push(chunk.subarray(0, read));
      size += read;
    }
    const decoder = new TextDecoder('utf-8', { fatal: true });
    // The last character may be cut when not everything was read.
    return decoder.decode(Buffer.concat(chunks), { stream: size >= mostBytes });
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  } finally {
    if (path !== '-') closeSync(descriptor);
  }
}

/** Standard input that is a terminal or a slow pipe may have nothing yet. */
function readChunk(descriptor: number, chunk: Buffer): number {
  for (;;)
    try {
      return readSync(descriptor, chunk);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
}

function statOf(path: string) {
  const stat = attempt(path, () => statSync(path, { throwIfNoEntry: false }));
  if (!stat) throw new Mistake('missing', { path });
  return stat;
}

function attempt<Value>(path: string, action: () => Value): Value {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new Mistake('unreadable', { path, reason: String(error.code) });
  }
}
