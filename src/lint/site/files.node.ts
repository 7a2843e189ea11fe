import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A file's text, or undefined when its bytes are not UTF-8. */
export function readText(path: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Files below a folder whose name matches, with `/`, sorted; hidden folders and node_modules are skipped. */
export function listFiles(folder: string, pattern: RegExp): string[] {
  const found: string[] = [];
  const visit = (current: string) => {
    for (const entry of readdirSync(current, { withFileTypes: true })) {
      const path = join(current, entry.name);
      if (entry.isDirectory()) {
        if (!entry.name.startsWith('.') && entry.name !== 'node_modules') visit(path);
      } else if (pattern.test(entry.name)) found.push(path);
    }
  };
  visit(folder);
  return found.map(path => toSlashes(relative(folder, path))).sort();
}

/** Whether a path is a folder; false when it does not exist. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

export function toSlashes(path: string): string {
  return path.split(sep).join('/');
}
