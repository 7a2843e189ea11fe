import { isInside, parseCidr } from './addresses.ts';
import { checkPort, checkRange, checkSet, checkSetOneOf, setFields } from './checks.ts';
import type { ObjectContext } from './context.ts';
import type { Cursor } from './cursor.ts';
import { checkSelector } from './labels.ts';
import { addressFormat, eachOneOf, fail, needsFormat } from './object-checks.ts';
import { defineRule, type Rule } from './rule.ts';

const kinds = ['NetworkPolicy'];
const fields = ['podSelector', 'namespaceSelector', 'ipBlock'];

function directions({ root }: ObjectContext): Cursor[] {
  return [...root.get('spec', 'ingress').items(), ...root.get('spec', 'egress').items()];
}

function peersOf(context: ObjectContext): Cursor[] {
  return directions(context).flatMap(rule => [...rule.get('from').items(), ...rule.get('to').items()]);
}

function checkPorts(context: ObjectContext, at: Cursor): void {
  const port = at.get('port');
  checkSetOneOf(context, at.get('protocol'), ['TCP', 'UDP', 'SCTP']);
  checkPort(context, port);
  const end = at.get('endPort');
  if (end.number === undefined) return;
  if (port.number === undefined) fail(context, end, 'end-port');
  else checkRange(context, end, Math.max(1, port.number), 65_535);
}

function checkBlock(context: ObjectContext, block: Cursor): void {
  const strict = context.isAtLeast('1.36');
  const cidr = block.get('cidr');
  needsFormat(context, cidr, addressFormat(context, 'cidr'));
  const outer = parseCidr(cidr.string ?? '', strict);
  for (const except of block.get('except').items()) {
    const inner = parseCidr(except.string ?? '', strict);
    checkSet(context, except, addressFormat(context, 'cidr'));
    if (!except.isSet) needsFormat(context, except, 'cidr');
    if (outer && inner && !isInside(inner, outer)) fail(context, except, 'except-outside');
  }
}

function checkPeers(context: ObjectContext): void {
  for (const peer of peersOf(context)) {
    const set = setFields(peer, fields);
    if (set.length === 0) context.report(peer, 'one-of', { fields });
    const block = peer.get('ipBlock');
    if (!block.isSet) continue;
    if (set.length > 1) fail(context, peer, 'ip-block-beside');
    checkBlock(context, block);
  }
}

/** Network policies. */
export const networkPolicyRules: readonly Rule[] = [
  defineRule({
    id: 'networkpolicy/port',
    level: 'error',
    kinds,
    check(context) {
      for (const rule of directions(context))
        for (const port of rule.get('ports').items()) checkPorts(context, port);
    },
  }),
  defineRule({ id: 'networkpolicy/peer', level: 'error', kinds, check: checkPeers }),
  defineRule({
    id: 'networkpolicy/types',
    level: 'error',
    kinds,
    check(context) {
      const types = context.root.get('spec', 'policyTypes');
      if (types.items().length > 2) fail(context, types, 'policy-types');
      else eachOneOf(context, types, ['Ingress', 'Egress']);
    },
  }),
  defineRule({
    id: 'networkpolicy/selector',
    level: 'error',
    kinds,
    check(context) {
      checkSelector(context, context.root.get('spec', 'podSelector'));
      for (const peer of peersOf(context))
        for (const field of ['podSelector', 'namespaceSelector']) checkSelector(context, peer.get(field));
    },
  }),
];
