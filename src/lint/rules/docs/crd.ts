import type { RuleDocs } from '../doc.ts';
import { crdSource } from './kind-sources.ts';

export const crdDocs: RuleDocs = {
  'crd/names': {
    source: crdSource,
    ja: {
      title: 'CRD の名前が正しくない',
      why: 'CRD の名前は「複数形.グループ」です。kind などの名前にも決まりがあります。',
      remedy: 'metadata.name と spec.names、spec.group をそろえます。',
    },
    en: {
      title: 'Invalid names',
      why: 'The name of a CRD is plural.group, and kind and the others have their forms.',
      remedy: 'Make metadata.name, spec.names and spec.group agree.',
    },
  },
  'crd/versions': {
    source: crdSource,
    ja: {
      title: 'CRD のバージョンが正しくない',
      why: '保存するバージョンはちょうど 1 つで、名前は重なりません。',
      remedy: 'storage: true を 1 つだけにします。',
    },
    en: {
      title: 'Invalid versions',
      why: 'Exactly one version is stored, and names appear once.',
      remedy: 'Set storage: true on one of them.',
    },
  },
  'crd/schema': {
    source: crdSource,
    ja: {
      title: 'CRD のスキーマが構造的でない',
      why: 'apiextensions.k8s.io/v1 では、すべてのフィールドに型のあるスキーマが要ります。',
      remedy: 'type を書き、allOf などの外に構造を書きます。',
    },
    en: {
      title: 'Schema is not structural',
      why: 'apiextensions.k8s.io/v1 needs a schema that gives every field a type.',
      remedy: 'Write type, and the structure outside allOf and the like.',
    },
  },
  'crd/columns': {
    source: crdSource,
    ja: {
      title: 'CRD の列や scale の設定が正しくない',
      why: 'kubectl get に出す列と scale は、オブジェクトのフィールドを JSON パスで指します。',
      remedy: 'パスと型を直します。',
    },
    en: {
      title: 'Invalid column or scale',
      why: 'Columns of kubectl get and the scale subresource refer to fields by JSON paths.',
      remedy: 'Mend paths and types.',
    },
  },
  'crd/selectable': {
    source: crdSource,
    ja: {
      title: '選択に使うフィールドが正しくない',
      why: 'フィールドセレクターに使えるのは、スキーマにある文字列、整数、真偽値です。',
      remedy: 'スキーマにあるフィールドを指します。',
    },
    en: {
      title: 'Invalid selectable field',
      why: 'Field selectors work on strings, integers and booleans of the schema.',
      remedy: 'Refer to a field of the schema.',
    },
  },
  'crd/conversion': {
    source: crdSource,
    ja: {
      title: 'CRD の変換の設定が正しくない',
      why: 'strategy が Webhook のときは宛先が要り、None のときは書けません。',
      remedy: 'strategy と webhook をそろえます。',
    },
    en: {
      title: 'Invalid conversion',
      why: 'Strategy Webhook needs a destination, None must not have one.',
      remedy: 'Make strategy and webhook agree.',
    },
  },
};
