import { checkSetOneOf, forbid, under } from './checks.ts';
import type { ObjectContext } from './context.ts';
import type { Cursor } from './cursor.ts';
import { containersOf, isInit, isSidecar } from './pod-places.ts';
import { definePodRule } from './pod-rule.ts';
import type { Rule } from './rule.ts';

const policies = ['Always', 'Never', 'OnFailure'];

/** How containers restart, and what a resize does to them. */
export const containerRestartRules: readonly Rule[] = [
  definePodRule('pod/container-restart', (context, { spec }) => {
    for (const container of containersOf(spec)) checkRestart(context, container);
  }),
  definePodRule(
    'pod/resize-policy',
    (context, { spec }) => {
      const isNever = spec.get('restartPolicy').string === 'Never';
      for (const container of containersOf(spec)) checkResize(context, container, isNever);
    },
    '1.33',
  ),
];

function checkRestart(context: ObjectContext, container: Cursor): void {
  const policy = container.get('restartPolicy');
  if (!context.isAtLeast('1.35')) {
    // Until 1.28 the server dropped the field.
    if (isInit(container)) {
      if (context.isAtLeast('1.29')) checkSetOneOf(context, policy, ['Always']);
    } else if (context.isAtLeast('1.29')) forbid(context, policy, 'containers');
    return;
  }
  checkSetOneOf(context, policy, policies);
  const rules = container.get('restartPolicyRules');
  if (rules.items().length === 0) return;
  if (!policy.isSet)
    context.report(policy, 'needs', { field: 'restartPolicyRules', needed: 'restartPolicy' });
  const allowed = context.isAtLeast('1.36') ? ['Restart', 'RestartAllContainers'] : ['Restart'];
  if (isSidecar(container) && !context.isAtLeast('1.36')) forbid(context, rules, 'restartPolicy: Always');
  if (rules.items().length > 20) context.report(rules, 'too-many', { count: rules.items().length, max: 20 });
  for (const rule of rules.items()) checkRule(context, rule, allowed);
}

function checkRule(context: ObjectContext, rule: Cursor, allowed: readonly string[]): void {
  const codes = rule.get('exitCodes');
  if (rule.get('action').string) checkSetOneOf(context, rule.get('action'), allowed);
  if (!codes.isSet) context.report(codes, 'required', { field: 'exitCodes', empty: false, enforced: true });
  else if (codes.get('operator').string) checkSetOneOf(context, codes.get('operator'), ['In', 'NotIn']);
  const count = codes.get('values').items().length;
  if (count > 255) context.report(codes.get('values'), 'too-many', { count, max: 255 });
}

/** The server names the list, not the item, but for a resource that is there twice. */
function checkResize(context: ObjectContext, container: Cursor, isNever: boolean): void {
  const list = container.get('resizePolicy');
  const seen = new Set<string>();
  for (const item of list.items()) {
    const [resource, policy] = [item.get('resourceName'), item.get('restartPolicy')];
    const name = resource.string ?? '';
    if (seen.has(name)) context.report(item, 'duplicate', { value: name });
    seen.add(name);
    for (const [at, allowed] of [
      [resource, ['cpu', 'memory']],
      [policy, ['NotRequired', 'RestartContainer']],
    ] as const) {
      const value = at.string;
      if (value && !allowed.some(other => other === value))
        context.report(under(at, list.path), 'enum', { value, allowed });
    }
    if (policy.string !== 'RestartContainer') continue;
    if (isNever)
      context.report(under(policy, list.path), 'forbidden', {
        field: 'RestartContainer',
        beside: 'restartPolicy: Never',
      });
    if (isInit(container) && !isSidecar(container) && context.isAtLeast('1.36'))
      context.report(policy, 'needs', { field: 'RestartContainer', needed: 'restartPolicy: Always' });
  }
}
