import { expect, test } from 'vitest';
import { compare, formatAgreement } from '../../../scripts/judge/agreement.ts';
import type { Finding } from '../../../scripts/judge/engine.ts';

const error = (path: string): Finding => ({
  file: '0.yaml',
  level: 'error',
  path,
  rule: 'a/b',
  message: 'no',
});
const refused = {
  verdict: 'reject' as const,
  code: 422,
  fields: ['spec.x'],
  message: 'spec.x: Required value',
};

test('counts misses, false alarms and equal paths per kind', () => {
  const judged = [
    { kind: 'Pod', label: 'found', ...refused },
    { kind: 'Pod', label: 'elsewhere', ...refused },
    { kind: 'Pod', label: 'missed', ...refused },
    { kind: 'Job', label: 'alarm', verdict: 'accept' as const },
    { kind: 'Job', label: 'hint', verdict: 'accept' as const },
  ];
  const findings = new Map([
    [0, [error('spec.x')]],
    [1, [error('spec.y')]],
    [3, [error('spec')]],
    [4, [{ ...error('spec'), level: 'info' }]],
  ]);
  const { kinds, differences } = compare(judged, findings);
  expect(differences.map(text => text.split('\n')[0])).toEqual([
    'missed       Pod missed',
    'false alarm  Job alarm',
  ]);
  expect(formatAgreement(kinds)).toMatchInlineSnapshot(`
    "kind  mutations  same verdict  missed  false alarms  same path
    Job           2       50.00 %       0             1          -
    Pod           3       66.67 %       1             0    50.00 %
    all           5       60.00 %       1             1    50.00 %"
  `);
});
