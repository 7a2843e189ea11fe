import { checkRequired, setFields } from './checks.ts';
import type { ObjectContext } from './context.ts';
import type { Cursor } from './cursor.ts';
import { fail, isEmpty, needsFormat, needsOneOf, needsPositive } from './object-checks.ts';
import { parseQuantity } from './quantity.ts';
import { checkContainerResourceName } from './resource-names.ts';
import { defineRule, type Rule } from './rule.ts';
import { checkTable, tableRule } from './table.ts';

const kinds = ['HorizontalPodAutoscaler'];
const blocks: Readonly<Record<string, string>> = {
  ContainerResource: 'containerResource',
  External: 'external',
  Object: 'object',
  Pods: 'pods',
  Resource: 'resource',
};

function isCurrent({ apiVersion }: ObjectContext): boolean {
  return apiVersion === 'autoscaling/v2' || apiVersion === 'autoscaling/v2beta2';
}

function checkReplicas(context: ObjectContext): void {
  const spec = context.root.get('spec');
  const min = spec.get('minReplicas');
  const max = spec.get('maxReplicas');
  needsPositive(context, max);
  if (max.number !== undefined && max.number > 0 && max.number < (min.number ?? 1))
    fail(context, max, 'max-below-min');
}

function checkTarget(context: ObjectContext): void {
  const ref = context.root.get('spec', 'scaleTargetRef');
  checkApiVersion(context, ref.get('apiVersion'), ref.get('kind').string !== 'ReplicationController');
}

/** `needsGroup`: the core group is no answer. Looked at since 1.34. */
function checkApiVersion(context: ObjectContext, at: Cursor, needsGroup: boolean): void {
  if (!context.isAtLeast('1.34')) return;
  const parts = (at.string ?? '').split('/');
  if (parts.length > 2) context.report(at, 'bad-format', { value: at.string ?? '', format: 'group-version' });
  else if (needsGroup && (parts.length < 2 || parts[0] === '')) fail(context, at, 'hpa-core-group');
}

function checkMetric(context: ObjectContext, metric: Cursor): void {
  const type = metric.get('type');
  needsOneOf(context, type, Object.keys(blocks));
  const own = blocks[type.string ?? ''];
  const set = setFields(metric, Object.values(blocks));
  if (own !== undefined && !metric.get(own).isSet) checkRequired(context, metric.get(own));
  for (const block of set) {
    const name = String(block.path.at(-1));
    if (own !== undefined && name !== own)
      context.reportKey(block, 'forbidden', { field: name, beside: `type: ${type.string}` });
    checkBlock(context, block, name);
  }
}

function checkBlock(context: ObjectContext, block: Cursor, name: string): void {
  if (name === 'resource' || name === 'containerResource') {
    checkRequired(context, block.get('name'));
    if (name === 'containerResource') {
      needsFormat(context, block.get('container'), 'label');
      if (block.get('name').string)
        checkContainerResourceName(context, block.get('name').string ?? '', block.get('name'));
    }
  } else needsFormat(context, block.get('metric', 'name'), 'path');
  if (name === 'object') {
    checkTable(context, block, 'describedObject.kind ! ~path\ndescribedObject.name ! ~path');
    checkApiVersion(context, block.get('describedObject', 'apiVersion'), false);
  }
  checkMetricTarget(context, block.get('target'), name);
}

function checkMetricTarget(context: ObjectContext, target: Cursor, name: string): void {
  checkTable(context, target, 'type !! =Utilization|Value|AverageValue\naverageUtilization <1');
  const utilization = target.get('averageUtilization');
  const average = target.get('averageValue');
  const value = target.get('value');
  for (const at of [value, average]) {
    const size = parseQuantity(at.text);
    if (size !== undefined && size <= 0n) context.report(at, 'not-positive', { value: at.text ?? '' });
  }
  if (name === 'pods') {
    if (!average.isSet) checkRequired(context, average);
  } else if (name === 'object' || name === 'external') {
    if (!average.isSet && !value.isSet)
      context.report(average, 'one-of', { fields: ['value', 'averageValue'] });
    else if (name === 'external' && average.isSet && value.isSet)
      context.reportKey(value, 'forbidden', { field: 'value', beside: 'averageValue' });
  } else if (!average.isSet && !utilization.isSet)
    context.report(utilization, 'one-of', { fields: ['averageUtilization', 'averageValue'] });
  else if (average.isSet && utilization.isSet)
    context.reportKey(average, 'forbidden', { field: 'averageValue', beside: 'averageUtilization' });
}

const behavior = `
stabilizationWindowSeconds <0,3600
selectPolicy ==Disabled|Max|Min
policies[].type ! =Percent|Pods`;

function checkBehavior(context: ObjectContext): void {
  for (const direction of ['scaleUp', 'scaleDown']) {
    const rules = context.root.get('spec', 'behavior', direction);
    checkTable(context, rules, behavior);
    const policies = rules.get('policies');
    if (policies.isSet && isEmpty(policies)) checkRequired(context, policies);
    for (const policy of policies.items()) {
      needsPositive(context, policy.get('value'));
      needsPositive(context, policy.get('periodSeconds'), 1800);
    }
    const tolerance = parseQuantity(rules.get('tolerance').text);
    if (tolerance !== undefined && tolerance < 0n)
      context.report(rules.get('tolerance'), 'negative', { value: rules.get('tolerance').text ?? '' });
  }
}

const target = `
spec.scaleTargetRef.kind !! ~path
spec.scaleTargetRef.name !! ~path`;

/** Horizontal pod autoscalers. */
export const hpaRules: readonly Rule[] = [
  tableRule(
    'hpa/replicas',
    kinds,
    'spec.minReplicas <1\nspec.targetCPUUtilizationPercentage <1',
    checkReplicas,
  ),
  tableRule('hpa/target', kinds, target, checkTarget),
  defineRule({
    id: 'hpa/metrics',
    level: 'error',
    kinds,
    check(context) {
      if (!isCurrent(context)) return;
      for (const metric of context.root.get('spec', 'metrics').items()) checkMetric(context, metric);
    },
  }),
  defineRule({ id: 'hpa/behavior', level: 'error', kinds, check: checkBehavior }),
];
