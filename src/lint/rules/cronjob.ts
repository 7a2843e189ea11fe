import { checkNotNegative, checkOneOf } from './checks.ts';
import { isSchedule, isTimeZone } from './cronjob-schedule.ts';
import { defineRule, type Rule } from './rule.ts';

const kinds = ['CronJob'];

/** When a CronJob runs. */
export const cronJobRules: readonly Rule[] = [
  defineRule({
    id: 'cronjob/schedule',
    level: 'error',
    kinds,
    check(context) {
      const schedule = context.root.get('spec', 'schedule');
      const value = schedule.string;
      if (!value) return;
      if (value.includes('TZ') && context.isAtLeast('1.29'))
        context.report(schedule, 'forbidden', { field: 'TZ', beside: 'schedule (timeZone)' });
      else if (!value.includes('TZ=') && !isSchedule(value))
        context.report(schedule, 'schedule', { value, fields: value.trim().split(/\s+/).length });
    },
  }),
  defineRule({
    id: 'cronjob/time-zone',
    level: 'error',
    kinds,
    since: '1.25',
    check({ root, report }) {
      const zone = root.get('spec', 'timeZone');
      if (zone.string !== undefined && !isTimeZone(zone.string))
        report(zone, 'time-zone', { value: zone.string });
    },
  }),
  defineRule({
    id: 'cronjob/policy',
    level: 'error',
    kinds,
    check(context) {
      const spec = context.root.get('spec');
      checkOneOf(context, spec.get('concurrencyPolicy'), ['Allow', 'Forbid', 'Replace']);
      checkNotNegative(
        context,
        spec,
        'startingDeadlineSeconds',
        'successfulJobsHistoryLimit',
        'failedJobsHistoryLimit',
      );
    },
  }),
];
