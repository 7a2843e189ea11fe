import { isLocal, parseIp } from './addresses.ts';
import {
  checkFormat,
  checkOneOf,
  checkPort,
  checkRange,
  checkRequired,
  checkSet,
  checkSetOneOf,
  checkUnique,
  forbid,
  under,
} from './checks.ts';
import type { ObjectContext } from './context.ts';
import type { Cursor } from './cursor.ts';
import { formats, isIp } from './formats.ts';
import { addressFormat, eachFormed, fail, isEmpty } from './object-checks.ts';
import { defineRule, type Rule } from './rule.ts';
import { checkTable, tableRule } from './table.ts';

const kinds = ['Service'];

function typeOf({ root }: ObjectContext): string {
  return root.get('spec', 'type').string || 'ClusterIP';
}

function isExternal(context: ObjectContext): boolean {
  return ['NodePort', 'LoadBalancer'].includes(typeOf(context));
}

function protocolOf(at: Cursor): string {
  return at.get('protocol').string || 'TCP';
}

function checkPorts(context: ObjectContext): void {
  const spec = context.root.get('spec');
  const ports = spec.get('ports');
  if (spec.get('clusterIP').string !== 'None' && typeOf(context) !== 'ExternalName')
    checkRequired(context, ports);
  const items = ports.items();
  for (const item of items) {
    if (items.length > 1) checkRequired(context, item.get('name'));
    const target = item.get('targetPort');
    if (target.number !== 0 && target.string !== '') checkPort(context, target);
  }
  checkUnique(context, items, at => `${at.get('port').number ?? 0}/${protocolOf(at)}`);
}

function checkNodePorts(context: ObjectContext): void {
  const items = context.root.get('spec', 'ports').items();
  const portOf = new Map<number, number | undefined>();
  const seen = new Set<string>();
  for (const item of items) {
    const nodePort = item.get('nodePort');
    const number = nodePort.number;
    if (!number) continue;
    if (typeOf(context) === 'ClusterIP') {
      forbid(context, nodePort, 'type: ClusterIP');
      continue;
    }
    // Two protocols may share a node port, if they lead to the same port.
    const port = item.get('port').number;
    const key = `${number}/${protocolOf(item)}`;
    if (seen.has(key) || (portOf.has(number) && portOf.get(number) !== port))
      context.report(nodePort, 'duplicate', { value: String(number) });
    seen.add(key);
    portOf.set(number, port);
  }
}

function checkType(context: ObjectContext): void {
  const spec = context.root.get('spec');
  const type = typeOf(context);
  const clusterIp = spec.get('clusterIP');
  if (isExternal(context) && clusterIp.string === 'None') forbid(context, clusterIp, `type: ${type}`);
  if (type === 'ExternalName') {
    for (const field of ['clusterIPs', 'ipFamilies', 'ipFamilyPolicy'])
      if (!isEmpty(spec.get(field))) forbid(context, spec.get(field), `type: ${type}`);
    if (!isEmpty(clusterIp)) forbid(context, under(clusterIp, [...spec.path, 'clusterIPs']), `type: ${type}`);
  }
  if (type === 'LoadBalancer') {
    checkSet(context, spec.get('loadBalancerClass'), 'qualified');
    return;
  }
  const ranges = spec.get('loadBalancerSourceRanges');
  if (!isEmpty(ranges))
    forbid(context, under(ranges, [...spec.path, 'LoadBalancerSourceRanges']), `type: ${type}`);
  forbid(context, spec.get('loadBalancerClass'), `type: ${type}`);
  forbid(context, spec.get('allocateLoadBalancerNodePorts'), `type: ${type}`);
}

function checkExternalName(context: ObjectContext): void {
  if (typeOf(context) !== 'ExternalName') return;
  const name = context.root.get('spec', 'externalName');
  checkRequired(context, name);
  // One trailing dot is cut off before the test.
  const value = name.string ?? '';
  if (value !== '' && !formats.subdomain(value.replace(/\.$/, '')))
    context.report(name, 'bad-format', { value, format: 'subdomain' });
}

function checkAddresses(context: ObjectContext): void {
  const spec = context.root.get('spec');
  const clusterIp = spec.get('clusterIP');
  const clusterIps = spec.get('clusterIPs');
  if (typeOf(context) !== 'ExternalName') {
    const items = clusterIps.items();
    const [first] = items;
    if (first && (first.string ?? '') !== (clusterIp.string ?? '')) fail(context, clusterIps, 'cluster-ips');
    const families = items.map(({ string = '' }) => string.includes(':'));
    if (new Set(families).size < families.length && items.every(({ string = '' }) => isIp(string)))
      fail(context, clusterIps, 'cluster-ip-families');
    const shown = first ?? under(clusterIp, [...clusterIps.path, 0]);
    const [family] = spec.get('ipFamilies').items();
    const bytes = parseIp(shown.string ?? '', false);
    if (family?.string && bytes && (family.string === 'IPv6') !== (bytes.length === 16))
      fail(context, shown, 'address-family');
    if (shown.string !== 'None') checkFormat(context, shown, addressFormat(context, 'ip'));
  }
  eachFormed(context, spec.get('externalIPs'), addressFormat(context, 'ip'));
  for (const ip of spec.get('externalIPs').items())
    if (isLocal(parseIp(ip.string ?? '', false) ?? [1])) fail(context, ip, 'address-local');
  if (typeOf(context) !== 'LoadBalancer') return;
  for (const [index, range] of spec.get('loadBalancerSourceRanges').items().entries()) {
    const value = range.isSet ? range.string : '';
    const format = addressFormat(context, 'cidr');
    const path = [...spec.path, 'LoadBalancerSourceRanges', index];
    if (value?.trim() === value && value !== undefined && !formats[format](value))
      context.report(under(range, path), 'bad-format', { value, format });
  }
}

function checkTraffic(context: ObjectContext): void {
  const spec = context.root.get('spec');
  const policy = spec.get('externalTrafficPolicy');
  if (isExternal(context) || !isEmpty(spec.get('externalIPs')))
    checkOneOf(context, policy, ['Cluster', 'Local']);
  else if (policy.string) forbid(context, policy, `type: ${typeOf(context)}`);
  const affinity = spec.get('sessionAffinityConfig', 'clientIP', 'timeoutSeconds');
  if (spec.get('sessionAffinity').string === 'ClientIP') checkRange(context, affinity, 1, 86_400);
  const distribution = spec.get('trafficDistribution');
  const near = context.isAtLeast('1.34') ? ['PreferSameZone', 'PreferSameNode'] : [];
  checkSetOneOf(context, distribution, ['PreferClose', ...near]);
  const health = spec.get('healthCheckNodePort');
  if (!health.number) return;
  if (typeOf(context) === 'LoadBalancer' && policy.string === 'Local') checkRange(context, health, 1, 65_535);
  else if (context.isAtLeast('1.20')) fail(context, health, 'health-check-node-port');
}

const ports = `
spec.ports[].name ~label %
spec.ports[].port <1,65535
spec.ports[].protocol =SCTP|TCP|UDP
spec.ports[].appProtocol ~~qualified`;

const addresses = `
spec.ipFamilies[] ==IPv4|IPv6 %
spec.ipFamilyPolicy ==PreferDualStack|RequireDualStack|SingleStack`;

const traffic = `
spec.internalTrafficPolicy ==Cluster|Local
spec.sessionAffinity =ClientIP|None`;

/** Services. */
export const serviceRules: readonly Rule[] = [
  tableRule('service/ports', kinds, ports, checkPorts),
  defineRule({ id: 'service/node-port', level: 'error', kinds, check: checkNodePorts }),
  defineRule({
    id: 'service/node-port-range',
    level: 'warning',
    kinds,
    check(context) {
      if (isExternal(context)) checkTable(context, context.root, 'spec.ports[].nodePort <30000,32767');
    },
  }),
  tableRule('service/type', kinds, 'spec.type =ClusterIP|ExternalName|LoadBalancer|NodePort', checkType),
  defineRule({ id: 'service/external-name', level: 'error', kinds, check: checkExternalName }),
  tableRule('service/addresses', kinds, addresses, checkAddresses),
  tableRule('service/traffic', kinds, traffic, checkTraffic),
  tableRule('service/selector', kinds, 'spec.selector &'),
];
