import { expect, test } from 'vitest';
import { splitFlags } from '../../../src/site/flags.ts';

test.each([
  {
    name: 'finds short and long flags',
    text: 'kubectl apply -f a.yaml --dry-run=server',
    flags: ['-f', '--dry-run'],
  },
  { name: 'finds a flag that stands alone', text: '--record', flags: ['--record'] },
  { name: 'finds optional flags', text: 'kubectl get [-n NAME]', flags: ['-n'] },
  { name: 'leaves hyphens inside names', text: 'kubectl get pod metrics-server', flags: [] },
  { name: 'leaves lone hyphens', text: 'kubectl exec echo -- sh -', flags: [] },
])('$name', ({ text, flags }) => {
  const parts = splitFlags(text);
  expect(parts.filter((_, index) => index % 2)).toEqual(flags);
  expect(parts.join('')).toBe(text);
});
