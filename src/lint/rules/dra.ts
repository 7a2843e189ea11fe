import { checkExpressionText } from './cel-check.ts';
import { checkFormat, checkRange, checkRequired, checkSetOneOf, checkUnique, setFields } from './checks.ts';
import type { ObjectContext } from './context.ts';
import type { Cursor } from './cursor.ts';
import { formats } from './formats.ts';
import { checkAnnotations, checkLabels } from './labels.ts';
import { fail, isEmpty, needsFormat } from './object-checks.ts';
import { defineRule, type Rule } from './rule.ts';

const modes = ['All', 'ExactCount'];

/** Metadata that a template may hold. */
const templateMetadata = ['labels', 'annotations'];

function checkSelectors(context: ObjectContext, list: Cursor): void {
  for (const selector of list.items()) {
    const cel = selector.get('cel');
    if (!cel.isSet) {
      checkRequired(context, cel);
      continue;
    }
    const expression = cel.get('expression');
    if (expression.string?.trim() === '') fail(context, expression, 'expression-empty');
    else checkExpressionText(context, expression, ['device'], { wanted: 'bool' });
  }
}

/** What exactly one device, or one of several, must be. */
function checkWish(context: ObjectContext, wish: Cursor): void {
  needsFormat(context, wish.get('deviceClassName'), 'subdomain');
  checkSelectors(context, wish.get('selectors'));
  const mode = wish.get('allocationMode').string || 'ExactCount';
  const count = wish.get('count');
  if (!modes.includes(mode))
    context.report(wish.get('allocationMode'), 'enum', { value: mode, allowed: modes });
  else if (mode === 'All') {
    if (count.number) fail(context, count, 'count-of-all');
  } else if (count.number !== 0) checkRange(context, count, 1);
  for (const toleration of wish.get('tolerations').items()) checkToleration(context, toleration);
}

function checkToleration(context: ObjectContext, at: Cursor): void {
  const operator = at.get('operator').string || 'Equal';
  const value = at.get('value');
  checkFormat(context, at.get('key'), 'qualified');
  if (operator === 'Exists' && value.string)
    context.reportKey(value, 'forbidden', { field: 'value', beside: 'operator: Exists' });
  else if (operator === 'Equal') checkFormat(context, value, 'label-value');
  if (operator !== 'Exists' && operator !== 'Equal')
    context.report(at.get('operator'), 'enum', { value: operator, allowed: ['Equal', 'Exists'] });
  if (at.get('effect').string) checkSetOneOf(context, at.get('effect'), ['NoExecute', 'NoSchedule', 'None']);
}

function checkClaim(context: ObjectContext, spec: Cursor): void {
  const devices = spec.get('devices');
  const requests = devices.get('requests');
  for (const request of requests.items()) checkRequest(context, request);
  unique(context, requests);
  const known = new Set<string>();
  for (const request of requests.items()) {
    const name = request.get('name').string ?? '';
    known.add(name);
    for (const sub of request.get('firstAvailable').items())
      known.add(`${name}/${sub.get('name').string ?? ''}`);
  }
  for (const constraint of devices.get('constraints').items()) {
    checkReferences(context, constraint.get('requests'), known);
    const fields = ['matchAttribute', 'distinctAttribute'];
    if (context.isAtLeast('1.36') && setFields(constraint, fields).length === 0)
      context.report(constraint, 'one-of', { fields });
    // With both, the server looks at the first.
    const [attribute] = setFields(constraint, fields);
    if (attribute) checkAttribute(context, attribute);
  }
  for (const config of devices.get('config').items()) {
    checkReferences(context, config.get('requests'), known);
    checkOpaque(context, config.get('opaque'));
  }
}

function unique({ report }: ObjectContext, list: Cursor): void {
  const seen = new Set<string>();
  for (const item of list.items()) {
    const value = item.get('name').string;
    if (value === undefined) continue;
    if (seen.has(value)) report(item, 'duplicate', { value });
    seen.add(value);
  }
}

function checkRequest(context: ObjectContext, request: Cursor): void {
  checkName(context, request.get('name'));
  const fields = ['exactly', 'firstAvailable'];
  const count = setFields(request, fields).filter(
    ({ node }) => node?.kind !== 'list' || node.items.length > 0,
  ).length;
  if (count !== 1) context.report(request, count === 0 ? 'one-of' : 'only-one', { fields });
  if (request.get('exactly').isSet) checkWish(context, request.get('exactly'));
  for (const sub of request.get('firstAvailable').items()) {
    checkName(context, sub.get('name'));
    checkWish(context, sub);
  }
  unique(context, request.get('firstAvailable'));
}

function checkName(context: ObjectContext, at: Cursor): void {
  if (isEmpty(at)) context.report(at, 'bad-format', { value: '', format: 'label' });
  else checkFormat(context, at, 'label');
}

function checkReferences(context: ObjectContext, list: Cursor, known: ReadonlySet<string>): void {
  for (const item of list.items()) {
    const value = item.string ?? '';
    if (!known.has(value)) context.report(item, 'unknown-name', { value, known: [...known] });
  }
  checkUnique(context, list.items());
}

/** `domain/name`: at most 63 and 32 characters. */
function checkAttribute({ report }: ObjectContext, at: Cursor): void {
  const value = at.string;
  if (value === undefined) return;
  const [domain = '', name = '', ...more] = value.split('/');
  const isDomain = formats.subdomain(domain.toLowerCase()) && domain.length <= 63;
  // More slashes are sometimes taken.
  const isWell = more.length > 0 || (isDomain && /^[A-Za-z_]\w{0,31}$/.test(name));
  if (!isWell) report(at, 'bad-format', { value, format: 'prefixed' });
}

function checkOpaque(context: ObjectContext, opaque: Cursor): void {
  if (!opaque.isSet) {
    checkRequired(context, opaque);
    return;
  }
  const driver = opaque.get('driver');
  checkRequired(context, driver);
  checkFormat(context, driver, 'driver');
  const parameters = opaque.get('parameters');
  if (!parameters.isSet) checkRequired(context, parameters);
  else if (parameters.node?.kind !== 'map') fail(context, parameters, 'parameters-object');
}

/** The group's versions that have `exactly`. */
function isCurrent({ apiVersion }: ObjectContext): boolean {
  return apiVersion === 'resource.k8s.io/v1' || apiVersion === 'resource.k8s.io/v1beta2';
}

function checkTemplate(context: ObjectContext): void {
  const metadata = context.root.get('spec', 'metadata');
  checkLabels(context, metadata.get('labels'));
  checkAnnotations(context, metadata.get('annotations'));
  for (const [field, at] of metadata.entries())
    if (!templateMetadata.includes(field) && at.isSet && !isEmpty(at) && at.number !== 0)
      context.reportKey(at, 'forbidden', { field, beside: 'ResourceClaimTemplate' });
}

/** Claims for devices. */
export const draRules: readonly Rule[] = [
  defineRule({
    id: 'dra/claim',
    level: 'error',
    kinds: ['ResourceClaim', 'ResourceClaimTemplate'],
    check(context) {
      const path = context.kind === 'ResourceClaim' ? ['spec'] : ['spec', 'spec'];
      if (isCurrent(context)) checkClaim(context, context.root.get(...path));
    },
  }),
  defineRule({ id: 'dra/template', level: 'error', kinds: ['ResourceClaimTemplate'], check: checkTemplate }),
  defineRule({
    id: 'dra/class',
    level: 'error',
    kinds: ['DeviceClass'],
    check(context) {
      const spec = context.root.get('spec');
      checkSelectors(context, spec.get('selectors'));
      for (const config of spec.get('config').items()) checkOpaque(context, config.get('opaque'));
      const name = spec.get('extendedResourceName');
      if (!context.isAtLeast('1.36') || name.string === undefined) return;
      const isExtended = formats.prefixed(name.string) && !/^requests\.|kubernetes\.io\//.test(name.string);
      if (!isExtended) context.report(name, 'bad-format', { value: name.string, format: 'prefixed' });
    },
  }),
];
