import { checkNotNegative, checkRequired, forbid } from './checks.ts';
import { checkAnnotations, checkLabels } from './labels.ts';
import { podKinds, templateOf } from './pod-places.ts';
import { defineRule, type Rule } from './rule.ts';

const always = ['ReplicationController', 'Deployment', 'ReplicaSet', 'DaemonSet', 'StatefulSet'];
const jobs = ['Job', 'CronJob'];

/** Everything that makes pods of a template. */
export const workloadRules: readonly Rule[] = [
  defineRule({
    id: 'template/labels',
    level: 'error',
    kinds: podKinds.filter(kind => kind !== 'Pod'),
    check(context) {
      const template = templateOf(context);
      if (!template) return;
      // The server leaves `metadata` out of these paths.
      for (const [field, check] of [
        ['labels', checkLabels],
        ['annotations', checkAnnotations],
      ] as const)
        check(context, template.get('metadata', field), [...template.path, field]);
    },
  }),
  defineRule({
    id: 'template/restart-policy',
    level: 'error',
    kinds: [...always, ...jobs],
    check(context) {
      const template = templateOf(context);
      if (!template) return;
      const policy = template.get('spec', 'restartPolicy');
      const value = policy.string || 'Always';
      const isJob = jobs.includes(context.kind);
      const isWrong = isJob ? value === 'Always' : value === 'OnFailure' || value === 'Never';
      if (isWrong && (template.isSet || isJob))
        context.report(policy, 'restart-policy', {
          value: policy.string ?? '',
          kind: context.kind,
          allowed: isJob ? ['OnFailure', 'Never'] : ['Always'],
        });
      if (!isJob) forbid(context, template.get('spec', 'activeDeadlineSeconds'), context.kind);
    },
  }),
  defineRule({
    id: 'workload/count',
    level: 'error',
    kinds: always,
    check(context) {
      const spec = context.root.get('spec');
      checkNotNegative(context, spec, 'replicas', 'minReadySeconds');
      // Nothing looks at it in a StatefulSet.
      if (context.kind !== 'StatefulSet') checkNotNegative(context, spec, 'revisionHistoryLimit');
      if (context.kind === 'ReplicationController') checkRequired(context, spec.get('template'));
    },
  }),
];
