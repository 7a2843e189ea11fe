import { expect, test } from 'vitest';
import { foldLines, readSource } from '../../../src/diagram/source.ts';

test('keeps the line numbers of the fence', () => {
  const source = readSource('\n%% comment\nflowchart TB\r\n  accTitle: 題\n  %% comment\n  a["A"]');
  expect(source.text).toBe('flowchart TB\n  accTitle: 題\n  a["A"]');
  expect(source.lines).toEqual([3, 4, 6]);
  expect(source.code).toEqual([
    { line: 3, text: 'flowchart TB' },
    { line: 6, text: '  a["A"]' },
  ]);
});

test.each([
  { name: 'one line', text: 'accDescr: 説明です。', description: '説明です。' },
  { name: 'a block', text: 'accDescr {\n  Podを\n  作ります。\n}', description: 'Podを作ります。' },
  { name: 'a block in one line', text: 'accDescr { 説明です。 }', description: '説明です。' },
  { name: 'nothing', text: 'accDescr:', description: '' },
])('reads a description of $name', ({ text, description }) => {
  expect(readSource(`flowchart TB\n${text}\na["A"]`)).toMatchObject({ description, code: [{ line: 1 }, {}] });
});

test.each([
  { lines: ['作り、', '動かします'], folded: '作り、動かします' },
  { lines: ['kube-proxy', 'and kubelet'], folded: 'kube-proxy and kubelet' },
  { lines: ['Pod', 'を作る', 'Service'], folded: 'Podを作るService' },
  { lines: ['', ' a b ', ''], folded: 'a b' },
])('folds $lines', ({ lines, folded }) => {
  expect(foldLines(lines)).toBe(folded);
});
