import { checkFormat, checkOneOf, checkRange, checkRequired, checkUnique, someOf, under } from './checks.ts';
import type { ObjectContext } from './context.ts';
import type { Cursor } from './cursor.ts';
import { jobSpecOf, needsIndexed } from './job.ts';
import { containerNames } from './pod-places.ts';
import { defineRule, type Rule } from './rule.ts';

const kinds = ['Job', 'CronJob'];

/** When a job counts as failed or done. */
export const jobPolicyRules: readonly Rule[] = [
  defineRule({
    id: 'job/failure-policy',
    level: 'error',
    kinds,
    since: '1.26',
    check(context) {
      const spec = jobSpecOf(context);
      const policy = spec.get('podFailurePolicy');
      if (!policy.isSet) return;
      const restart = spec.get('template', 'spec', 'restartPolicy');
      if (restart.string === 'OnFailure')
        context.report(restart, 'needs', { field: 'podFailurePolicy', needed: 'restartPolicy: Never' });
      const rules = policy.get('rules');
      const names = new Set(containerNames(spec.get('template', 'spec')));
      if (rules.items().length > 20)
        context.report(rules, 'too-many', { count: rules.items().length, max: 20 });
      for (const rule of rules.items()) checkFailureRule(context, rule, names, spec);
    },
  }),
  defineRule({
    id: 'job/success-policy',
    level: 'error',
    kinds,
    since: '1.31',
    check(context) {
      const spec = jobSpecOf(context);
      const policy = spec.get('successPolicy');
      if (!policy.isSet) return;
      if (spec.get('completionMode').string !== 'Indexed') {
        needsIndexed(context, policy);
        return;
      }
      const rules = policy.get('rules');
      checkRequired(context, rules);
      if (rules.items().length > 20)
        context.report(rules, 'too-many', { count: rules.items().length, max: 20 });
      const isSingle = context.kind === 'Job' && !spec.get('parallelism').isSet;
      const completions = spec.get('completions').number ?? (isSingle ? 1 : undefined);
      if (completions !== undefined)
        for (const rule of rules.items()) checkSuccessRule(context, rule, completions);
    },
  }),
];

function checkFailureRule(
  context: ObjectContext,
  rule: Cursor,
  names: ReadonlySet<string>,
  spec: Cursor,
): void {
  const action = rule.get('action');
  checkOneOf(context, action, ['Count', 'FailIndex', 'FailJob', 'Ignore']);
  if (context.isAtLeast('1.29') && action.string === 'FailIndex' && !spec.get('backoffLimitPerIndex').isSet)
    context.report(action, 'needs', { field: 'FailIndex', needed: 'backoffLimitPerIndex' });
  const [codes, conditions] = [rule.get('onExitCodes'), rule.get('onPodConditions').items()];
  const fields = ['onExitCodes', 'onPodConditions'];
  if (codes.isSet && conditions.length > 0) context.report(rule, 'only-one', { fields });
  if (!codes.isSet && conditions.length === 0) context.report(rule, 'one-of', { fields });
  if (codes.isSet) checkExitCodes(context, codes, names);
  if (conditions.length > 20)
    context.report(rule.get('onPodConditions'), 'too-many', { count: conditions.length, max: 20 });
  for (const condition of conditions) {
    const type = condition.get('type');
    if (type.string) checkFormat(context, type, 'qualified');
    else checkRequired(context, type);
    checkOneOf(context, condition.get('status'), ['False', 'True', 'Unknown']);
  }
}

function checkExitCodes(context: ObjectContext, codes: Cursor, names: ReadonlySet<string>): void {
  const [operator, values] = [codes.get('operator'), codes.get('values')];
  checkOneOf(context, operator, ['In', 'NotIn']);
  const container = codes.get('containerName');
  if (container.string !== undefined && !names.has(container.string))
    context.report(container, 'not-found', {
      value: container.string,
      what: 'container',
      known: someOf(names),
    });
  checkRequired(context, values);
  const items = values.items();
  if (items.length > 255) context.report(values, 'too-many', { count: items.length, max: 255 });
  const numbers = items.map(value => value.number ?? 0);
  items.forEach((value, index) => {
    if (operator.string === 'In' && numbers[index] === 0)
      context.report(value, 'forbidden', { field: '0', beside: 'operator: In' });
  });
  checkUnique(context, items, value => String(value.number ?? 0));
  if (numbers.some((value, index) => index > 0 && value < (numbers[index - 1] ?? value)))
    context.report(values, 'not-ordered', {});
}

function checkSuccessRule(context: ObjectContext, rule: Cursor, completions: number): void {
  const [count, indexes] = [rule.get('succeededCount'), rule.get('succeededIndexes')];
  const fields = ['succeededCount', 'succeededIndexes'];
  if (!count.isSet && !indexes.isSet) context.report(rule, 'one-of', { fields });
  const total = indexes.string === undefined ? completions : countIndexes(indexes.string, completions);
  if (total === undefined)
    context.report(indexes, 'indexes', { value: indexes.string ?? '', max: completions - 1 });
  checkRange(context, under(count, count.path), 0, Math.min(completions, total ?? 0));
}

/** How many indexes `0-2,5` names. `undefined` if they are not in order, too large, or no numbers. */
function countIndexes(text: string, completions: number): number | undefined {
  if (text === '') return 0;
  let [total, last] = [0, Number.NEGATIVE_INFINITY];
  for (const part of text.split(',')) {
    const ends = part.split('-');
    if (ends.length > 2 || !ends.every(end => /^\+?\d+$/.test(end))) return undefined;
    const [first = 0, end = first] = ends.map(Number);
    if (first <= last || end >= completions || (ends.length > 1 && first >= end)) return undefined;
    total += end - first + 1;
    last = end;
  }
  return total;
}
