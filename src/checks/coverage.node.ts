import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { coverage, expandRows, rowId } from '../schemas/coverage.ts';
import type { Problem } from '../site/error.ts';
import { missing } from './chapter.node.ts';
import { readFile } from './data.node.ts';
import { checkPlace, type Places } from './place.node.ts';

const file = 'src/data/coverage.yaml';

/**
 * Nothing in the notes is lost: every audited row has exactly one place, and the place exists.
 */
export function checkCoverage(root: string, book: Places): Problem[] {
  if (!existsSync(join(root, file))) return [];
  const problems: Problem[] = [];
  const data = readFile(root, file, coverage, problems);
  if (!data) return problems;
  const places = new Map<string, string[]>();
  for (const { notes, rows, at } of data.sections) {
    problems.push(...checkPlace(`${file} (${notes})`, at, book));
    for (const row of expandRows(rows)) places.set(row, [...(places.get(row) ?? []), at]);
  }
  const known = Object.entries(data.rows).flatMap(([letter, count]) =>
    Array.from({ length: count }, (_, index) => rowId(letter, index + 1)),
  );
  for (const row of known) {
    const found = places.get(row) ?? [];
    if (found.length !== 1) problems.push(misplaced(row, found));
  }
  for (const row of places.keys())
    if (!known.includes(row)) problems.push(missing(file, '監査の行', row, known));
  return problems;
}

function misplaced(row: string, places: readonly string[]): Problem {
  return {
    where: file,
    what:
      places.length === 0
        ? `監査の行 ${row} の行き先がありません。`
        : `監査の行 ${row} の行き先が${places.length}つあります: ${places.join('、')}`,
    why: 'ノートの記述を1つも失わないために、どの行にも行き先を1つだけ決めます。',
    fix: 'sections の rows で、その行を扱う見出しに1回だけ書いてください。',
  };
}
