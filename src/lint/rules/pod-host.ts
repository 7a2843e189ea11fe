import { checkFormat, checkOneOf, checkRange, checkSet, forbid, under } from './checks.ts';
import type { ObjectContext } from './context.ts';
import type { Cursor } from './cursor.ts';
import { formats } from './formats.ts';
import { containersOf } from './pod-places.ts';
import { definePodRule } from './pod-rule.ts';
import type { Rule } from './rule.ts';

/** Names, times and namespaces of a pod. */
export const podHostRules: readonly Rule[] = [
  definePodRule('pod/policy', (context, { spec }) => {
    checkOneOf(context, spec.get('restartPolicy'), ['Always', 'OnFailure', 'Never']);
    checkOneOf(context, spec.get('dnsPolicy'), [
      'ClusterFirstWithHostNet',
      'ClusterFirst',
      'Default',
      'None',
    ]);
    const preemption = spec.get('preemptionPolicy');
    if (preemption.string !== undefined)
      checkNotEmptyOneOf(context, preemption, ['PreemptLowerPriority', 'Never']);
    checkRange(context, spec.get('activeDeadlineSeconds'), 1, 2 ** 31 - 1);
  }),
  definePodRule('pod/name', (context, { spec, claims }) => {
    for (const field of ['serviceAccountName', 'priorityClassName'])
      checkFormat(context, spec.get(field), 'subdomain');
    // The old name of the field counts where the new one is not set.
    const account = [...spec.path, 'serviceAccountName'];
    if (!spec.get('serviceAccountName').string)
      checkFormat(context, spec.get('serviceAccount'), 'subdomain', account);
    checkSet(context, spec.get('runtimeClassName'), 'subdomain');
    // A StatefulSet sets both itself.
    if (context.kind !== 'StatefulSet' && claims.length === 0)
      for (const field of ['hostname', 'subdomain']) checkFormat(context, spec.get(field), 'label');
    if (context.isAtLeast('1.35')) checkOverride(context, spec);
  }),
  definePodRule('pod/host-users', (context, { spec }) => {
    if (spec.get('hostUsers').boolean !== false || !context.isAtLeast('1.30')) return;
    for (const [field, called] of [
      ['hostNetwork', 'hostNetwork'],
      ['hostPID', 'HostPID'],
      ['hostIPC', 'HostIPC'],
    ] as const) {
      const at = spec.get(field);
      if (at.boolean)
        context.report(under(at, [...spec.path, called]), 'forbidden', { field, beside: 'hostUsers: false' });
    }
    if (!context.isAtLeast('1.35')) return;
    for (const container of containersOf(spec))
      if (container.get('volumeDevices').items().length > 0)
        forbid(context, container.get('volumeDevices'), 'hostUsers: false');
  }),
  definePodRule('pod/dns', (context, { spec }) => {
    const config = spec.get('dnsConfig');
    const servers = config.get('nameservers');
    if (spec.get('dnsPolicy').string === 'None' && servers.items().length === 0) {
      const at = config.isSet ? servers : config;
      context.report(at, 'needs', { field: 'dnsPolicy: None', needed: 'dnsConfig.nameservers' });
      return;
    }
    const count = servers.items().length;
    if (count > 3) context.report(servers, 'too-many', { count, max: 3 });
    for (const server of servers.items()) checkIp(context, server);
    checkSearches(context, config.get('searches'));
    for (const option of config.get('options').items())
      if (!option.get('name').string)
        context.report(option, 'required', { field: 'name', empty: false, enforced: true });
  }),
  definePodRule('pod/host-alias', (context, { spec }) => {
    for (const alias of spec.get('hostAliases').items()) {
      checkIp(context, alias.get('ip'));
      for (const name of alias.get('hostnames').items())
        if (name.isSet) checkSet(context, name, 'subdomain');
        else context.report(name, 'bad-format', { value: '', format: 'subdomain' });
    }
  }),
];

function checkNotEmptyOneOf(context: ObjectContext, at: Cursor, allowed: readonly string[]): void {
  const value = at.string ?? '';
  if (!allowed.includes(value)) context.report(at, 'enum', { value, allowed });
}

function checkOverride(context: ObjectContext, spec: Cursor): void {
  const override = spec.get('hostnameOverride');
  if (!override.isSet) return;
  checkSet(context, override, 'subdomain');
  const value = override.string ?? '';
  if (value.length > 64) context.report(override, 'too-long', { value, max: 64 });
  for (const field of ['setHostnameAsFQDN', 'hostNetwork'])
    if (spec.get(field).boolean) forbid(context, override, `${field}: true`);
}

function checkIp(context: ObjectContext, ip: Cursor): void {
  const format = context.isAtLeast('1.36') ? 'strict-ip' : 'ip';
  if (ip.isSet) checkSet(context, ip, format);
  else context.report(ip, 'bad-format', { value: '', format });
}

function checkSearches(context: ObjectContext, searches: Cursor): void {
  const items = searches.items();
  if (items.length > 32) context.report(searches, 'too-many', { count: items.length, max: 32 });
  const isRelaxed = context.isAtLeast('1.33');
  for (const search of items) {
    const value = search.string ?? '';
    if (isRelaxed && value === '.') continue;
    const name = value.endsWith('.') ? value.slice(0, -1) : value;
    const format = isRelaxed ? 'search' : 'subdomain';
    if (!formats[format](name)) context.report(search, 'bad-format', { value, format });
  }
}
