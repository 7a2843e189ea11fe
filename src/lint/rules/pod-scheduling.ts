import {
  checkFormat,
  checkOneOf,
  checkRange,
  checkRequired,
  checkSet,
  checkSetOneOf,
  checkUnique,
  under,
} from './checks.ts';
import type { ObjectContext } from './context.ts';
import type { Cursor } from './cursor.ts';
import { formats } from './formats.ts';
import { checkLabels, checkSelector } from './labels.ts';
import { checkLabelKeys } from './pod-affinity.ts';
import { definePodRule } from './pod-rule.ts';
import type { Rule } from './rule.ts';

/** Where a pod may run, besides affinity. */
export const podSchedulingRules: readonly Rule[] = [
  definePodRule('pod/toleration', (context, { spec }) => {
    for (const toleration of spec.get('tolerations').items()) checkToleration(context, toleration);
  }),
  definePodRule('pod/topology-spread', (context, { spec, metadata, isPod }) => {
    const constraints = spec.get('topologySpreadConstraints').items();
    const last = new Map(constraints.map(constraint => [pairOf(constraint), constraint]));
    for (const constraint of constraints) {
      checkConstraint(context, constraint, isPod ? metadata.get('labels') : undefined);
      // The server blames the first of two.
      const value = pairOf(constraint);
      const path = [...constraint.path, '{topologyKey, whenUnsatisfiable}'];
      if (last.get(value) !== constraint) context.report(under(constraint, path), 'duplicate', { value });
    }
  }),
  definePodRule('pod/node-selector', (context, { spec }) => {
    checkLabels(context, spec.get('nodeSelector'));
    checkFormat(context, spec.get('nodeName'), 'subdomain');
  }),
  definePodRule('pod/gate', (context, { spec, isPod }) => {
    for (const gate of spec.get('readinessGates').items()) {
      const type = gate.get('conditionType');
      if (type.string) checkFormat(context, type, 'qualified');
      else checkRequired(context, type);
    }
    const gates = spec.get('schedulingGates').items();
    for (const gate of gates) {
      const name = gate.get('name');
      if (!name.string) checkRequired(context, name, gate.path);
      else checkSet(context, name, 'qualified', gate.path);
    }
    checkUnique(context, gates, gate => gate.get('name').string);
    const node = spec.get('nodeName');
    if (isPod && node.string && gates.length > 0)
      context.reportKey(node, 'forbidden', { field: 'nodeName', beside: 'schedulingGates' });
  }),
];

function checkToleration(context: ObjectContext, toleration: Cursor): void {
  const [operator, key, value] = ['operator', 'key', 'value'].map(field => toleration.get(field));
  if (!operator || !key || !value) return;
  const effect = toleration.get('effect');
  checkFormat(context, key, 'qualified');
  if (!key.string && operator.string !== 'Exists')
    context.report(operator, 'needs', { field: 'key: ""', needed: 'operator: Exists' });
  if (toleration.get('tolerationSeconds').isSet && effect.string !== 'NoExecute')
    context.report(effect, 'needs', { field: 'tolerationSeconds', needed: 'effect: NoExecute' });
  if (operator.string === 'Exists') {
    if (value.string)
      context.reportKey(under(value, operator.path), 'forbidden', {
        field: 'value',
        beside: 'operator: Exists',
      });
  } else if (!operator.string || operator.string === 'Equal') {
    if (!formats['label-value'](value.string ?? ''))
      context.report(under(value, operator.path), 'bad-format', {
        value: value.string ?? '',
        format: 'label-value',
      });
  } else checkSetOneOf(context, operator, ['Equal', 'Exists']);
  checkOneOf(context, effect, ['NoSchedule', 'PreferNoSchedule', 'NoExecute']);
}

function pairOf(constraint: Cursor): string {
  return `${constraint.get('topologyKey').string ?? ''}, ${constraint.get('whenUnsatisfiable').string ?? ''}`;
}

function checkConstraint(context: ObjectContext, constraint: Cursor, own: Cursor | undefined): void {
  checkRange(context, constraint.get('maxSkew'), 1);
  const action = constraint.get('whenUnsatisfiable');
  checkOneOf(context, action, ['DoNotSchedule', 'ScheduleAnyway']);
  const domains = constraint.get('minDomains');
  if (domains.isSet) {
    checkRange(context, domains, 1);
    if (action.string !== 'DoNotSchedule')
      context.report(domains, 'needs', { field: 'minDomains', needed: 'whenUnsatisfiable: DoNotSchedule' });
  }
  for (const field of ['nodeAffinityPolicy', 'nodeTaintsPolicy'])
    checkSetOneOf(context, constraint.get(field), ['Honor', 'Ignore']);
  checkSelector(context, constraint.get('labelSelector'));
  if (context.isAtLeast('1.27')) checkLabelKeys(context, constraint, own, ['matchLabelKeys'], '1.34');
}
