import type { RuleDocs } from '../doc.ts';
import { admissionSource } from './kind-sources.ts';

export const admissionDocs: RuleDocs = {
  'webhook/fields': {
    source: admissionSource,
    ja: {
      title: 'Webhook の設定が正しくない',
      why: '名前は 3 つ以上の部分からなり、重なってはいけません。方針には決まった値だけが書けます。',
      remedy: '名前と値を直します。',
    },
    en: {
      title: 'Invalid webhook',
      why: 'Its name has at least three parts and appears once; policies take a few values only.',
      remedy: 'Mend name and values.',
    },
  },
  'webhook/client': {
    source: admissionSource,
    ja: {
      title: 'Webhook の宛先が正しくない',
      why: '宛先は、https の URL か、クラスターの中の Service のどちらかです。',
      remedy: 'clientConfig に url か service を書きます。',
    },
    en: {
      title: 'Invalid destination',
      why: 'A webhook is at an https URL or behind a Service.',
      remedy: 'Write url or service in clientConfig.',
    },
  },
  'webhook/rules': {
    source: admissionSource,
    ja: {
      title: 'Webhook の対象が正しくない',
      why: '操作、グループ、バージョン、リソースの 4 つがそろって、対象が決まります。',
      remedy: '4 つとも書き、* と並べて書いたものを消します。',
    },
    en: {
      title: 'Invalid rule',
      why: 'Operations, groups, versions and resources together say what is looked at.',
      remedy: 'Write all four, and nothing beside a *.',
    },
  },
  'webhook/condition': {
    source: admissionSource,
    ja: {
      title: 'Webhook の条件が正しくない',
      why: '条件は名前の付いた CEL の式で、真偽値になります。',
      remedy: 'name と expression を直します。',
    },
    en: {
      title: 'Invalid condition',
      why: 'A condition is a named CEL expression that is true or false.',
      remedy: 'Mend name and expression.',
    },
  },
  'admission/policy': {
    source: admissionSource,
    ja: {
      title: 'アドミッションポリシーの対象が正しくない',
      why: 'matchConstraints が、どの要求を調べるかを決めます。',
      remedy: 'resourceRules と paramKind を直します。',
    },
    en: {
      title: 'Invalid target of a policy',
      why: 'matchConstraints says which requests are looked at.',
      remedy: 'Mend resourceRules and paramKind.',
    },
  },
  'admission/validation': {
    source: admissionSource,
    ja: {
      title: '検証の書き方が正しくない',
      why: '検証か監査のアノテーションが 1 つ以上要ります。',
      remedy: 'validations を書き、reason などの値を直します。',
    },
    en: {
      title: 'Invalid validation',
      why: 'At least one validation or audit annotation is needed.',
      remedy: 'Write validations, and mend their values.',
    },
  },
  'admission/mutation': {
    source: admissionSource,
    ja: {
      title: '変更の書き方が正しくない',
      why: '変更には patchType と、それに合うブロックが要ります。',
      remedy: 'patchType と applyConfiguration か jsonPatch をそろえます。',
    },
    en: {
      title: 'Invalid mutation',
      why: 'A mutation has a patchType and the block of that type.',
      remedy: 'Make patchType and its block agree.',
    },
  },
  'admission/expression': {
    source: admissionSource,
    ja: {
      title: 'ポリシーの式が正しくない',
      why: '式は CEL で書きます。使える変数は決まっています。',
      remedy: '式の書き方と、変数の名前を確かめます。',
    },
    en: {
      title: 'Invalid expression',
      why: 'Expressions are CEL, with a fixed set of variables.',
      remedy: 'Check the syntax and the names of variables.',
    },
  },
  'admission/binding': {
    source: admissionSource,
    ja: {
      title: 'ポリシーの適用が正しくない',
      why: 'どのポリシーを、どの値で、どう効かせるかを書きます。',
      remedy: 'policyName、paramRef、validationActions を直します。',
    },
    en: {
      title: 'Invalid binding',
      why: 'It says which policy applies, with which parameters, and how.',
      remedy: 'Mend policyName, paramRef and validationActions.',
    },
  },
};
