import type { RuleDocs } from '../doc.ts';

export const apiDocs: RuleDocs = {
  'api/apiversion-missing': {
    source: 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/',
    ja: {
      title: 'apiVersion がない',
      why: 'API サーバーは apiVersion と kind の組で型を決めます。',
      remedy: '先頭に apiVersion を書きます。',
    },
    en: {
      title: 'apiVersion is missing',
      why: 'apiVersion and kind together decide what an object is.',
      remedy: 'Write apiVersion at the top.',
    },
  },
  'api/kind-missing': {
    source: 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/',
    ja: {
      title: 'kind がない',
      why: 'API サーバーは apiVersion と kind の組で型を決めます。',
      remedy: '先頭に kind を書きます。',
    },
    en: {
      title: 'kind is missing',
      why: 'apiVersion and kind together decide what an object is.',
      remedy: 'Write kind at the top.',
    },
  },
  'api/unknown-kind': {
    source: 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/',
    ja: {
      title: '知られていない kind',
      why: 'その apiVersion にない kind は、作れません。',
      remedy: 'つづりと apiVersion の組み合わせを確かめます。',
    },
    en: {
      title: 'Unknown kind',
      why: 'An apiVersion without that kind cannot create it.',
      remedy: 'Check the spelling and which apiVersion has the kind.',
    },
  },
  'api/removed': {
    source: 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/',
    ja: {
      title: '廃止された API',
      why: '廃止された apiVersion は、その版の API サーバーでは受け付けられません。',
      remedy: '後継の apiVersion に移し、変わったフィールドを直します。',
    },
    en: {
      title: 'Removed API',
      why: 'A server of that minor no longer accepts the apiVersion.',
      remedy: 'Move to its successor, and adapt the fields that changed.',
    },
  },
  'api/too-new': {
    source: 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/',
    ja: {
      title: 'まだない API',
      why: '新しい apiVersion は、それより古いクラスターにはありません。',
      remedy: 'クラスターの版を上げるか、その版にある apiVersion を使います。',
    },
    en: {
      title: 'API that does not exist yet',
      why: 'An older cluster does not have a newer apiVersion.',
      remedy: 'Upgrade the cluster, or use an apiVersion that it has.',
    },
  },
  'api/off-by-default': {
    source: 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/',
    ja: {
      title: '既定では使えない API',
      why: 'アルファ版と、1.24 以降に加わったベータ版の API は、既定では無効です。',
      remedy: '安定版を使うか、API サーバーで有効にします。',
    },
    en: {
      title: 'API that is off by default',
      why: 'Alpha APIs, and beta APIs added since 1.24, are disabled by default.',
      remedy: 'Use the stable version, or enable it on the API server.',
    },
  },
  'api/deprecated': {
    source: 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/',
    ja: {
      title: '非推奨の API',
      why: '後の版で廃止されるか、置き換えられる API です。',
      remedy: '後継の apiVersion に移ります。',
    },
    en: {
      title: 'Deprecated API',
      why: 'A later minor removes or replaces it.',
      remedy: 'Move to its successor.',
    },
  },
  'api/not-checked': {
    source: 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/',
    ja: {
      title: '検査していない種類',
      why: 'カスタムリソースなど、組み込みでない種類の中身は分かりません。',
      remedy: '何もしなくて構いません。',
    },
    en: {
      title: 'Kind that is not checked',
      why: 'What custom resources hold is not known here.',
      remedy: 'Nothing needs to be done.',
    },
  },
  'api/not-kubernetes': {
    source: 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/',
    ja: {
      title: 'Kubernetes のマニフェストではない',
      why: 'apiVersion も kind もないので、別の種類の YAML と見なします。',
      remedy: 'マニフェストなら apiVersion と kind を書きます。',
    },
    en: {
      title: 'Not a Kubernetes manifest',
      why: 'Without apiVersion and kind it is taken for YAML of another sort.',
      remedy: 'If it is a manifest, write apiVersion and kind.',
    },
  },
  'api/unknown-minor': {
    source: 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/',
    ja: {
      title: 'データのない Kubernetes の版',
      why: '1.14 と 1.16、そして未公開の版のデータはありません。',
      remedy: '使える版から選びます。',
    },
    en: {
      title: 'Kubernetes minor without data',
      why: 'There is no data for 1.14, 1.16 and unpublished minors.',
      remedy: 'Choose one of the known minors.',
    },
  },
};
