import type { RuleDocs } from '../doc.ts';

export const siteDocs: RuleDocs = {
  'expect/missing': {
    source: 'docs/AUTHORING.md',
    ja: {
      title: '期待した指摘が出ない',
      why: '壊れているはずの例が、いまは正しいか、別の理由で壊れています。',
      remedy: 'expect を消すか、規則の id とパスを直します。',
    },
    en: {
      title: 'Expected finding did not appear',
      why: 'An example that should be broken is fine now, or broken in another way.',
      remedy: 'Remove the expectation, or correct its id and path.',
    },
  },
  'file/encoding': {
    source: 'docs/AUTHORING.md',
    ja: {
      title: 'UTF-8 ではない',
      why: 'サイトに表示する文字と配布するバイトが一致しなくなります。',
      remedy: 'UTF-8 で保存し直します。',
    },
    en: {
      title: 'Not UTF-8',
      why: 'What is shown and what is served would differ.',
      remedy: 'Save the file as UTF-8.',
    },
  },
  'file/outside': {
    source: 'docs/AUTHORING.md',
    ja: {
      title: 'manifests/ の外を指す',
      why: '検査と配布が届くのは manifests/ の中だけです。',
      remedy: 'ファイルそのものを manifests/ の中に置きます。',
    },
    en: {
      title: 'Leads out of manifests/',
      why: 'Only files inside manifests/ are checked and published.',
      remedy: 'Put the file itself into manifests/.',
    },
  },
  'file/set-json': {
    source: 'docs/AUTHORING.md',
    ja: {
      title: 'set.json が正しくない',
      why: '主張する版と期待する指摘は、このファイルで決まります。',
      remedy: 'src/schemas/set.ts の説明どおりに直します。',
    },
    en: {
      title: 'set.json is not valid',
      why: 'It decides which minors are claimed and which findings are expected.',
      remedy: 'Follow src/schemas/set.ts.',
    },
  },
  'file/mdx': {
    source: 'docs/AUTHORING.md',
    ja: {
      title: 'MDX として読めない',
      why: '章を読めないと、中のマニフェストを検査できません。',
      remedy: '指摘の行で、タグとかっこの対応を確かめます。',
    },
    en: {
      title: 'Not valid MDX',
      why: 'A chapter that cannot be read cannot be checked.',
      remedy: 'Check tags and braces on that line.',
    },
  },
  'fence/option': {
    source: 'docs/AUTHORING.md',
    ja: {
      title: 'フェンスの指定が正しくない',
      why: 'つづりを間違えた指定は、黙って無視されると検査が抜けます。',
      remedy: 'k8s= expect= set= fragment= off= lint=off のどれかにします。',
    },
    en: {
      title: 'Wrong fence option',
      why: 'A misspelt option that is ignored would leave a gap in the checks.',
      remedy: 'Use k8s=, expect=, set=, fragment=, off= or lint=off.',
    },
  },
};
