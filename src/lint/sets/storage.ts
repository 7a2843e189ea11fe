import type { Cursor } from '../rules/cursor.ts';
import { follow } from './follow.ts';
import { perSet } from './objects.ts';
import { defineSetRule, type SetContext, type SetRule } from './rule.ts';

/** Specs of claims: of a claim, and of those that a StatefulSet or a pod makes. */
function claimsOf({ kind, root, pod }: SetContext): Cursor[] {
  if (kind === 'PersistentVolumeClaim') return [root.get('spec')];
  const templates = kind === 'StatefulSet' ? root.get('spec', 'volumeClaimTemplates').items() : [];
  const volumes = pod?.spec.get('volumes').items() ?? [];
  return [
    ...templates.map(template => template.get('spec')),
    ...volumes.map(volume => volume.get('ephemeral', 'volumeClaimTemplate', 'spec')),
  ];
}

/** Classes of volumes that are written by hand. */
const sharedClasses = perSet(set => {
  const volumes = set.ofKind('PersistentVolume');
  return new Set(volumes.map(({ root }) => root.get('spec', 'storageClassName').string));
});

/** Claims and what they ask for. */
export const storageRules: readonly SetRule[] = [
  defineSetRule({
    id: 'ref/storageclass',
    level: 'warning',
    look(context) {
      for (const claim of claimsOf(context)) {
        const at = claim.get('storageClassName');
        // A class may be no more than a name that a volume and a claim share.
        if (!sharedClasses(context.set).has(at.string)) follow(context, 'StorageClass', at);
      }
    },
  }),
  defineSetRule({
    id: 'ref/pv',
    level: 'warning',
    kinds: ['PersistentVolumeClaim'],
    look(context) {
      follow(context, 'PersistentVolume', context.root.get('spec', 'volumeName'));
    },
  }),
];
