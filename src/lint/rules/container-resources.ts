import { checkFormat, checkUnique, type Reporter, someOf, under } from './checks.ts';
import type { Cursor } from './cursor.ts';
import { formats } from './formats.ts';
import { containersOf } from './pod-places.ts';
import { definePodRule } from './pod-rule.ts';
import { one, parseQuantity } from './quantity.ts';
import type { Rule } from './rule.ts';

const standard = ['cpu', 'memory', 'ephemeral-storage'];

/** Requests and limits of containers. */
export const containerResourceRules: readonly Rule[] = [
  definePodRule('pod/resources', (context, { spec }) => {
    for (const container of containersOf(spec)) checkRequirements(context, container.get('resources'));
    const overhead = spec.get('overhead');
    for (const [name, amount] of overhead.entries())
      checkResource(context, name, under(amount, [...overhead.path, 'limits', name]));
  }),
  definePodRule(
    'pod/resource-claim',
    (context, { spec }) => {
      const known = new Set<string>();
      for (const claim of spec.get('resourceClaims').items()) checkClaim(context, claim, known);
      const names = someOf(known);
      for (const container of containersOf(spec))
        checkUses(context, container.get('resources', 'claims'), known, names);
    },
    '1.34',
  ),
];

/** An amount in a map of amounts: null is 0. */
export function amountOf(amount: Cursor): bigint | undefined {
  return amount.isSet ? parseQuantity(amount.text) : 0n;
}

/** Limits and requests. */
export function checkRequirements(
  reporter: Reporter,
  resources: Cursor,
  checkName: typeof checkResourceName = checkResourceName,
): void {
  const [limits, requests] = [resources.get('limits'), resources.get('requests')];
  for (const [name, amount] of [...limits.entries(), ...requests.entries()])
    checkResource(reporter, name, amount, checkName);
  const most = new Map(limits.entries());
  for (const [name, amount] of requests.entries())
    checkAgainstLimit(reporter, name, amount, requests, limits, most);
  const names = [...limits.entries(), ...requests.entries()].map(([name]) => name);
  if (names.some(isHugePages) && !names.some(name => name === 'cpu' || name === 'memory'))
    reporter.report(resources, 'needs', { field: 'hugepages', needed: 'cpu, memory' });
}

function checkAgainstLimit(
  { report }: Reporter,
  name: string,
  request: Cursor,
  requests: Cursor,
  limits: Cursor,
  known: ReadonlyMap<string, Cursor>,
): void {
  const limit = known.get(name);
  const [asked, most] = [amountOf(request), limit && amountOf(limit)];
  const mustEqual = !isNative(name) || isHugePages(name);
  if (!limit) {
    if (mustEqual) report(under(request, limits.path), 'needs', { field: name, needed: 'limits' });
    return;
  }
  if (asked === undefined || most === undefined) return;
  const params = { value: request.text ?? '', other: `limits.${name}`, wanted: limit.text ?? '0' };
  if (mustEqual && asked !== most) report(under(request, requests.path), 'must-equal', params);
  else if (asked > most) report(under(request, requests.path), 'at-most', params);
}

function checkResource(
  reporter: Reporter,
  name: string,
  amount: Cursor,
  checkName: typeof checkResourceName = checkResourceName,
): void {
  checkName(reporter, name, amount);
  const value = amount.text ?? '';
  const size = parseQuantity(value);
  if (size === undefined) return;
  if (size < 0n) reporter.report(amount, 'negative', { value });
  // The server looks at thousandths.
  if (!isNative(name) && ((size + 999_999n) / 1_000_000n) % 1000n !== 0n)
    reporter.report(amount, 'not-integer', { value });
  if (!isHugePages(name)) return;
  const page = parseQuantity(name.slice('hugepages-'.length));
  if (page === undefined || page <= 0n || page % one !== 0n || ceil(size) % (page / one) !== 0n)
    reporter.report(amount, 'not-multiple', { value, of: name });
}

function ceil(size: bigint): bigint {
  return (size + one - 1n) / one;
}

function checkResourceName({ reportKey }: Reporter, name: string, at: Cursor): void {
  const isPlain = !name.includes('/');
  const isKnown = isPlain ? standard.includes(name) || isHugePages(name) : isNative(name) || isExtended(name);
  if (!formats.qualified(name) || !isKnown)
    reportKey(at, 'resource-name', { value: name, allowed: standard });
}

/** Names of Kubernetes itself; anything else is an extended resource, such as a device. */
function isNative(name: string): boolean {
  return !name.includes('/') || name.includes('kubernetes.io/');
}

function isExtended(name: string): boolean {
  return !name.startsWith('requests.') && formats.qualified(`requests.${name}`);
}

export function isHugePages(name: string): boolean {
  return name.startsWith('hugepages-');
}

/** A claim of the pod; `known` collects the names. */
function checkClaim(reporter: Reporter, claim: Cursor, known: Set<string>): void {
  const name = claim.get('name');
  checkFormat(reporter, name, 'label');
  checkUnique(reporter, [name], undefined, known);
  const fields = ['resourceClaimName', 'resourceClaimTemplateName'];
  const set = fields.map(field => claim.get(field)).filter(({ isSet }) => isSet);
  if (set.length === 0) reporter.report(claim, 'one-of', { fields });
  if (set.length > 1) reporter.report(claim, 'only-one', { fields });
  for (const at of set)
    if (!formats.subdomain(at.string ?? ''))
      reporter.report(at, 'bad-format', { value: at.string ?? '', format: 'subdomain' });
}

function checkUses(
  reporter: Reporter,
  claims: Cursor,
  known: ReadonlySet<string>,
  names: readonly string[],
): void {
  const [seen, parts] = [new Set<string>(), new Set<string>()];
  for (const claim of claims.items()) {
    const name = claim.get('name').string;
    const request = claim.get('request').string;
    checkFormat(reporter, claim.get('request'), 'label');
    if (!name) {
      reporter.report(claim, 'required', { field: 'name', empty: false, enforced: true });
      continue;
    }
    const key = request ? `${name}/${request}` : name;
    if (seen.has(name) || seen.has(key) || (!request && parts.has(name)))
      reporter.report(claim, 'duplicate', { value: key });
    seen.add(key);
    if (request) parts.add(name);
    if (!known.has(name))
      reporter.report(claim, 'not-found', { value: name, what: 'resourceClaim', known: names });
  }
}
