import type { RuleDocs } from '../doc.ts';
import { coreSource } from './kind-sources.ts';

export const configDocs: RuleDocs = {
  'config/key': {
    source: coreSource,
    ja: {
      title: 'ConfigMap や Secret のキーが正しくない',
      why: 'キーはファイルの名前になることがあるので、英数字と -、_、. だけが使えます。',
      remedy: '使える文字に直し、同じキーは 1 つにします。',
    },
    en: {
      title: 'Invalid key',
      why: 'Keys may become names of files: only letters, digits, -, _ and . are allowed.',
      remedy: 'Use these characters, and each key once.',
    },
  },
  'config/size': {
    source: coreSource,
    ja: {
      title: 'ConfigMap や Secret が大きすぎる',
      why: 'etcd に置くので、1 つのオブジェクトのデータは 1 MiB までです。',
      remedy: '分けるか、ボリュームに置きます。',
    },
    en: {
      title: 'Too large',
      why: 'Data of one object are limited to 1 MiB, since they are kept in etcd.',
      remedy: 'Split it, or use a volume.',
    },
  },
  'secret/type': {
    source: coreSource,
    ja: {
      title: 'Secret の type に要るキーがない',
      why: 'type は、どのキーがあるかの約束です。たとえば kubernetes.io/tls には tls.crt と tls.key が要ります。',
      remedy: '要るキーを書くか、type を Opaque にします。',
    },
    en: {
      title: 'Secret lacks a key of its type',
      why: 'The type promises certain keys; kubernetes.io/tls, for example, has tls.crt and tls.key.',
      remedy: 'Write the keys, or use type: Opaque.',
    },
  },
};
