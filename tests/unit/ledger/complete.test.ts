import { expect, test } from 'vitest';
import { root } from '../../../scripts/lib/run.ts';
import { checkLedger } from '../../../src/ledger/check.ts';
import { readLedger } from '../../../src/ledger/read.node.ts';
import { loadRegistry } from '../../../src/registry/load.node.ts';
import { formatProblem } from '../../../src/site/error.ts';

test('every manifest was judged by real API servers in exactly these bytes', () => {
  const { files, sets } = loadRegistry(root);
  const problems = checkLedger(
    files,
    readLedger(root),
    [...sets.values()].flatMap(({ value }) => value.steps),
  );
  const paths = problems.map(({ where }) => where.replace('manifests/', ''));
  expect(
    problems.map(formatProblem),
    `${problems.length} of ${files.length} manifests need new records. Mend it: npm run verify -- ${paths.join(' ')}`,
  ).toEqual([]);
});
