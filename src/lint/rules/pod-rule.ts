import type { ObjectContext } from './context.ts';
import { type PodPlace, podKinds, podOf } from './pod-places.ts';
import { defineRule, type Rule } from './rule.ts';

/** A rule about a pod, wherever it is. */
export function definePodRule(
  id: string,
  check: (context: ObjectContext, pod: PodPlace) => void,
  since?: string,
): Rule {
  return defineRule({
    id,
    level: 'error',
    kinds: podKinds,
    ...(since === undefined ? {} : { since }),
    check(context) {
      const pod = podOf(context);
      if (pod) check(context, pod);
    },
  });
}
