import { checkRequired, forbid, under } from './checks.ts';
import type { ObjectContext } from './context.ts';
import type { Cursor } from './cursor.ts';
import { one, parseQuantity } from './quantity.ts';
import { checkResourceName, countedNames, quotaNames } from './resource-names.ts';
import { defineRule, type Rule } from './rule.ts';

const kinds = ['ResourceQuota'];
const plainScopes = [
  'Terminating',
  'NotTerminating',
  'BestEffort',
  'NotBestEffort',
  'CrossNamespacePodAffinity',
];
const compute = ['cpu', 'memory'].flatMap(name => [name, `limits.${name}`, `requests.${name}`]);
const opposites: Readonly<Record<string, string>> = {
  BestEffort: 'NotBestEffort',
  NotBestEffort: 'BestEffort',
  Terminating: 'NotTerminating',
  NotTerminating: 'Terminating',
};

function scopesOf({ isAtLeast }: ObjectContext): string[] {
  return [...plainScopes, 'PriorityClass', ...(isAtLeast('1.34') ? ['VolumeAttributesClass'] : [])];
}

function checkHard(context: ObjectContext): void {
  for (const [name, amount] of context.root.get('spec', 'hard').entries()) {
    checkResourceName(context, name, amount, quotaNames);
    const value = amount.text ?? '0';
    const size = parseQuantity(value);
    if (size === undefined) continue;
    if (size < 0n) context.report(amount, 'negative', { value });
    else if ((countedNames.includes(name) || isExtended(name)) && size % one !== 0n)
      context.report(amount, 'not-integer', { value });
  }
}

/** Resources of others, such as devices, and objects that are counted. */
function isExtended(name: string): boolean {
  return name.includes('/') && !name.includes('kubernetes.io/') && !name.startsWith('requests.');
}

/** Whether a quota of that scope can count a resource. */
function fits(scope: string, resource: string): boolean {
  if (scope === 'VolumeAttributesClass') return /^(requests\.storage|persistentvolumeclaims)$/.test(resource);
  return resource === 'pods' || (scope !== 'BestEffort' && compute.includes(resource));
}

function checkScopes(context: ObjectContext): void {
  const spec = context.root.get('spec');
  const hard = spec.get('hard').entries();
  const scopes = spec.get('scopes');
  const names = scopes.items().map(scope => scope.string ?? '');
  for (const scope of scopes.items()) checkScope(context, scope, scopes.path, names, hard, scopes.path);
  const expressions = spec.get('scopeSelector', 'matchExpressions');
  const items = expressions.items();
  const selected = items.map(item => item.get('scopeName').string ?? '');
  for (const item of items) {
    const path = [...expressions.path, 'scopeName'];
    checkScope(context, item.get('scopeName'), path, selected, hard, expressions.path);
    checkRequirement(context, item, expressions.path);
  }
}

function checkScope(
  context: ObjectContext,
  at: Cursor,
  path: Cursor['path'],
  all: readonly string[],
  hard: readonly [string, Cursor][],
  whole: Cursor['path'],
): void {
  const scope = at.string ?? '';
  const allowed = scopesOf(context);
  if (!allowed.includes(scope)) {
    context.report(under(at, path), 'enum', { value: scope, allowed });
    return;
  }
  const odd = hard.find(([name]) => quotaNames.includes(name) && !fits(scope, name));
  if (odd) context.report(under(at, whole), 'scope-resource', { scope, resource: odd[0] });
  const opposite = opposites[scope];
  if (opposite !== undefined && all.includes(opposite))
    context.report(under(at, whole), 'forbidden', { field: scope, beside: opposite });
}

function checkRequirement(context: ObjectContext, item: Cursor, path: Cursor['path']): void {
  const scope = item.get('scopeName').string ?? '';
  const operator = item.get('operator');
  const values = item.get('values');
  const name = operator.string ?? '';
  const count = values.items().length;
  const called = (field: string) => [...path, field];
  if (plainScopes.includes(scope) && name !== 'Exists')
    context.report(under(operator, called('operator')), 'enum', { value: name, allowed: ['Exists'] });
  if (name === 'In' || name === 'NotIn') {
    if (count === 0) checkRequired(context, under(values, called('values')));
  } else if (name === 'Exists' || name === 'DoesNotExist') {
    if (count > 0) forbid(context, under(values, called('values')), `operator: ${name}`);
  } else
    context.report(under(operator, called('operator')), 'enum', {
      value: name,
      allowed: ['In', 'NotIn', 'Exists', 'DoesNotExist'],
    });
}

/** Resource quotas. */
export const quotaRules: readonly Rule[] = [
  defineRule({ id: 'quota/hard', level: 'error', kinds, check: checkHard }),
  defineRule({ id: 'quota/scopes', level: 'error', kinds, check: checkScopes }),
];
