import { expect, test } from 'vitest';
import { checkResources } from '../../../src/checks/resources.node.ts';
import book from '../../../src/data/book.json' with { type: 'json' };

const planned = book.parts.flatMap(part => part.chapters);

test('every kind of the table is served, and every chapter is planned', () => {
  expect(checkResources(new Map(), planned)).toEqual([]);
});

test('a place that a written chapter lacks is found', () => {
  const problems = checkResources(new Map([['pods', ['containers']]]), planned);
  expect(problems.map(({ where }) => where)).toEqual(['src/data/resources.json (Pod)']);
});

test('a chapter that nobody plans is found', () => {
  const without = planned.filter(slug => slug !== 'autoscaling');
  expect(checkResources(new Map(), without).map(({ where }) => where)).toEqual([
    'src/data/resources.json (HorizontalPodAutoscaler)',
  ]);
});
