import type { RuleDocs } from '../doc.ts';

export const metaDocs: RuleDocs = {
  'meta/namespace-ignored': {
    source: 'kube-apiserver 1.36.3 で測定: 名前空間に属さない種類の namespace は黙って消える',
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
};
