import {
  checkFormat,
  checkNotNegative,
  checkOneOf,
  checkRange,
  checkRequired,
  checkSet,
  checkSetOneOf,
  under,
} from './checks.ts';
import type { ObjectContext } from './context.ts';
import { checkLabels } from './labels.ts';
import { fail, needsFormat, needsPositive } from './object-checks.ts';
import { one, parseQuantity } from './quantity.ts';
import { checkContainerResourceName } from './resource-names.ts';
import { defineRule, type Rule } from './rule.ts';

const effects = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];
const systemClasses = ['system-node-critical', 'system-cluster-critical'];

function checkRuntime(context: ObjectContext): void {
  const { root, report } = context;
  const path = root.path;
  needsFormat(context, root.get('handler'), 'label');
  for (const [name, amount] of root.get('overhead', 'podFixed').entries()) {
    const at = under(amount, [...path, 'overhead', 'limits', name]);
    checkContainerResourceName(context, name, at);
    const value = amount.text ?? '0';
    const size = parseQuantity(value) ?? 0n;
    if (size < 0n) report(at, 'negative', { value });
    const page = parseQuantity(/^hugepages-(.*)$/.exec(name)?.[1]);
    if (page && (size % one !== 0n || size % page !== 0n)) report(at, 'not-multiple', { value, of: name });
    if (name.includes('/') && !name.includes('kubernetes.io/') && size % one !== 0n)
      report(at, 'not-integer', { value });
  }
  checkLabels(context, root.get('scheduling', 'nodeSelector'));
}

/** Tolerations of a RuntimeClass: those of a pod are checked with the pod. */
function checkTolerations(context: ObjectContext): void {
  const { root, report, reportKey } = context;
  const seen = new Set<string>();
  for (const at of root.get('scheduling', 'tolerations').items()) {
    const operator = at.get('operator');
    const name = operator.string || 'Equal';
    const key = at.get('key');
    const effect = at.get('effect');
    checkFormat(context, key, 'qualified');
    if (!key.string && name !== 'Exists') report(operator, 'enum', { value: name, allowed: ['Exists'] });
    if (at.get('tolerationSeconds').isSet && effect.string !== 'NoExecute')
      report(effect, 'enum', { value: effect.string ?? '', allowed: ['NoExecute'] });
    checkOneOf(context, operator, ['Equal', 'Exists']);
    const value = at.get('value');
    if (name === 'Exists' && value.string)
      reportKey(under(value, operator.path), 'forbidden', { field: 'value', beside: 'operator: Exists' });
    else checkFormat(context, value, 'label-value', operator.path);
    checkOneOf(context, effect, effects);
    const same = [key, operator, value, effect].map(part => part.string ?? '').join(' ');
    if (seen.has(same)) report(at, 'duplicate', { value: same });
    seen.add(same);
  }
}

/** Small kinds of the cluster. */
export const smallKindRules: readonly Rule[] = [
  defineRule({
    id: 'priorityclass/fields',
    level: 'error',
    kinds: ['PriorityClass'],
    check(context) {
      const { root, report } = context;
      const name = root.get('metadata', 'name');
      const isSystem = systemClasses.includes(name.string ?? '');
      if (!isSystem && name.string?.startsWith('system-')) fail(context, name, 'system-prefix');
      const value = root.get('value');
      if (!isSystem && (value.number ?? 0) > 1e9)
        report(value, 'out-of-range', { value: value.number ?? 0, min: -(2 ** 31), max: 1e9 });
      const policy = root.get('preemptionPolicy');
      if (policy.string === '') checkRequired(context, policy);
      else checkSetOneOf(context, policy, ['PreemptLowerPriority', 'Never']);
    },
  }),
  defineRule({ id: 'runtimeclass/fields', level: 'error', kinds: ['RuntimeClass'], check: checkRuntime }),
  defineRule({
    id: 'runtimeclass/toleration',
    level: 'error',
    kinds: ['RuntimeClass'],
    check: checkTolerations,
  }),
  defineRule({
    id: 'lease/fields',
    level: 'error',
    kinds: ['Lease'],
    check(context) {
      const spec = context.root.get('spec');
      checkRange(context, spec.get('leaseDurationSeconds'), 1);
      checkNotNegative(context, spec, 'leaseTransitions');
    },
  }),
  defineRule({
    id: 'apiservice/fields',
    level: 'error',
    kinds: ['APIService'],
    check: checkApiService,
  }),
  defineRule({ id: 'csr/fields', level: 'error', kinds: ['CertificateSigningRequest'], check: checkCsr }),
];

function checkApiService(context: ObjectContext): void {
  const { root, report } = context;
  const spec = root.get('spec');
  const version = spec.get('version').string ?? '';
  const group = spec.get('group').string ?? '';
  const name = root.get('metadata', 'name');
  const wanted = `${version}.${group}`;
  if (name.string !== undefined && name.string !== wanted)
    report(name, 'must-equal', { value: name.string, other: 'spec.version.spec.group', wanted });
  if (group !== '' || version !== 'v1') needsFormat(context, spec.get('group'), 'subdomain');
  if (spec.get('version').isSet) checkSet(context, spec.get('version'), 'label-1035');
  else report(spec.get('version'), 'bad-format', { value: '', format: 'label-1035' });
  needsPositive(context, spec.get('groupPriorityMinimum'), 20_000);
  needsPositive(context, spec.get('versionPriority'), 1000);
  const service = spec.get('service');
  const bundle = spec.get('caBundle');
  const insecure = spec.get('insecureSkipTLSVerify');
  if (service.isSet) {
    for (const field of ['namespace', 'name']) checkRequired(context, service.get(field));
    checkRange(context, service.get('port'), 1, 65_535);
    if (insecure.boolean && bundle.string)
      context.reportKey(insecure, 'forbidden', { field: 'insecureSkipTLSVerify', beside: 'caBundle' });
    return;
  }
  for (const at of [bundle, insecure])
    if (at.string || at.boolean)
      context.report(at, 'needs', { field: String(at.path.at(-1)), needed: 'service' });
}

const usages =
  'any|cert sign|client auth|code signing|content commitment|crl sign|data encipherment|decipher only|digital signature|email protection|encipher only|ipsec end system|ipsec tunnel|ipsec user|key agreement|key encipherment|microsoft sgc|netscape sgc|ocsp signing|s/mime|server auth|signing|timestamping'.split(
    '|',
  );

function checkCsr(context: ObjectContext): void {
  const spec = context.root.get('spec');
  checkRange(context, spec.get('expirationSeconds'), 600);
  const request = spec.get('request');
  if (!isCertificateRequest(request.string ?? ''))
    context.report(request, 'wrong', { reason: 'certificate-request' });
  needsFormat(context, spec.get('signerName'), 'signer');
  const list = spec.get('usages');
  checkRequired(context, list);
  const seen = new Set<string>();
  for (const usage of list.items()) {
    const value = usage.string ?? '';
    if (!usages.includes(value)) context.report(usage, 'enum', { value, allowed: usages });
    if (seen.has(value)) context.report(usage, 'duplicate', { value });
    seen.add(value);
  }
}

function isCertificateRequest(base64: string): boolean {
  try {
    return /-----BEGIN (NEW )?CERTIFICATE REQUEST-----/.test(atob(base64.replace(/\s/g, '')));
  } catch {
    return true;
  }
}
