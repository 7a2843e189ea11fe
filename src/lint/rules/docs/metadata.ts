import type { RuleDocs } from '../doc.ts';
import { metadataSource, selectorSource } from './sources.ts';

export const metadataDocs: RuleDocs = {
  'meta/name': {
    source: metadataSource,
    ja: {
      title: '名前が正しくない',
      why: '名前は URL や DNS の一部になるので、kind ごとに使える文字と長さが決まっています。',
      remedy: '小文字の英数字と - で、短い名前を付けます。',
    },
    en: {
      title: 'Invalid name',
      why: 'Names become part of URLs and DNS names, so each kind has its rules for characters and length.',
      remedy: 'Use a short name of lower-case letters, digits and "-".',
    },
  },
  'meta/namespace': {
    source: metadataSource,
    ja: {
      title: '名前空間の名前が正しくない',
      why: '名前空間の名前は DNS のラベルになります。',
      remedy: '小文字の英数字と - で、63 文字までにします。',
    },
    en: {
      title: 'Invalid namespace',
      why: 'The name of a namespace is a DNS label.',
      remedy: 'Use lower-case letters, digits and "-", at most 63.',
    },
  },
  'meta/label': {
    source: metadataSource,
    ja: {
      title: 'ラベルのキーか値が正しくない',
      why: 'ラベルはセレクターで検索されるので、形が決まっています。',
      remedy:
        'キーは「名前」か「ドメイン/名前」、値は 63 文字までの英数字にします。長い説明はアノテーションに書きます。',
    },
    en: {
      title: 'Invalid label',
      why: 'Selectors search labels, so their form is fixed.',
      remedy:
        'A key is name or prefix/name, a value has at most 63 characters. Put longer text into an annotation.',
    },
  },
  'meta/annotation': {
    source: metadataSource,
    ja: {
      title: 'アノテーションが正しくない',
      why: 'キーの形はラベルと同じで、全体の大きさにも上限があります。',
      remedy: 'キーを「ドメイン/名前」の形にし、大きなデータは ConfigMap に移します。',
    },
    en: {
      title: 'Invalid annotation',
      why: 'Keys look like those of labels, and the total size is limited.',
      remedy: 'Write keys as prefix/name and move large data to a ConfigMap.',
    },
  },
  'meta/finalizer': {
    source: metadataSource,
    ja: {
      title: 'ファイナライザの名前が正しくない',
      why: 'ファイナライザは、だれが片付けるのかが分かるようにドメイン付きで書きます。',
      remedy: 'example.com/名前 の形にします。',
    },
    en: {
      title: 'Invalid finalizer',
      why: 'A finalizer carries a domain, so that it is clear who cleans up.',
      remedy: 'Write it as example.com/name.',
    },
  },
  'meta/owner': {
    source: metadataSource,
    ja: {
      title: 'controller が 2 つある',
      why: 'オブジェクトを管理するコントローラーは 1 つだけです。',
      remedy: 'controller: true を 1 つだけにします。',
    },
    en: {
      title: 'Two controllers',
      why: 'One controller manages an object.',
      remedy: 'Keep controller: true on one of them.',
    },
  },
  'selector/expression': {
    source: selectorSource,
    ja: {
      title: 'セレクターの式が正しくない',
      why: '演算子ごとに、値が要るかどうかが決まっています。',
      remedy: 'In と NotIn には値を書き、Exists と DoesNotExist には書きません。',
    },
    en: {
      title: 'Invalid selector expression',
      why: 'Each operator either needs values or takes none.',
      remedy: 'Give In and NotIn values, and Exists and DoesNotExist none.',
    },
  },
  'selector/empty': {
    source: selectorSource,
    ja: {
      title: 'セレクターが空',
      why: '空のセレクターはすべての Pod を選ぶので、受け付けられません。',
      remedy: 'Pod のラベルを matchLabels に書きます。',
    },
    en: {
      title: 'Empty selector',
      why: 'An empty selector would choose every pod, so it is refused.',
      remedy: 'Write a label of the pods into matchLabels.',
    },
  },
  'selector/mismatch': {
    source: selectorSource,
    ja: {
      title: 'セレクターとテンプレートのラベルが合わない',
      why: '自分の作った Pod を自分で見つけられず、Pod を作り続けることになります。',
      remedy: 'template.metadata.labels にセレクターと同じラベルを書きます。',
    },
    en: {
      title: 'Selector does not match the template',
      why: 'The controller could not find the pods that it makes.',
      remedy: 'Give template.metadata.labels the labels of the selector.',
    },
  },
};
