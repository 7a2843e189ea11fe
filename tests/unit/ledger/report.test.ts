import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../../scripts/lib/run.ts';
import { verificationReport } from '../../../scripts/verify/report.ts';

/** The part that `npm run verify` mends. */
const manifests = (report: string) => /## Manifests\n([\s\S]*?)\n## /.exec(report)?.[1];

test('docs/VERIFICATION.md says what the ledger says', () => {
  const written = readFileSync(join(root, 'docs/VERIFICATION.md'), 'utf8');
  expect(manifests(written)).toContain('| 1.36.3 |');
  expect(manifests(written), 'npm run verification').toBe(manifests(verificationReport()));
});
