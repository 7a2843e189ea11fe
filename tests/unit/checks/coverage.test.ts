import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { checkCoverage } from '../../../src/checks/coverage.node.ts';
import { expandRows } from '../../../src/schemas/coverage.ts';
import { formatProblem } from '../../../src/site/error.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'coverage-'));
  mkdirSync(join(root, 'src/data'), { recursive: true });
  return () => rmSync(root, { recursive: true });
});

function check(sections: string): string {
  writeFileSync(join(root, 'src/data/coverage.yaml'), `rows: { A: 3 }\nsections:\n${sections}`);
  return checkCoverage(root, {
    headings: new Map([['jobs', ['run', 'logs']]]),
    planned: ['jobs', 'secrets'],
  })
    .map(formatProblem)
    .join('\n\n');
}

const section = (rows: string, at: string) => `  - { notes: "7.1", rows: [${rows}], at: ${at} }\n`;

test('a range stands for all its rows', () => {
  expect(expandRows(['A001', 'B008-B011'])).toEqual(['A001', 'B008', 'B009', 'B010', 'B011']);
});

test('every row once, at headings that exist or in chapters that are planned', () => {
  expect(check(section('A001-A002', 'jobs#run') + section('A003', 'secrets#use'))).toBe('');
});

describe('each fault is told', () => {
  test.each([
    ['a row without a place', section('A001-A002', 'jobs#run'), 'A003 の行き先がありません'],
    [
      'a row with two places',
      section('A001-A003', 'jobs#run') + section('A002', 'jobs#logs'),
      'A002 の行き先が2つ',
    ],
    ['a row that the audit does not have', section('A001-A004', 'jobs#run'), '監査の行「A004」がありません'],
    ['a dead anchor', section('A001-A003', 'jobs#runn'), 'jobs 章の見出し「runn」がありません'],
    ['an unknown chapter', section('A001-A003', 'job#run'), '章「job」がありません'],
    ['a range over two letters', section('A001-B003', 'jobs#run'), 'A001 か A008-A010'],
  ])('%s', (_, sections, message) => {
    expect(check(sections)).toContain(message);
  });
});
