import type { RuleDocs } from '../doc.ts';

export const schemaDocs: RuleDocs = {
  'schema/unknown-field': {
    source: 'kube-apiserver の /openapi/v2（src/lint/data/sources.lock.json）',
    ja: {
      title: 'ないフィールド',
      why: 'つづりや字下げを間違えたフィールドは、設定したつもりでも効きません。',
      remedy: 'つづりと字下げを確かめます。',
    },
    en: {
      title: 'Unknown field',
      why: 'A misspelt or badly indented field has no effect.',
      remedy: 'Check spelling and indentation.',
    },
  },
  'schema/field-version': {
    source: 'kube-apiserver の /openapi/v2（src/lint/data/sources.lock.json）',
    ja: {
      title: 'その版にはないフィールド',
      why: 'フィールドは版とともに増え、ときに消えます。',
      remedy: 'フィールドのある版を使うか、行を消します。',
    },
    en: {
      title: 'Field that the minor lacks',
      why: 'Fields come, and sometimes go, with minors.',
      remedy: 'Use a minor that has the field, or remove the line.',
    },
  },
  'schema/type': {
    source: 'kube-apiserver の /openapi/v2（src/lint/data/sources.lock.json）',
    ja: {
      title: '型が違う',
      why: '引用符のない yes は真偽値、80 は数です。文字列のフィールドには書けません。',
      remedy: '文字列は引用符で囲み、数や真偽値は囲みません。',
    },
    en: {
      title: 'Wrong type',
      why: 'Without quotes yes is a boolean and 80 a number; a string field takes neither.',
      remedy: 'Quote strings; do not quote numbers and booleans.',
    },
  },
  'schema/enum': {
    source: 'kube-apiserver の /openapi/v2（src/lint/data/sources.lock.json）',
    ja: {
      title: '決められた値ではない',
      why: '大文字と小文字も区別されます。',
      remedy: '使える値から選びます。',
    },
    en: {
      title: 'Value that is not allowed',
      why: 'Upper and lower case matter too.',
      remedy: 'Choose one of the allowed values.',
    },
  },
  'schema/range': {
    source: 'kube-apiserver の /openapi/v2（src/lint/data/sources.lock.json）',
    ja: {
      title: '整数が大きすぎる',
      why: 'フィールドの多くは 32 ビットの整数です。',
      remedy: '小さい値にします。',
    },
    en: {
      title: 'Integer out of range',
      why: 'Most integer fields have 32 bits.',
      remedy: 'Use a smaller value.',
    },
  },
  'schema/quantity': {
    source: 'kube-apiserver の /openapi/v2（src/lint/data/sources.lock.json）',
    ja: {
      title: '量として読めない',
      why: 'CPU やメモリの量には、決まった単位だけを付けられます。',
      remedy: '500m、1Gi のように書きます。MB や GB は使えません。',
    },
    en: {
      title: 'Not a quantity',
      why: 'Amounts of CPU and memory take certain suffixes only.',
      remedy: 'Write 500m or 1Gi; MB and GB do not exist.',
    },
  },
  'schema/base64': {
    source: 'kube-apiserver の /openapi/v2（src/lint/data/sources.lock.json）',
    ja: {
      title: 'base64 ではない',
      why: 'Secret の data と ConfigMap の binaryData には base64 で書きます。',
      remedy: 'そのままの文字列なら、Secret では stringData に書きます。',
    },
    en: {
      title: 'Not base64',
      why: 'data of a Secret and binaryData of a ConfigMap hold base64.',
      remedy: 'For plain text in a Secret use stringData.',
    },
  },
  'schema/time': {
    source: 'kube-apiserver の /openapi/v2（src/lint/data/sources.lock.json）',
    ja: {
      title: '日時として読めない',
      why: '日時は RFC 3339 の形だけを受け付けます。',
      remedy: '"2026-01-31T09:00:00Z" のように書きます。',
    },
    en: {
      title: 'Not a time',
      why: 'Only the form of RFC 3339 is accepted.',
      remedy: 'Write it like "2026-01-31T09:00:00Z".',
    },
  },
  'schema/required': {
    source: 'kube-apiserver の /openapi/v2（src/lint/data/sources.lock.json）',
    ja: {
      title: '必須のフィールドがない',
      why: 'API サーバーは、必須の値のないオブジェクトを受け付けません。',
      remedy: 'フィールドを書きます。空の値は書かないのと同じです。',
    },
    en: {
      title: 'Required field is missing',
      why: 'The API server refuses an object that lacks a required value.',
      remedy: 'Write the field; an empty value counts as not set.',
    },
  },
};
