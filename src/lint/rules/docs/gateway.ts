import type { RuleDocs } from '../doc.ts';

const source = 'Gateway API 1.7.0 の CRD（標準チャンネル。src/lint/data/sources.lock.json）';

export const gatewayDocs: RuleDocs = {
  'gateway/value': {
    source,
    ja: {
      title: 'Gateway API の値の形や数が正しくない',
      why: '名前の形、文字数、リストの長さ、ポートの範囲は CRD のスキーマが決めていて、API サーバーが調べます。',
      remedy: '書いてある形と範囲に合わせます。',
    },
    en: {
      title: 'Invalid value of Gateway API',
      why: 'The schema in the CRD fixes forms, lengths and ranges, and the API server enforces it.',
      remedy: 'Write a value of that form and range.',
    },
  },
  'gateway/rule': {
    source,
    ja: {
      title: 'Gateway API のフィールドの組み合わせが正しくない',
      why: 'CRD には CEL の式で書かれた決まりがあります。たとえば、フィルタの type とその中身、リスナーの protocol と tls は合わせます。',
      remedy: '示された決まり（CRD の言葉のまま）に合わせます。',
    },
    en: {
      title: 'Fields of Gateway API that do not go together',
      why: "CRDs hold rules in CEL: a filter's type and its body, a listener's protocol and tls must fit, for example.",
      remedy: "Follow the rule, shown in the CRD's own words.",
    },
  },
};
