import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../../scripts/lib/run.ts';
import { checkResources } from '../../../src/checks/resources.node.ts';
import book from '../../../src/data/book.json' with { type: 'json' };

const planned = book.parts.flatMap(part => part.chapters);
const wheres = (problems: { where: string }[]) => problems.map(({ where }) => where);

test('every kind of the table is served, and every chapter is planned', () => {
  expect(checkResources(root, { headings: new Map(), planned })).toEqual([]);
});

test('a place that a written chapter lacks is found', () => {
  const headings = new Map([['pods', ['containers']]]);
  expect(wheres(checkResources(root, { headings, planned }))).toEqual(['src/data/resources.json (Pod)']);
});

test('a chapter that nobody plans is found', () => {
  const without = planned.filter(slug => slug !== 'autoscaling');
  expect(wheres(checkResources(root, { headings: new Map(), planned: without }))).toEqual([
    'src/data/resources.json (HorizontalPodAutoscaler)',
  ]);
});

test('a version that servers no longer have is found', () => {
  const other = mkdtempSync(join(tmpdir(), 'resources-'));
  mkdirSync(join(other, 'src/data'), { recursive: true });
  const old = { kind: 'CronJob', apiVersion: 'batch/v1beta1', ja: '決めた時刻にJobを作る', at: 'cronjobs' };
  const table = { _comment: '', parts: [{ title: 'ワークロード', resources: [old] }] };
  writeFileSync(join(other, 'src/data/resources.json'), JSON.stringify(table));
  const [problem] = checkResources(other, { headings: new Map(), planned });
  rmSync(other, { recursive: true });
  expect(problem?.what).toBe('batch/v1beta1のCronJobは、1.35、1.36のサーバーにありません。');
});
