import { expect, test } from 'vitest';
import { minors } from '../../../src/lint/index.ts';
import { checkedMinors, lintableMinors, supportedMinors } from '../../../src/site/kubernetes.ts';

test('kubernetes.json and the lint engine know the same minors', () => {
  expect(lintableMinors).toEqual(minors());
});

test('some supported minors are checked in every build', () => {
  expect(checkedMinors.length).toBeGreaterThan(0);
  for (const minor of checkedMinors) expect(supportedMinors).toContain(minor);
});
