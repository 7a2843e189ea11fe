import type { Reporter } from './checks.ts';
import type { Cursor } from './cursor.ts';
import { formats } from './formats.ts';

export const computeNames: readonly string[] = ['cpu', 'memory', 'ephemeral-storage'];

/** What a quota counts: whole numbers only. */
export const countedNames: readonly string[] = [
  'pods',
  'resourcequotas',
  'services',
  'replicationcontrollers',
  'secrets',
  'configmaps',
  'persistentvolumeclaims',
  'services.nodeports',
  'services.loadbalancers',
];

const requestNames = ['requests', 'limits'].flatMap(group => computeNames.map(name => `${group}.${name}`));
export const quotaNames: readonly string[] = [
  ...computeNames,
  ...requestNames,
  'requests.storage',
  ...countedNames,
];
const standardNames = [...quotaNames, 'storage'];

function isHugePages(name: string): boolean {
  return /^(requests\.)?hugepages-/.test(name);
}

/** A name without a prefix must be one of Kubernetes' own. `allowed` are those that fit here. */
export function checkResourceName(
  { report }: Reporter,
  name: string,
  at: Cursor,
  allowed: readonly string[] = standardNames,
): void {
  const isKnown = name.includes('/') || isHugePages(name) || allowed.includes(name);
  if (!formats.qualified(name) || !isKnown) report(at, 'resource-unknown', { value: name, allowed });
}

/** A name that a container can ask for. */
export function checkContainerResourceName(reporter: Reporter, name: string, at: Cursor): void {
  if (name.startsWith('requests.') && name.includes('/'))
    reporter.report(at, 'resource-unknown', { value: name, allowed: computeNames });
  else checkResourceName(reporter, name, at, computeNames);
}
