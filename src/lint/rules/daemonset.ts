import { checkOneOf } from './checks.ts';
import { amountOf, checkAmount } from './deployment.ts';
import { defineRule, type Rule } from './rule.ts';

/** How a DaemonSet replaces its pods. */
export const daemonSetRules: readonly Rule[] = [
  defineRule({
    id: 'daemonset/strategy',
    level: 'error',
    kinds: ['DaemonSet'],
    check(context) {
      const strategy = context.root.get('spec', 'updateStrategy');
      checkOneOf(context, strategy.get('type'), ['RollingUpdate', 'OnDelete'], strategy.path);
      if ((strategy.get('type').string || 'RollingUpdate') !== 'RollingUpdate') return;
      const rolling = strategy.get('rollingUpdate');
      const [surge, unavailable] = [rolling.get('maxSurge'), rolling.get('maxUnavailable')];
      checkAmount(context, unavailable, 100);
      checkAmount(context, surge, 100);
      const [more, less] = [amountOf(surge, 0), amountOf(unavailable, 1)];
      if (more !== 0 && less !== 0)
        context.report(surge, 'forbidden', {
          field: 'maxSurge',
          beside: `maxUnavailable: ${unavailable.text ?? 1}`,
        });
      if (more === 0 && less === 0) context.report(unavailable, 'both-zero', { other: 'maxSurge' });
    },
  }),
];
