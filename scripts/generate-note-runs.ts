// node scripts/generate-note-runs.ts FOLDER
// Writes src/data/note-runs.txt: hashes of every 15-character run of the study notes in FOLDER, with which
// src/checks/copies.node.ts tells that no sentence of theirs was copied. The notes themselves are not published.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashRun, runsOf } from '../src/checks/copies.node.ts';
import { code } from '../src/checks/prose.node.ts';

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('Name the folder of the notes: node scripts/generate-note-runs.ts FOLDER');
  process.exit(2);
}
const runs = readdirSync(folder).flatMap(name => {
  const text = readFileSync(join(folder, name), 'utf8');
  return runsOf(text.replace(/^ *(```|~~~)[\s\S]*?^ *\1/gm, code).replace(/`[^`\n]*`/g, code));
});
const hashes = [...new Set(runs.map(hashRun))].sort();
const lines = hashes.flatMap((_, index) =>
  index % 14 === 0 ? [hashes.slice(index, index + 14).join(' ')] : [],
);
writeFileSync(join(import.meta.dirname, '../src/data/note-runs.txt'), `${lines.join('\n')}\n`);
console.log(`${hashes.length} runs`);
