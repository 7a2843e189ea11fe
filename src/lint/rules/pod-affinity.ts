import { checkFormat, checkRange, checkRequired, checkSet, under } from './checks.ts';
import type { ObjectContext } from './context.ts';
import type { Cursor } from './cursor.ts';
import { formats } from './formats.ts';
import { checkExpression, checkSelector } from './labels.ts';
import { definePodRule } from './pod-rule.ts';
import type { Rule } from './rule.ts';

const [required, preferred] = [
  'requiredDuringSchedulingIgnoredDuringExecution',
  'preferredDuringSchedulingIgnoredDuringExecution',
];

/** Affinity to nodes and to other pods. */
export const podAffinityRules: readonly Rule[] = [
  definePodRule('pod/node-affinity', (context, { spec }) => {
    const affinity = spec.get('affinity', 'nodeAffinity');
    checkNodeSelector(context, affinity.get(required), context.isAtLeast('1.33'));
    for (const term of affinity.get(preferred).items()) {
      checkWeight(context, term);
      checkNodeTerm(context, term.get('preference'), false);
    }
  }),
  definePodRule('pod/pod-affinity', (context, { spec, metadata, isPod }) => {
    const own = isPod ? metadata.get('labels') : undefined;
    for (const kind of ['podAffinity', 'podAntiAffinity']) {
      const affinity = spec.get('affinity', kind);
      for (const term of affinity.get(required).items()) checkTerm(context, term, own);
      for (const weighted of affinity.get(preferred).items()) {
        checkWeight(context, weighted);
        checkTerm(context, weighted.get('podAffinityTerm'), own);
      }
    }
  }),
];

/** Terms that choose nodes, of which one must hold. Volumes have them too. */
export function checkNodeSelector(context: ObjectContext, selector: Cursor, checksValues: boolean): void {
  if (!selector.isSet) return;
  const terms = selector.get('nodeSelectorTerms');
  checkRequired(context, terms);
  for (const term of terms.items()) checkNodeTerm(context, term, checksValues);
}

function checkNodeTerm(context: ObjectContext, term: Cursor, checksValues: boolean): void {
  for (const expression of term.get('matchExpressions').items()) {
    checkExpression(context, expression, ['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt']);
    if (checksValues)
      for (const value of expression.get('values').items()) checkSet(context, value, 'label-value');
  }
  for (const field of term.get('matchFields').items()) checkNodeField(context, field);
}

function checkNodeField(context: ObjectContext, field: Cursor): void {
  const [key, operator, values] = [field.get('key'), field.get('operator'), field.get('values')];
  const count = values.items().length;
  if (operator.string && operator.string !== 'In' && operator.string !== 'NotIn')
    context.report(operator, 'enum', { value: operator.string, allowed: ['In', 'NotIn'] });
  else if (operator.string && count !== 1)
    context.report(values, 'count', { count, wanted: 1, beside: `operator: ${operator.string}` });
  if (key.string && key.string !== 'metadata.name')
    context.report(key, 'enum', { value: key.string, allowed: ['metadata.name'] });
  if (key.string === 'metadata.name')
    for (const value of values.items())
      if (!formats.subdomain(value.string ?? ''))
        context.report(value, 'bad-format', { value: value.string ?? '', format: 'subdomain' });
}

function checkWeight(context: ObjectContext, term: Cursor): void {
  const weight = term.get('weight');
  if (weight.isSet) checkRange(context, weight, 1, 100);
  else checkRequired(context, weight);
}

function checkTerm(context: ObjectContext, term: Cursor, own: Cursor | undefined): void {
  checkSelector(context, term.get('labelSelector'));
  checkSelector(context, term.get('namespaceSelector'));
  for (const namespace of term.get('namespaces').items())
    if (!formats.label(namespace.string ?? ''))
      context.report(under(namespace, [...term.path, 'namespace']), 'bad-format', {
        value: namespace.string ?? '',
        format: 'label',
      });
  const key = term.get('topologyKey');
  if (key.string) checkFormat(context, key, 'qualified');
  else checkRequired(context, key);
  if (context.isAtLeast('1.31'))
    checkLabelKeys(context, term, own, ['matchLabelKeys', 'mismatchLabelKeys'], '1.31');
}

/**
 * Keys whose values a pod's own labels supply. `own`: labels of a pod, which the server merges into the selector
 * before it looks (from `merged` on); a key that is already there is then there twice.
 */
export function checkLabelKeys(
  context: ObjectContext,
  term: Cursor,
  own: Cursor | undefined,
  fields: readonly string[],
  merged: string,
): void {
  const selector = term.get('labelSelector');
  const lists = fields.map(field => term.get(field));
  for (const list of lists) {
    if (list.items().length === 0) continue;
    if (!selector.isSet)
      context.report(list, 'needs', { field: String(list.path.at(-1)), needed: 'labelSelector' });
    for (const key of list.items()) {
      if (key.string) checkSet(context, key, 'qualified');
      else context.report(key, 'bad-format', { value: '', format: 'qualified' });
    }
  }
  const [keys, unlike] = lists;
  const others = new Set(unlike?.items().map(key => key.string));
  const inSelector = countKeys(selector);
  const ownKeys = new Set(own?.entries().map(([label]) => label));
  const isMerged = context.isAtLeast(merged);
  for (const key of keys?.items() ?? []) {
    if (others.has(key.string)) context.report(key, 'duplicate', { value: key.string ?? '' });
    const count = (inSelector.get(key.string) ?? 0) + (isMerged && ownKeys.has(key.string ?? '') ? 1 : 0);
    if (selector.isSet && count > (isMerged ? 1 : 0))
      context.report(under(key, isMerged ? [...term.path, Number(key.path.at(-1))] : key.path), 'duplicate', {
        value: key.string ?? '',
      });
  }
}

/** How often a selector names each key. */
function countKeys(selector: Cursor): Map<string | undefined, number> {
  const counts = new Map<string | undefined, number>();
  const add = (key: string | undefined) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const [label] of selector.get('matchLabels').entries()) add(label);
  for (const expression of selector.get('matchExpressions').items()) add(expression.get('key').string);
  return counts;
}
