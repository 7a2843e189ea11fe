import { checkNotNegative, checkRange, checkRequired, checkSetOneOf } from './checks.ts';
import type { ObjectContext } from './context.ts';
import type { Cursor } from './cursor.ts';
import { formats } from './formats.ts';
import { matches, readLabels } from './labels.ts';
import { defineRule, type Rule } from './rule.ts';

const kinds = ['Job', 'CronJob'];
const many = 100_000;

/** The spec of a job: of the object itself, or in a CronJob. */
export function jobSpecOf({ kind, root }: Pick<ObjectContext, 'kind' | 'root'>): Cursor {
  return kind === 'Job' ? root.get('spec') : root.get('spec', 'jobTemplate', 'spec');
}

/** Numbers, modes and selectors of jobs. */
export const jobRules: readonly Rule[] = [
  defineRule({
    id: 'job/count',
    level: 'error',
    kinds,
    check(context) {
      const spec = jobSpecOf(context);
      const fields = ['parallelism', 'completions', 'activeDeadlineSeconds', 'backoffLimit'];
      checkNotNegative(
        context,
        spec,
        ...fields,
        'ttlSecondsAfterFinished',
        'backoffLimitPerIndex',
        'maxFailedIndexes',
      );
    },
  }),
  defineRule({
    id: 'job/indexed',
    level: 'error',
    kinds,
    since: '1.24',
    check(context) {
      const spec = jobSpecOf(context);
      checkSetOneOf(context, spec.get('completionMode'), ['NonIndexed', 'Indexed']);
      const perIndex = context.isAtLeast('1.29');
      if (spec.get('completionMode').string === 'Indexed') checkIndexed(context, spec, perIndex);
      else if (perIndex)
        for (const field of ['backoffLimitPerIndex', 'maxFailedIndexes'])
          needsIndexed(context, spec.get(field));
      if (perIndex && spec.get('maxFailedIndexes').isSet && !spec.get('backoffLimitPerIndex').isSet)
        context.report(spec.get('backoffLimitPerIndex'), 'needs', {
          field: 'maxFailedIndexes',
          needed: 'backoffLimitPerIndex',
        });
    },
  }),
  defineRule({
    id: 'job/selector',
    level: 'error',
    kinds,
    check(context) {
      const spec = jobSpecOf(context);
      const isManual = spec.get('manualSelector').boolean === true;
      const selector = spec.get('selector');
      if (context.kind === 'CronJob') {
        if (isManual)
          context.report(spec.get('manualSelector'), 'enum', { value: 'true', allowed: ['false'] });
        if (selector.isSet)
          context.reportKey(selector, 'forbidden', { field: 'selector', beside: 'CronJob' });
      } else if (isManual) checkRequired(context, selector);
      else checkGenerated(context, spec, selector);
    },
  }),
  defineRule({
    id: 'job/policy',
    level: 'error',
    kinds,
    since: '1.29',
    check(context) {
      const spec = jobSpecOf(context);
      const policy = spec.get('podReplacementPolicy');
      const hasFailurePolicy = spec.get('podFailurePolicy').isSet;
      checkSetOneOf(context, policy, hasFailurePolicy ? ['Failed'] : ['Failed', 'TerminatingOrFailed']);
      if (context.isAtLeast('1.32')) checkManagedBy(context, spec.get('managedBy'));
    },
  }),
];

/** A mode other than Indexed has no indexes. */
export function needsIndexed({ report }: ObjectContext, at: Cursor): void {
  if (at.isSet) report(at, 'needs', { field: String(at.path.at(-1)), needed: 'completionMode: Indexed' });
}

function checkIndexed(context: ObjectContext, spec: Cursor, perIndex: boolean): void {
  const [completions, parallelism] = [spec.get('completions'), spec.get('parallelism')];
  // A Job without both numbers has one completion; a CronJob's template is not filled in.
  if (!completions.isSet && (context.kind === 'CronJob' || parallelism.isSet))
    checkRequired(context, completions);
  const count = completions.number;
  const isLarge = perIndex && (count ?? 0) > many && spec.get('backoffLimitPerIndex').isSet;
  const max = isLarge ? many / 10 : many;
  if ((parallelism.number ?? 0) > max) checkRange(context, parallelism, 0, max);
  const failed = spec.get('maxFailedIndexes');
  if (perIndex && (failed.number ?? 0) > Math.min(max, count ?? max))
    context.report(failed, 'at-most', {
      value: String(failed.number),
      other: 'completions',
      wanted: String(Math.min(max, count ?? max)),
    });
  if (isLarge) checkRequired(context, failed);
  const name = context.root.get('metadata', 'name');
  const host = `${name.string}-${(count ?? 0) - 1}`;
  if (context.kind === 'Job' && name.string && count && count > 0 && !formats.label(host))
    context.report(name, 'bad-format', { value: host, format: 'label' });
}

/** The server makes the selector itself, from labels that it adds to the template. */
function checkGenerated(context: ObjectContext, spec: Cursor, selector: Cursor): void {
  const name = context.root.get('metadata', 'name').string ?? '';
  const prefixes = context.isAtLeast('1.27') ? ['', 'batch.kubernetes.io/'] : [''];
  const own = new Map(prefixes.map(prefix => [`${prefix}job-name`, name]));
  const generated = prefixes.map(prefix => `${prefix}controller-uid`);
  const isKnown = (key: string) => own.has(key) || generated.includes(key);
  if (matches(selector, own) === false)
    context.report(selector, 'needs', { field: 'selector', needed: 'manualSelector: true' });
  if (!name) return;
  if (name.length > 63)
    context.report(context.root.get('metadata', 'name'), 'too-long', { value: name, max: 63 });
  const labels = spec.get('template', 'metadata', 'labels');
  for (const [key, value] of readLabels(labels))
    if (isKnown(key) && own.get(key) !== value)
      context.reportKey(labels.get(key), 'forbidden', { field: key, beside: 'manualSelector: false' });
}

function checkManagedBy(context: ObjectContext, managedBy: Cursor): void {
  const value = managedBy.string;
  if (value === undefined) return;
  const [, host = '', rest = ''] = /^([^/]*)\/(.*)$/s.exec(value) ?? [];
  if (!formats.subdomain(host) || !/^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/.test(rest))
    context.report(managedBy, 'domain-path', { value });
  else if (value.length > 63) context.report(managedBy, 'too-long', { value, max: 63 });
}
