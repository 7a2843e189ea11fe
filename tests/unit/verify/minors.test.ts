import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../../scripts/lib/run.ts';
import { withRelease } from '../../../scripts/verify/minors.ts';

const list =
  '{ "minor": "1.36", "verifiable": "1.36.3" },\n{ "minor": "1.37", "lintable": false, "verifiable": null }';

test('gives a minor without a release this one, and leaves the rest of the list as it is', () => {
  expect(withRelease(list, '1.37.2')).toBe(list.replace('null', '"1.37.2"'));
});

test.each(['1.36.4', '1.38.0', ''])('leaves the list alone for %j', release => {
  expect(withRelease(list, release)).toBeUndefined();
});

test('reads the list of the project', () => {
  const text = readFileSync(join(root, 'src/data/kubernetes.json'), 'utf8');
  expect(withRelease(text, '1.29.15')).toContain(
    '"minor": "1.29", "supported": false, "lintable": true, "verifiable": "1.29.15"',
  );
});
