import { checkSet, checkSetOneOf } from './checks.ts';
import type { ObjectContext } from './context.ts';
import type { Cursor } from './cursor.ts';
import { checkSelector } from './labels.ts';
import { fail } from './object-checks.ts';
import { defineRule, type Rule } from './rule.ts';

const kinds = ['PodDisruptionBudget'];

function checkAmount(context: ObjectContext, at: Cursor): void {
  const number = at.number;
  if (number !== undefined && number < 0) context.report(at, 'negative', { value: String(number) });
  checkSet(context, at, 'percent');
  if (/^\d+%$/.test(at.string ?? '') && parseInt(at.string ?? '', 10) > 100) fail(context, at, 'over-100');
}

/** Pod disruption budgets. */
export const budgetRules: readonly Rule[] = [
  defineRule({
    id: 'pdb/amount',
    level: 'error',
    kinds,
    check(context) {
      const spec = context.root.get('spec');
      const amounts = ['minAvailable', 'maxUnavailable'];
      if (amounts.every(field => spec.get(field).isSet))
        context.report(spec, 'only-one', { fields: amounts });
      for (const field of amounts) checkAmount(context, spec.get(field));
    },
  }),
  defineRule({
    id: 'pdb/spec',
    level: 'error',
    kinds,
    check(context) {
      const spec = context.root.get('spec');
      checkSelector(context, spec.get('selector'));
      checkSetOneOf(context, spec.get('unhealthyPodEvictionPolicy'), ['AlwaysAllow', 'IfHealthyBudget']);
    },
  }),
];
