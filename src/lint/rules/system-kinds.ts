import type { Path } from '../parse/tree.ts';
import { isLocal, parseCidr, parseIp } from './addresses.ts';
import { checkFormat, checkRange, checkRequired, checkUnique, setFields, under } from './checks.ts';
import type { ObjectContext } from './context.ts';
import type { Cursor } from './cursor.ts';
import { formats } from './formats.ts';
import { checkExpression } from './labels.ts';
import { addressFormat, fail, isEmpty, needsOne } from './object-checks.ts';
import type { Rule } from './rule.ts';
import { checkTable, tableRule } from './table.ts';

const subsets = `
subsets[].addresses[].hostname ~label
subsets[].addresses[].nodeName ~~subdomain
subsets[].notReadyAddresses[].hostname ~label
subsets[].notReadyAddresses[].nodeName ~~subdomain
subsets[].ports[].name ~label
subsets[].ports[].protocol =SCTP|TCP|UDP
subsets[].ports[].appProtocol ~~qualified`;

function checkSubsets(context: ObjectContext): void {
  for (const subset of context.root.get('subsets').items()) {
    const lists = ['addresses', 'notReadyAddresses'];
    if (lists.every(field => isEmpty(subset.get(field)))) context.report(subset, 'one-of', { fields: lists });
    for (const address of lists.flatMap(field => subset.get(field).items())) {
      const ip = address.get('ip');
      const bytes = parseIp(ip.string ?? '', context.isAtLeast('1.36'));
      if (!bytes) context.report(ip, 'bad-format', { value: ip.string ?? '', format: 'ip' });
      else if (isLocal(bytes)) fail(context, ip, 'address-local');
    }
    const ports = subset.get('ports').items();
    for (const port of ports) {
      if (ports.length > 1) checkRequired(context, port.get('name'));
      const number = port.get('port');
      if (number.isSet) checkRange(context, number, 1, 65_535);
      else checkRequired(context, number);
    }
  }
}

/** At most one network of each family. Reports at the list. */
function checkFamilies({ report, isAtLeast }: ObjectContext, list: Cursor): void {
  const families = list.items().map(({ string = '' }) => parseCidr(string, isAtLeast('1.36'))?.bytes.length);
  const known = families.filter(family => family !== undefined);
  if (known.length > new Set(known).size || families.length > 2)
    report(list, 'wrong', { reason: 'cluster-ip-families' });
}

function checkCidrs(context: ObjectContext, list: Cursor): void {
  const format = addressFormat(context, 'cidr');
  for (const item of list.items()) {
    const value = item.string ?? '';
    if (!formats[format](value)) context.report(item, 'bad-format', { value, format });
  }
  checkFamilies(context, list);
}

/** podCIDR goes before a list that begins otherwise. */
function checkNode(context: ObjectContext): void {
  const spec = context.root.get('spec');
  const list = spec.get('podCIDRs');
  const single = spec.get('podCIDR');
  const value = single.string ?? '';
  if (value === '' || list.items()[0]?.string === value) checkCidrs(context, list);
  else {
    const format = addressFormat(context, 'cidr');
    if (!formats[format](value))
      context.report(under(single, [...list.path, 0]), 'bad-format', { value, format });
  }
  const seen = new Set<string>();
  for (const [index, item] of spec.get('taints').items().entries()) {
    const taint = under(item, ['metadata', 'taints', index]);
    checkTable(context, taint, taints);
    const value = ['key', 'effect'].map(field => taint.get(field).string ?? '').join(':');
    if (seen.has(value)) context.report(taint, 'duplicate', { value });
    seen.add(value);
  }
}

const taints = `
key ! ~qualified
value ~label-value
effect ! =NoExecute|NoSchedule|PreferNoSchedule`;

const csiNode = `
spec.drivers[].name ! ~driver %
spec.drivers[].nodeID !
spec.drivers[].allocatable.count <0`;

/** The server blames the driver. */
function checkTopologyKeys(context: ObjectContext): void {
  for (const driver of context.root.get('spec', 'drivers').items()) {
    const keys = driver.get('topologyKeys').items();
    for (const key of keys.map(key => under(key, driver.path))) {
      if (key.string) checkFormat(context, key, 'qualified');
      else checkRequired(context, key);
    }
    checkUnique(
      context,
      keys.map(key => under(key, driver.path)),
    );
  }
}

const attachment = `
spec.attacher !! ~driver
spec.nodeName ~~subdomain
spec.source.persistentVolumeName ~subdomain`;

function checkAttachment(context: ObjectContext): void {
  const spec = context.root.get('spec');
  const source = spec.get('source');
  const fields = ['inlineVolumeSpec', 'persistentVolumeName'];
  needsOne(context, source, fields);
  if (source.get('persistentVolumeName').string === '')
    checkRequired(context, source.get('persistentVolumeName'));
  if (!spec.get('nodeName').isSet)
    context.report(spec.get('nodeName'), 'bad-format', { value: '', format: 'subdomain' });
}

const capacity = `
storageClassName ~~subdomain
nodeTopology @`;

const parent = `
spec.parentRef !!
spec.parentRef.group ~subdomain
spec.parentRef.resource ! ~path
spec.parentRef.name ! ~path
spec.parentRef.namespace ~path`;

/** Labels that tell the PodSecurity admission what to do. */
function checkPodSecurity(context: ObjectContext): void {
  for (const [key, at] of context.root.get('metadata', 'labels').entries()) {
    const match = /^pod-security\.kubernetes\.io\/(?:enforce|audit|warn)(-version)?$/.exec(key);
    const value = at.isSet ? at.string : '';
    if (!match || value === undefined) continue;
    const [, version] = match;
    const allowed = version ? ['latest', 'v1.36'] : ['privileged', 'baseline', 'restricted'];
    if (!allowed.includes(value) && !(version && /^v1\.(0|[1-9]\d*)$/.test(value)))
      context.report(at, 'enum', { value, allowed });
  }
}

/** `finalizers` of a namespace's spec are checked like those of metadata. */
function checkFinalizers(context: ObjectContext): void {
  const list = context.root.get('spec', 'finalizers');
  for (const item of list.items()) {
    const value = item.string ?? '';
    const at = under(item, list.path);
    if (!formats.qualified(value)) context.report(at, 'bad-format', { value, format: 'qualified' });
    else if (!value.includes('/') && !['kubernetes', 'orphan', 'foregroundDeletion'].includes(value))
      context.report(at, 'finalizer', { value });
  }
}

/** An event is in the namespace of what it is about; the newer form of events says more. */
function checkEvent(context: ObjectContext): void {
  const { apiVersion, root, report } = context;
  const isOld = apiVersion === 'v1';
  const about = root.get(isOld ? 'involvedObject' : 'regarding', 'namespace');
  const own = root.get('metadata', 'namespace').string || 'default';
  const isTimed = root.get('eventTime').isSet;
  const places = about.string
    ? isTimed
      ? undefined
      : [about.string]
    : ['default', isTimed ? 'kube-system' : ''];
  if (places && !places.includes(own))
    report(about, 'must-equal', { value: about.string ?? '', other: 'metadata.namespace', wanted: own });
  if (isTimed) checkTable(context, root, isOld ? timed.replace('Controller', 'Component') : timed);
  if (isOld) return;
  checkTable(context, root, modern);
  for (const field of ['deprecatedFirstTimestamp', 'deprecatedLastTimestamp', 'deprecatedCount'])
    if (root.get(field).isSet && root.get(field).number !== 0)
      context.reportKey(root.get(field), 'forbidden', { field, beside: 'eventTime' });
}

const timed = `
reportingController !! ~qualified
reportingInstance !!
action !!
reason !!`;

const modern = `
eventTime !!
type !! =Normal|Warning`;

const kept =
  'name generateName labels annotations finalizers ownerReferences resourceVersion uid generation'.split(' ');

function checkRequirement(context: ObjectContext, item: Cursor, isLabel: boolean): void {
  const key = item.get('key');
  if (!key.string && isLabel) context.report(key, 'bad-format', { value: '', format: 'qualified' });
  else if (!key.string) checkRequired(context, key);
  const values = item.get('values').items();
  if (isLabel) {
    const operators = ['In', 'NotIn', 'Exists', 'DoesNotExist'];
    // An unknown operator is taken.
    if (operators.includes(item.get('operator').string ?? '')) checkExpression(context, item, operators);
    else checkFormat(context, key, 'qualified');
    for (const value of values) checkFormat(context, value, 'label-value');
  }
}

function checkReview(context: ObjectContext): void {
  const spec = context.root.get('spec');
  const fields = ['resourceAttributes', 'nonResourceAttributes'];
  const set = setFields(spec, fields);
  const place = (field: string): Path => [...spec.path, field];
  if (set.length === 0) context.report(under(spec, place('resourceAttributes')), 'one-of', { fields });
  if (set.length === 2) context.reportKey(spec.get('nonResourceAttributes'), 'only-one', { fields });
  // A review is not kept: it has no name, and nothing else of its own.
  for (const field of kept) {
    const at = context.root.get('metadata', field);
    if (!isEmpty(at))
      context.reportKey(under(at, ['metadata']), 'forbidden', { field, beside: context.kind });
  }
  for (const field of ['fieldSelector', 'labelSelector']) {
    const selector = spec.get('resourceAttributes', field);
    const [wanted, raw] = [selector.get('requirements'), selector.get('rawSelector')];
    if (selector.isSet && isEmpty(wanted) && isEmpty(raw)) checkRequired(context, wanted);
    if (!isEmpty(wanted) && !isEmpty(raw))
      context.reportKey(raw, 'forbidden', { field: 'rawSelector', beside: 'requirements' });
    for (const item of wanted.items()) checkRequirement(context, item, field === 'labelSelector');
  }
  if (!context.kind.startsWith('Self') && !spec.get('user').string && isEmpty(spec.get('groups')))
    context.report(spec.get('user'), 'one-of', { fields: ['user', 'groups'] });
}

function checkRevision(context: ObjectContext): void {
  const data = context.root.get('data');
  if (!data.isSet || data.node?.kind !== 'map')
    checkRequired(context, data.isSet ? under(absent(data), data.path) : data);
}

/** The place as if nothing were there. */
function absent(at: Cursor): Cursor {
  return at.get('');
}

/** Kinds that controllers write, and people seldom do. */
export const systemKindRules: readonly Rule[] = [
  tableRule('endpoints/subset', ['Endpoints'], subsets, checkSubsets),
  tableRule('node/fields', ['Node'], '', checkNode),
  tableRule('namespace/finalizer', ['Namespace'], '', checkFinalizers),
  tableRule('namespace/pod-security', ['Namespace'], '', checkPodSecurity, '1.23'),
  tableRule('event/namespace', ['Event'], '', checkEvent),
  tableRule('revision/data', ['ControllerRevision'], 'revision <0', checkRevision),
  tableRule('storage/csi-node', ['CSINode'], csiNode, checkTopologyKeys),
  tableRule('storage/attachment', ['VolumeAttachment'], attachment, checkAttachment),
  tableRule('storage/capacity', ['CSIStorageCapacity'], capacity, context => {
    if (!context.root.get('storageClassName').isSet)
      context.report(context.root.get('storageClassName'), 'bad-format', { value: '', format: 'subdomain' });
  }),
  tableRule('network/ip-address', ['IPAddress'], parent),
  tableRule('network/service-cidr', ['ServiceCIDR'], 'spec.cidrs !!', context =>
    checkCidrs(context, context.root.get('spec', 'cidrs')),
  ),
  tableRule(
    'access/review',
    ['SubjectAccessReview', 'LocalSubjectAccessReview', 'SelfSubjectAccessReview'],
    '',
    checkReview,
  ),
];
