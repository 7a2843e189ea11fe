import { describe, expect, test } from 'vitest';
import { formatAgreement } from '../../../scripts/judge/agreement.ts';
import { measure, measureMinors } from './support/agreement.ts';

/** Judged by kube-apiserver 1.36.3, see tests/fixtures/apiserver/. */
const sets = [
  ['the given mutations', 'mutations.jsonl.gz', 'bases.yaml', 5388],
  ['mutations of richer bases', 'mutations-b.jsonl.gz', 'bases-b.yaml', 5998],
  ['mutations of bases written after the rules', 'mutations-d.jsonl.gz', 'bases-d.yaml', 6000],
] as const;

describe('the engine and a real API server say the same', () => {
  test.each(sets)('to %s', { timeout: 600_000 }, (name, mutations, bases, count) => {
    const { kinds: rows, differences } = measure(mutations, bases);
    console.info(`${name}\n${formatAgreement(rows)}\n${differences.slice(0, 40).join('\n')}`);
    const sum = (field: 'total' | 'same' | 'falseAlarms' | 'located' | 'samePath') =>
      rows.reduce((total, row) => total + row[field], 0);
    expect(sum('total')).toBe(count);
    expect(sum('falseAlarms')).toBe(0);
    expect(sum('same') / sum('total')).toBeGreaterThanOrEqual(0.995);
    expect(sum('samePath') / sum('located')).toBeGreaterThanOrEqual(0.96);
  });

  test('in each of seven minors, where they differ: 60 of 60', { timeout: 120_000 }, () => {
    const { total, wrong } = measureMinors();
    expect(total).toBe(60);
    expect(wrong).toEqual([]);
  });
});
