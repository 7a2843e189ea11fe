import { checkRequired, checkUnique, setFields, under } from './checks.ts';
import type { ObjectContext } from './context.ts';
import type { Cursor } from './cursor.ts';
import { formats } from './formats.ts';
import { fail, isEmpty, needsOne } from './object-checks.ts';
import { checkNodeSelector } from './pod-affinity.ts';
import type { Rule } from './rule.ts';
import { tableRule } from './table.ts';

const slice = `
spec.driver !! ~driver
spec.pool.name !! ~pool
spec.pool.generation <0
spec.nodeName ~~subdomain
spec.devices[].name ~~label %
spec.devices[].nodeName ~~subdomain
spec.devices[].taints[].key ! ~qualified
spec.devices[].taints[].value ~label-value
spec.devices[].taints[].effect ! =NoExecute|NoSchedule|None
spec.devices[].consumesCounters[].counterSet ! ~label %
spec.devices[].bindingConditions[] ~~qualified %
spec.devices[].bindingFailureConditions[] ~~qualified %
spec.sharedCounters[].name ! ~label %`;

const version =
  /^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}(-(0|[1-9]\d*|\d*[a-zA-Z-][\w-]*)(\.(0|[1-9]\d*|\d*[a-zA-Z-][\w-]*))*)?(\+[\da-zA-Z.-]+)?$/;

const nodeFields = ['nodeName', 'nodeSelector', 'allNodes'];

/** Which nodes reach a device: one way to say it. */
function checkNodes(context: ObjectContext, at: Cursor, fields: readonly string[]): void {
  if (at.get('nodeSelector').isSet) checkNodeSelector(context, at.get('nodeSelector'), true);
  for (const field of ['allNodes', 'perDeviceNodeSelection'])
    if (fields.includes(field) && at.get(field).boolean === false)
      context.report(at.get(field), 'enum', { value: 'false', allowed: ['true'] });
  needsOne(
    context,
    at,
    fields.filter(field => at.get(field).boolean !== false && at.get(field).string !== ''),
  );
}

function checkDevice(context: ObjectContext, device: Cursor, isPerDevice: boolean): void {
  if (isPerDevice) checkNodes(context, device, nodeFields);
  else
    for (const at of setFields(device, nodeFields).slice(0, 1))
      context.report(device, 'needs', {
        field: String(at.path.at(-1)),
        needed: 'perDeviceNodeSelection: true',
      });
  if (!device.get('name').isSet)
    context.report(device.get('name'), 'bad-format', { value: '', format: 'label' });
  for (const [name, attribute] of device.get('attributes').entries()) {
    checkKey(context, name, attribute);
    // Lists are behind a gate that is off: the server drops them.
    const values = setFields(attribute, ['bool', 'int', 'string', 'version']);
    if (values.length !== 1)
      context.report(attribute, values.length === 0 ? 'one-of' : 'only-one', {
        fields: ['bool', 'int', 'string', 'version'],
      });
    for (const value of values) {
      const text = value.string;
      if (value.path.at(-1) === 'version' && text !== undefined && !version.test(text))
        fail(context, value, 'semver');
      if ((text?.length ?? 0) > 64) context.report(value, 'too-long', { value: text ?? '', max: 64 });
    }
  }
  for (const [name, capacity] of device.get('capacity').entries()) {
    checkKey(context, name, capacity);
    if (capacity.get('requestPolicy').isSet && !device.get('allowMultipleAllocations').boolean)
      context.report(capacity.get('requestPolicy'), 'needs', {
        field: 'requestPolicy',
        needed: 'allowMultipleAllocations: true',
      });
  }
  for (const set of device.get('consumesCounters').items()) checkCounters(context, set.get('counters'));
  checkBindings(context, device);
}

/** `name` or `domain/name`: the keys of attributes and capacities. */
function checkKey({ reportKey }: ObjectContext, key: string, at: Cursor): void {
  const [name = '', domain, ...more] = key.split('/').reverse();
  if (more.length > 0) return;
  const isWell =
    formats.identifier(name) && name.length <= 32 && (domain === undefined || formats.driver(domain));
  if (!isWell) reportKey(at, 'bad-format', { value: key, format: 'identifier' });
}

function checkCounters(context: ObjectContext, counters: Cursor): void {
  if (isEmpty(counters)) checkRequired(context, under(counters.get(''), counters.path));
  for (const [name, counter] of counters.entries())
    if (!formats.label(name)) context.reportKey(counter, 'bad-format', { value: name, format: 'label' });
}

function checkBindings(context: ObjectContext, device: Cursor): void {
  const [good, bad] = [device.get('bindingConditions'), device.get('bindingFailureConditions')];
  if (isEmpty(good) !== isEmpty(bad)) checkRequired(context, isEmpty(good) ? good : bad);
  checkUnique(context, bad.items(), undefined, new Set(good.items().map(({ string = '' }) => string)));
}

function checkSlice(context: ObjectContext): void {
  const spec = context.root.get('spec');
  checkNodes(context, spec, [...nodeFields, 'perDeviceNodeSelection']);
  const count = spec.get('pool', 'resourceSliceCount');
  if ((count.number ?? 0) < 1)
    context.report(count, 'out-of-range', {
      value: count.number ?? 0,
      min: 1,
      max: Number.POSITIVE_INFINITY,
    });
  if (spec.get('sharedCounters').isSet && spec.get('devices').isSet)
    context.report(spec, 'only-one', { fields: ['sharedCounters', 'devices'] });
  for (const device of spec.get('devices').items())
    checkDevice(context, device, spec.get('perDeviceNodeSelection').boolean === true);
  for (const set of spec.get('sharedCounters').items()) checkCounters(context, set.get('counters'));
}

/** What drivers offer. Only the versions of the group that a server has by default in the newest minors. */
export const draSliceRules: readonly Rule[] = [
  tableRule('dra/slice', ['ResourceSlice'], slice, checkSlice, '1.34'),
];
