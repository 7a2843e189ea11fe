import { defineRule, type Rule } from './rule.ts';

/** metadata of any object. */
export const metaRules: readonly Rule[] = [
  defineRule({
    id: 'meta/namespace-ignored',
    level: 'warning',
    source: 'kube-apiserver 1.36.3 で測定: 名前空間に属さない種類の namespace は黙って消える',
    text: {
      ja: {
        title: '名前空間に属さない種類に namespace がある',
        why: 'ClusterRole や PersistentVolume は名前空間に属しません。書いても無視されます。',
        remedy: 'metadata.namespace の行を消します。',
      },
      en: {
        title: 'Namespace on a cluster-wide kind',
        why: 'A ClusterRole or a PersistentVolume belongs to no namespace; the field is ignored.',
        remedy: 'Remove metadata.namespace.',
      },
    },
    check({ kind, namespaced, root, reportKey }) {
      const namespace = root.get('metadata', 'namespace');
      if (!namespaced && namespace.string) reportKey(namespace, 'namespace-ignored', { kind });
    },
  }),
];
