import { defineRule, type Level, type Rule, type RuleText } from './rule.ts';

function siteRule(id: string, level: Level, ja: RuleText, en: RuleText): Rule {
  return defineRule({ id, level, source: 'docs/AUTHORING.md', text: { ja, en } });
}

/** Expectations, files and fences: what authors of this site can get wrong beside the manifests themselves. */
export const siteRules: readonly Rule[] = [
  siteRule(
    'expect/missing',
    'error',
    {
      title: '期待した指摘が出ない',
      why: '壊れているはずの例が、いまは正しいか、別の理由で壊れています。',
      remedy: 'expect を消すか、規則の id とパスを直します。',
    },
    {
      title: 'Expected finding did not appear',
      why: 'An example that should be broken is fine now, or broken in another way.',
      remedy: 'Remove the expectation, or correct its id and path.',
    },
  ),
  siteRule(
    'file/encoding',
    'error',
    {
      title: 'UTF-8 ではない',
      why: 'サイトに表示する文字と配布するバイトが一致しなくなります。',
      remedy: 'UTF-8 で保存し直します。',
    },
    {
      title: 'Not UTF-8',
      why: 'What is shown and what is served would differ.',
      remedy: 'Save the file as UTF-8.',
    },
  ),
  siteRule(
    'file/outside',
    'error',
    {
      title: 'manifests/ の外を指す',
      why: '検査と配布が届くのは manifests/ の中だけです。',
      remedy: 'ファイルそのものを manifests/ の中に置きます。',
    },
    {
      title: 'Leads out of manifests/',
      why: 'Only files inside manifests/ are checked and published.',
      remedy: 'Put the file itself into manifests/.',
    },
  ),
  siteRule(
    'file/set-json',
    'error',
    {
      title: 'set.json が正しくない',
      why: '主張する版と期待する指摘は、このファイルで決まります。',
      remedy: 'src/schemas/set.ts の説明どおりに直します。',
    },
    {
      title: 'set.json is not valid',
      why: 'It decides which minors are claimed and which findings are expected.',
      remedy: 'Follow src/schemas/set.ts.',
    },
  ),
  siteRule(
    'file/mdx',
    'error',
    {
      title: 'MDX として読めない',
      why: '章を読めないと、中のマニフェストを検査できません。',
      remedy: '指摘の行で、タグとかっこの対応を確かめます。',
    },
    {
      title: 'Not valid MDX',
      why: 'A chapter that cannot be read cannot be checked.',
      remedy: 'Check tags and braces on that line.',
    },
  ),
  siteRule(
    'fence/option',
    'error',
    {
      title: 'フェンスの指定が正しくない',
      why: 'つづりを間違えた指定は、黙って無視されると検査が抜けます。',
      remedy: 'k8s= expect= set= fragment= lint=off のどれかにします。',
    },
    {
      title: 'Wrong fence option',
      why: 'A misspelt option that is ignored would leave a gap in the checks.',
      remedy: 'Use k8s=, expect=, set=, fragment= or lint=off.',
    },
  ),
];
