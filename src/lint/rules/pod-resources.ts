import { type Reporter, under } from './checks.ts';
import { amountOf, checkRequirements, isHugePages } from './container-resources.ts';
import type { Cursor } from './cursor.ts';
import { formats } from './formats.ts';
import { isSidecar, type PodPlace } from './pod-places.ts';
import { definePodRule } from './pod-rule.ts';
import { parseQuantity } from './quantity.ts';
import type { Rule } from './rule.ts';

const allowed = ['cpu', 'memory'];

/** Requests and limits of a whole pod. */
export const podResourceRules: readonly Rule[] = [
  definePodRule(
    'pod/pod-resources',
    (context, pod) => {
      const resources = pod.spec.get('resources');
      if (!resources.isSet || pod.spec.get('os', 'name').string === 'windows') return;
      const claims = resources.get('claims');
      if (claims.isSet) context.reportKey(claims, 'forbidden', { field: 'claims', beside: 'spec.resources' });
      checkRequirements(context, resources, checkName);
      checkSums(context, resources, pod);
      const all = new Map(resources.get('limits').entries());
      for (const container of pod.spec.get('containers').items())
        checkShare(context, container, resources, all);
    },
    '1.34',
  ),
];

function checkName({ reportKey }: Reporter, name: string, at: Cursor): void {
  const isKnown = allowed.includes(name) || isHugePages(name);
  if (!isKnown || !formats.qualified(name))
    reportKey(at, 'enum', { value: name, allowed: [...allowed, 'hugepages-'] });
}

/** No container may take more than the whole pod. */
function checkShare(
  { report }: Reporter,
  container: Cursor,
  resources: Cursor,
  all: ReadonlyMap<string, Cursor>,
): void {
  for (const [name, limit] of container.get('resources', 'limits').entries()) {
    const whole = all.get(name);
    const [own, most] = [amountOf(limit), whole && amountOf(whole)];
    if (!whole || own === undefined || most === undefined || own <= most) continue;
    const path = [...resources.path, 'containers', ...container.path.slice(-1), name, 'limits'];
    report(under(limit, path), 'at-most', {
      value: limit.text ?? '',
      other: `spec.resources.limits.${name}`,
      wanted: whole.text ?? '0',
    });
  }
}

/** What the containers ask for together, as the scheduler counts it, is the least that the pod can ask for. */
function checkSums({ report }: Reporter, resources: Cursor, { spec, isPod }: PodPlace): void {
  for (const name of allowed) {
    const needed = sumOf(spec, name, isPod);
    const [own, most] = [resources.get('requests', name), resources.get('limits', name)];
    const isWritten = resources
      .get('requests')
      .entries()
      .some(([key]) => key === name);
    const asked = isWritten ? amountOf(own) : undefined;
    const wanted = `${Number(needed) / 1e9}`;
    if (asked !== undefined && needed > asked) report(own, 'at-least', { value: own.text ?? '0', wanted });
    // In a pod the server writes the sum where no request is written.
    const limit = parseQuantity(most.text);
    if (isPod && !isWritten && limit !== undefined && needed > limit)
      report(under(most, resources.get('requests').path), 'at-least', { value: most.text ?? '', wanted });
  }
}

function sumOf(spec: Cursor, name: string, isPod: boolean): bigint {
  const ask = (container: Cursor) => {
    const [requests, limits] = [container.get('resources', 'requests'), container.get('resources', 'limits')];
    const isWritten = !isPod || requests.entries().some(([key]) => key === name);
    return parseQuantity((isWritten ? requests : limits).get(name).text) ?? 0n;
  };
  let [running, highest] = [0n, 0n];
  for (const container of spec.get('initContainers').items()) {
    const peak = running + ask(container);
    if (isSidecar(container)) running = peak;
    if (peak > highest) highest = peak;
  }
  const together = spec
    .get('containers')
    .items()
    .reduce((sum, container) => sum + ask(container), running);
  return together > highest ? together : highest;
}
