import { checkOneOf, checkRange, checkSet, forbid, type Reporter } from './checks.ts';
import type { Cursor } from './cursor.ts';
import { defineRule, type Rule } from './rule.ts';

/** How a Deployment replaces its pods. */
export const deploymentRules: readonly Rule[] = [
  defineRule({
    id: 'deployment/strategy',
    level: 'error',
    kinds: ['Deployment'],
    check(context) {
      const strategy = context.root.get('spec', 'strategy');
      const rolling = strategy.get('rollingUpdate');
      const type = strategy.get('type').string || 'RollingUpdate';
      checkOneOf(context, strategy.get('type'), ['Recreate', 'RollingUpdate'], strategy.path);
      if (type === 'Recreate') forbid(context, rolling, 'type: Recreate');
      if (type !== 'RollingUpdate') return;
      const [surge, unavailable] = [rolling.get('maxSurge'), rolling.get('maxUnavailable')];
      checkAmount(context, unavailable, 100);
      checkAmount(context, surge);
      if (amountOf(surge, 25) === 0 && amountOf(unavailable, 25) === 0)
        context.report(unavailable, 'both-zero', { other: 'maxSurge' });
    },
  }),
  defineRule({
    id: 'deployment/deadline',
    level: 'error',
    kinds: ['Deployment'],
    check(context) {
      const spec = context.root.get('spec');
      const deadline = spec.get('progressDeadlineSeconds');
      const [value, ready] = [deadline.number ?? 600, spec.get('minReadySeconds').number ?? 0];
      if (value < 0) checkRange(context, deadline, 0);
      else if (value <= ready)
        context.report(deadline, 'above', { value: String(value), other: `minReadySeconds: ${ready}` });
    },
  }),
];

/** A number of pods, or a share of them. */
export function checkAmount(reporter: Reporter, amount: Cursor, maxPercent = Number.POSITIVE_INFINITY): void {
  checkRange(reporter, amount, 0);
  checkSet(reporter, amount, 'percent');
  const value = /^(\d+)%$/.exec(amount.string ?? '')?.[1];
  if (value !== undefined && Number(value) > maxPercent)
    reporter.report(amount, 'out-of-range', { value: Number(value), min: 0, max: maxPercent });
}

/** What the server makes of an amount: the number before `%`, 0 for what is no number. */
export function amountOf(amount: Cursor, otherwise: number): number {
  if (!amount.isSet) return otherwise;
  return (
    amount.number ?? (/^[+-]?\d+%?$/.test(amount.string ?? '') ? Number.parseInt(amount.string ?? '', 10) : 0)
  );
}
