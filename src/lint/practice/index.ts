import { containersOf } from '../rules/pod-places.ts';
import { runningContainers } from '../sets/pod-template.ts';
import type { SetRule } from '../sets/rule.ts';
import { defineSetRule } from '../sets/rule.ts';
import { isPlaceholder, isSecretName, looksLikeData, looseTag } from './names.ts';
import { checkProbes } from './probes.ts';
import { retiredRules } from './retired.ts';
import { findRoot } from './root.ts';

/**
 * Hints: what a server takes, and what costs somebody an evening later. Few, one for a pod where possible, and silent
 * where the text leaves room for doubt.
 */
export const practiceRules: readonly SetRule[] = [
  ...retiredRules,
  defineSetRule({
    id: 'image/tag',
    level: 'info',
    look({ pod, report }) {
      for (const container of pod ? containersOf(pod.spec) : []) {
        const image = container.get('image');
        const tag = looseTag(image.string ?? '');
        if (tag !== undefined) report(image, 'image-tag', { image: image.string ?? '', tag });
      }
    },
  }),
  defineSetRule({
    id: 'pod/resources-missing',
    level: 'info',
    look({ pod, set, namespace, report }) {
      if (!pod || pod.spec.get('resources').isSet) return;
      // A LimitRange adds what is missing.
      if (set.ofKind('LimitRange').some(other => other.namespace === namespace)) return;
      const without = runningContainers(pod.spec).filter(container => {
        const resources = container.get('resources');
        return ['requests', 'limits', 'claims'].every(part => {
          const at = resources.get(part);
          return at.entries().length + at.items().length === 0;
        });
      });
      const [first] = without;
      if (first) report(first, 'resources-missing', { containers: without.map(nameOf) });
    },
  }),
  defineSetRule({ id: 'pod/probe-missing', level: 'info', look: checkProbes }),
  defineSetRule({
    id: 'pod/run-as-root',
    level: 'info',
    look({ pod, report }) {
      const found = pod && findRoot(pod.spec);
      if (found) report(found.at, 'run-as-root', { containers: found.containers.map(nameOf) });
    },
  }),
  defineSetRule({
    id: 'pod/secret-in-env',
    level: 'info',
    look({ pod, report }) {
      for (const container of pod ? containersOf(pod.spec) : [])
        for (const entry of container.get('env').items()) {
          const name = entry.get('name').string ?? '';
          const value = entry.get('value');
          if (
            !value.string ||
            !isSecretName(name) ||
            looksLikeData(value.string) ||
            isPlaceholder(value.string)
          )
            continue;
          report(value, 'secret-in-env', { name });
        }
    },
  }),
];

function nameOf(container: ReturnType<typeof containersOf>[number]): string {
  return container.get('name').string ?? '';
}
