import { checkRequired } from './checks.ts';
import type { ObjectContext } from './context.ts';
import type { Cursor } from './cursor.ts';
import { checkSelector, isEmptySelector, matches, readLabels } from './labels.ts';
import { templateOf } from './pod-places.ts';
import { defineRule, type Rule } from './rule.ts';

const kinds = ['Deployment', 'ReplicaSet', 'DaemonSet', 'StatefulSet'];

/** Selectors of objects that make pods. */
export const selectorRules: readonly Rule[] = [
  defineRule({
    id: 'selector/expression',
    level: 'error',
    kinds: [...kinds, 'Job'],
    check(context) {
      checkSelector(context, context.root.get('spec', 'selector'));
    },
  }),
  defineRule({
    id: 'selector/empty',
    level: 'error',
    kinds: [...kinds, 'ReplicationController'],
    check(context) {
      const selector = context.root.get('spec', 'selector');
      if (context.kind !== 'ReplicationController') {
        if (selector.isSet && isEmptySelector(selector)) context.report(selector, 'empty-selector', {});
      } else if (selector.entries().length + labelsOf(context).entries().length === 0)
        checkRequired(context, selector);
    },
  }),
  defineRule({
    id: 'selector/mismatch',
    level: 'error',
    kinds: [...kinds, 'ReplicationController', 'Job'],
    check(context) {
      const selector = context.root.get('spec', 'selector');
      const labels = labelsOf(context);
      if (context.kind === 'Job' && context.root.get('spec', 'manualSelector').boolean !== true) return;
      if (!selector.isSet || fits(context, selector, labels)) return;
      context.report(labels, 'selector-mismatch', { selector: describe(selector) });
    },
  }),
];

function labelsOf(context: ObjectContext): Cursor {
  return (templateOf(context) ?? context.root).get('metadata', 'labels');
}

/** A selector that is not valid has other findings. */
function fits({ kind }: ObjectContext, selector: Cursor, labels: Cursor): boolean {
  const own = readLabels(labels);
  if (kind === 'ReplicationController')
    return selector.entries().every(([key, value]) => own.get(key) === (value.string ?? ''));
  return matches(selector, own) ?? true;
}

function describe(selector: Cursor): string {
  const labels = selector.get('matchLabels').isSet ? selector.get('matchLabels') : selector;
  return labels
    .entries()
    .filter(([, value]) => value.string !== undefined)
    .map(([key, value]) => `${key}=${value.string}`)
    .join(',');
}
