import { checkFormat, checkOneOf, checkRange, forbid } from './checks.ts';
import { checkClaimSpec } from './claim.ts';
import type { ObjectContext } from './context.ts';
import type { Cursor } from './cursor.ts';
import { formats } from './formats.ts';
import { defineRule, type Rule } from './rule.ts';

const kinds = ['StatefulSet'];

/** What only a StatefulSet has. */
export const statefulSetRules: readonly Rule[] = [
  defineRule({
    id: 'statefulset/strategy',
    level: 'error',
    kinds,
    check(context) {
      const spec = context.root.get('spec');
      const strategy = spec.get('updateStrategy');
      const rolling = strategy.get('rollingUpdate');
      checkOneOf(context, strategy.get('type'), ['RollingUpdate', 'OnDelete'], strategy.path);
      if (strategy.get('type').string === 'OnDelete') forbid(context, rolling, 'type: OnDelete');
      else checkRange(context, rolling.get('partition'), 0);
      checkOneOf(context, spec.get('podManagementPolicy'), ['OrderedReady', 'Parallel']);
      checkRange(context, spec.get('ordinals', 'start'), 0);
      if (context.isAtLeast('1.27'))
        for (const field of ['whenDeleted', 'whenScaled'])
          checkOneOf(context, spec.get('persistentVolumeClaimRetentionPolicy', field), ['Retain', 'Delete']);
    },
  }),
  defineRule({
    id: 'statefulset/service-name',
    level: 'error',
    kinds,
    since: '1.33',
    check(context) {
      checkFormat(context, context.root.get('spec', 'serviceName'), 'label');
    },
  }),
  defineRule({
    id: 'statefulset/claim',
    level: 'error',
    kinds,
    since: '1.34',
    check(context) {
      for (const claim of context.root.get('spec', 'volumeClaimTemplates').items()) {
        checkClaimSpec(context, claim.get('spec'));
        checkFormat(context, claim.get('spec', 'dataSourceRef', 'namespace'), 'label');
        checkName(context, claim.get('metadata', 'name'));
      }
    },
  }),
];

/** The name becomes that of a volume of the pod: the server blames `volumes`, where the reader has nothing. */
function checkName({ report }: ObjectContext, name: Cursor): void {
  const value = name.string ?? '';
  if (!formats.label(value)) report(name, 'bad-format', { value, format: 'label' });
}
