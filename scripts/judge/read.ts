import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parseAllDocuments } from 'yaml';
import { isObject, type Json, type JsonObject } from './json.ts';

/** A file's text; `.gz` files are unpacked, `-` is standard input. */
export function readText(file: string): string {
  const bytes = readFileSync(file === '-' ? 0 : file);
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** The objects of a YAML or JSON file, in order; empty documents are left out. */
export function readDocuments(file: string): JsonObject[] {
  const objects: JsonObject[] = [];
  for (const document of parseAllDocuments(readText(file))) {
    const [error] = document.errors;
    if (error) throw new Error(`${file}: ${error.message}`);
    const value: Json = document.toJS();
    if (isObject(value)) objects.push(value);
  }
  return objects;
}

/** The values of a JSON Lines file. */
export function readLines<Line>(file: string): Line[] {
  // The caller names the shape of the files that this folder's own commands write.
  return readText(file)
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as Line);
}
