import { isCanonicalIp, isLocal, parseIp } from './addresses.ts';
import { under } from './checks.ts';
import type { ObjectContext } from './context.ts';
import type { Cursor } from './cursor.ts';
import { formats } from './formats.ts';
import { fail } from './object-checks.ts';
import type { Rule } from './rule.ts';
import { tableRule } from './table.ts';

const kinds = ['EndpointSlice'];
const types = ['FQDN', 'IPv4', 'IPv6'];

function checkAddress(context: ObjectContext, at: Cursor, type: string, list: Cursor): void {
  const value = at.string ?? '';
  if (type === 'FQDN') {
    const name = value.replace(/\.$/, '');
    if (!formats.subdomain(name)) context.report(at, 'bad-format', { value, format: 'subdomain' });
    else if (!name.includes('.')) fail(context, at, 'fqdn');
    return;
  }
  const bytes = parseIp(value, context.isAtLeast('1.36'));
  if (!bytes) context.report(at, 'bad-format', { value, format: 'ip' });
  else if ((bytes.length === 4) !== (type === 'IPv4')) fail(context, under(at, list.path), 'address-family');
  else if (isLocal(bytes)) fail(context, at, 'address-local');
  else if (type === 'IPv6' && context.isAtLeast('1.34') && !isCanonicalIp(value))
    context.report(at, 'bad-format', { value, format: 'canonical-ip' });
}

function checkEndpoints(context: ObjectContext): void {
  const { root } = context;
  const type = root.get('addressType');
  for (const endpoint of root.get('endpoints').items()) {
    const addresses = endpoint.get('addresses');
    if (types.includes(type.string ?? ''))
      for (const address of addresses.items()) checkAddress(context, address, type.string ?? '', addresses);
  }
}

const endpoints = `
addressType ! =FQDN|IPv4|IPv6
endpoints[].addresses !
endpoints[].nodeName ~~subdomain
endpoints[].hostname ~~label
endpoints[].hints.forZones[].name ~~label-value %
endpoints[].hints.forNodes[].name +1.34 ! ~subdomain %`;

const ports = `
ports[].name ~label %%
ports[].protocol ==SCTP|TCP|UDP
ports[].appProtocol ~~qualified`;

/** Endpoint slices. */
export const endpointSliceRules: readonly Rule[] = [
  tableRule('endpointslice/address', kinds, endpoints, checkEndpoints),
  tableRule('endpointslice/port', kinds, ports),
];
