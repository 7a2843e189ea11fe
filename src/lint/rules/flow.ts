import { checkFormat, checkRange, checkRequired, forbid } from './checks.ts';
import type { ObjectContext } from './context.ts';
import type { Cursor } from './cursor.ts';
import { fail, isEmpty } from './object-checks.ts';
import type { Rule } from './rule.ts';
import { checkTable, tableRule } from './table.ts';

const verbs = ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'proxy', 'update', 'watch'];
const subjects: Readonly<Record<string, string>> = {
  Group: 'group',
  ServiceAccount: 'serviceAccount',
  User: 'user',
};

function checkVerbs(context: ObjectContext, rule: Cursor): void {
  const list = rule.get('verbs');
  const values = list.items().map(verb => verb.string ?? '');
  if (values.includes('*')) {
    if (values.length > 1) fail(context, list, 'star-beside');
  } else if (values.some(verb => !verbs.includes(verb)))
    context.report(list, 'enum', { value: values.find(verb => !verbs.includes(verb)) ?? '', allowed: verbs });
}

function checkResourceRule(context: ObjectContext, rule: Cursor): void {
  checkVerbs(context, rule);
  for (const field of ['apiGroups', 'resources']) {
    const list = rule.get(field);
    const values = list.items().map(item => item.string);
    if (values.includes('*') && values.length > 1) fail(context, list, 'star-beside');
  }
  const namespaces = rule.get('namespaces');
  if (isEmpty(namespaces) && !rule.get('clusterScope').boolean) checkRequired(context, namespaces);
  const values = namespaces.items().map(item => item.string);
  if (values.includes('*') && values.length > 1) fail(context, namespaces, 'star-beside');
  for (const namespace of namespaces.items())
    if (namespace.string !== '*') {
      if (isEmpty(namespace)) context.report(namespace, 'bad-format', { value: '', format: 'label' });
      else checkFormat(context, namespace, 'label');
    }
}

function checkUrlRule(context: ObjectContext, rule: Cursor): void {
  checkVerbs(context, rule);
  const urls = rule.get('nonResourceURLs');
  const values = urls.items().map(item => item.string);
  if (values.includes('*') && values.length > 1) fail(context, urls, 'star-beside');
  for (const url of urls.items()) {
    const value = url.string ?? '';
    if (value !== '*' && !/^\/[^*\s]*\*?$/.test(value)) fail(context, url, 'url-slash');
    else if (/\/\//.test(value) || /[^/]\*$/.test(value)) fail(context, url, 'url-slash');
  }
}

function checkSubject(context: ObjectContext, subject: Cursor): void {
  const kind = subject.get('kind').string ?? '';
  const own = subjects[kind];
  if (own === undefined) return;
  for (const field of Object.values(subjects)) {
    const at = subject.get(field);
    if (field !== own) forbid(context, at, `kind: ${kind}`);
    else if (!at.isSet) checkRequired(context, at);
    else if (field !== 'serviceAccount') checkRequired(context, at.get('name'));
    else
      checkTable(
        context,
        at,
        at.get('name').string === '*' ? account.slice(0, account.lastIndexOf('\n')) : account,
      );
  }
}

const account = `
namespace ! ~label
name ! ~subdomain`;

const schema = `
spec.priorityLevelConfiguration.name !! ~subdomain
spec.distinguisherMethod.type ! =ByNamespace|ByUser
spec.rules[].subjects !
spec.rules[].subjects[].kind ! =Group|ServiceAccount|User
spec.rules[].resourceRules[].verbs !
spec.rules[].resourceRules[].apiGroups !
spec.rules[].resourceRules[].resources !
spec.rules[].nonResourceRules[].verbs !
spec.rules[].nonResourceRules[].nonResourceURLs !`;

const level = `
spec.type !! =Exempt|Limited
spec.exempt.lendablePercent <0,100`;

const limitedLevel = `
nominalConcurrencyShares <0
borrowingLimitPercent <0
lendablePercent <0,100
limitResponse.type !! =Queue|Reject`;

function checkSchema(context: ObjectContext): void {
  const spec = context.root.get('spec');
  const precedence = spec.get('matchingPrecedence');
  const isExempt = context.root.get('metadata', 'name').string === 'exempt';
  if (precedence.number !== 0) checkRange(context, precedence, isExempt ? 1 : 2, 10_000);
  for (const rule of spec.get('rules').items()) {
    const [resources, urls] = [rule.get('resourceRules'), rule.get('nonResourceRules')];
    for (const subject of rule.get('subjects').items()) checkSubject(context, subject);
    if (isEmpty(resources) && isEmpty(urls))
      context.report(rule, 'one-of', { fields: ['resourceRules', 'nonResourceRules'] });
    for (const item of resources.items()) checkResourceRule(context, item);
    for (const item of urls.items()) checkUrlRule(context, item);
  }
}

function checkLevel(context: ObjectContext): void {
  const spec = context.root.get('spec');
  const type = spec.get('type');
  const limited = spec.get('limited');
  const name = context.root.get('metadata', 'name').string;
  if (type.string === 'Limited') {
    if (!limited.isSet) checkRequired(context, limited);
    forbid(context, spec.get('exempt'), 'type: Limited');
  } else if (type.string === 'Exempt') forbid(context, limited, 'type: Exempt');
  if (
    name &&
    ['Exempt', 'Limited'].includes(type.string ?? '') &&
    (type.string === 'Exempt') !== (name === 'exempt')
  )
    context.report(type, 'must-equal', { value: name, other: 'metadata.name', wanted: 'exempt' });
  if (type.string !== 'Limited' || !limited.isSet) return;
  checkTable(context, limited, limitedLevel);
  const response = limited.get('limitResponse');
  const queuing = response.get('queuing');
  if (response.get('type').string === 'Queue') {
    if (!queuing.isSet) checkRequired(context, queuing);
    else checkQueuing(context, queuing);
  } else if (response.get('type').string === 'Reject') forbid(context, queuing, 'type: Reject');
}

/** More entropy than that, and the hash that deals a hand of queues is not long enough. */
const maxBits = 60;

function checkQueuing(context: ObjectContext, queuing: Cursor): void {
  const [queues, hand] = [queuing.get('queues'), queuing.get('handSize')];
  // 0 is not set.
  for (const at of [queues, hand, queuing.get('queueLengthLimit')])
    if (at.number !== 0) checkRange(context, at, 1);
  const [deck, size] = [queues.number || 64, hand.number || 8];
  const bits = Array.from({ length: Math.min(size, 64) }, (_, index) => Math.log2(deck - index));
  const sum = bits.reduce((total, part) => total + part, 0);
  if (size > deck) context.report(hand, 'out-of-range', { value: size, min: 1, max: deck });
  else if (size > 0 && Math.ceil(sum) > maxBits) fail(context, hand, 'hand-size');
}

/** Priority and fairness of API requests. */
export const flowRules: readonly Rule[] = [
  tableRule('flow/schema', ['FlowSchema'], schema, checkSchema),
  tableRule('flow/level', ['PriorityLevelConfiguration'], level, checkLevel),
];
