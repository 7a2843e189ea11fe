import { describe, expect, test } from 'vitest';
import { formatAgreement } from '../../../scripts/judge/agreement.ts';
import { measure, measureMinors } from './support/agreement.ts';

/** Kinds whose rules are written: pods and what makes pods. */
const kinds = new Set([
  'CronJob',
  'DaemonSet',
  'Deployment',
  'Job',
  'Pod',
  'PodTemplate',
  'ReplicaSet',
  'ReplicationController',
  'StatefulSet',
]);

/** Judged by kube-apiserver 1.36.3, see tests/fixtures/apiserver/. */
const sets = [
  ['the given mutations', 'mutations.jsonl.gz', 'bases.yaml'],
  ['mutations of richer bases', 'mutations-b.jsonl.gz', 'bases-b.yaml'],
] as const;

describe('the engine and a real API server say the same', () => {
  test.each(sets)('to %s', { timeout: 60_000 }, (name, mutations, bases) => {
    const { kinds: rows, differences } = measure(mutations, bases, kind => kinds.has(kind));
    console.info(`${name}\n${formatAgreement(rows)}\n${differences.slice(0, 20).join('\n')}`);
    const sum = (field: 'total' | 'same' | 'falseAlarms' | 'located' | 'samePath') =>
      rows.reduce((total, row) => total + row[field], 0);
    expect(sum('falseAlarms')).toBe(0);
    expect(sum('same') / sum('total')).toBeGreaterThanOrEqual(0.995);
    expect(sum('samePath') / sum('located')).toBeGreaterThanOrEqual(0.96);
  });

  test('in each of seven minors, where they differ', () => {
    const { total, wrong } = measureMinors(kind => kinds.has(kind));
    expect(total).toBeGreaterThan(50);
    expect(wrong).toEqual([]);
  });
});
