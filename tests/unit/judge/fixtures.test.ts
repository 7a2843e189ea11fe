import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { applyOperation, type Mutation } from '../../../scripts/judge/operation.ts';
import { readDocuments, readLines } from '../../../scripts/judge/read.ts';
import { root } from '../../../scripts/lib/run.ts';

const folder = join(root, 'tests/fixtures/apiserver');

describe('ground truth of the lint engine', () => {
  test.each(['', '-b', '-c'])(
    'every line of mutations%s.jsonl.gz fits its base and has a verdict',
    suffix => {
      const bases = readDocuments(join(folder, `bases${suffix}.yaml`));
      const lines = readLines<Mutation & { kind: string; verdict: string }>(
        join(folder, `mutations${suffix}.jsonl.gz`),
      );
      expect(lines.length).toBeGreaterThan(5000);
      for (const { base, kind, op, verdict } of lines) {
        const object = applyOperation(bases[base] ?? {}, op);
        expect([object['kind'], /^(?:accept|reject)$/.test(verdict)]).toEqual([kind, true]);
      }
    },
  );

  test('stays under 1.5 MB', () => {
    const bytes = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
    expect(bytes).toBeLessThan(1_500_000);
  });
});
