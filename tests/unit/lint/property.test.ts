import { expect, test } from 'vitest';
import { compareFindings, lintText } from '../../../src/lint/index.ts';
import { mutate, random, seeds } from './support/broken-text.ts';

/** What must hold of every result, whatever the text; the text's problems in words. */
function broken(text: string): string[] {
  const { findings, objects } = lintText(text, { file: 'f', locale: 'en' });
  const lines = text.split('\n').map(line => line.length + 1);
  const inside = (line: number, column: number) => column >= 1 && column <= (lines[line - 1] ?? 0);
  const problems: string[] = [];
  for (const { line, column, endLine, endColumn } of findings) {
    if (!inside(line, column) || !inside(endLine, endColumn))
      problems.push(`${line}:${column}-${endLine}:${endColumn} outside`);
    if (endLine < line || (endLine === line && endColumn < column))
      problems.push(`${line}:${column} ends before it starts`);
  }
  if (findings.toSorted(compareFindings).some((finding, index) => finding !== findings[index]))
    problems.push('not sorted');
  const again = lintText(text, { file: 'f', locale: 'en' });
  if (JSON.stringify(again) !== JSON.stringify({ findings, objects })) problems.push('not repeatable');
  return problems;
}

test('nothing is thrown, positions are inside the text, findings are sorted, and results are repeatable', () => {
  const next = random(20260131);
  const texts = Array.from({ length: 1500 }, (_, i) => mutate(seeds[i % seeds.length] ?? '', next));
  expect(
    texts.map(text => ({ text, problems: broken(text) })).filter(({ problems }) => problems.length > 0),
  ).toEqual([]);
}, 60_000);
