import { defineRule, type Rule } from './rule.ts';

const kubectl = 'kubectl 1.36.3 で測定（tests/fixtures/lint/）';

/** What is wrong with a text before it is any object. The parser reports these. */
export const yamlRules: readonly Rule[] = [
  defineRule({
    id: 'yaml/syntax',
    level: 'error',
    source: 'https://yaml.org/spec/1.2.2/',
    text: {
      ja: {
        title: 'YAML として読めない',
        why: '字下げや引用符の間違いがあると、kubectl はファイル全体を読めません。',
        remedy: '指摘の行とその前の行で、字下げ、コロン、引用符、かっこを確かめます。',
      },
      en: {
        title: 'Not valid YAML',
        why: 'With a mistake in indentation or quotes kubectl cannot read the file at all.',
        remedy: 'Check indentation, colons, quotes and brackets on that line and the one before.',
      },
    },
  }),
  defineRule({
    id: 'yaml/control-character',
    level: 'error',
    source: kubectl,
    text: {
      ja: {
        title: '制御文字がある',
        why: '画面に見えない文字が混ざると、kubectl は読み込みをやめます。',
        remedy: 'その文字を消すか、"" の中でエスケープします。',
      },
      en: {
        title: 'Control character',
        why: 'kubectl refuses a text with characters that cannot be seen.',
        remedy: 'Remove the character, or escape it inside double quotes.',
      },
    },
  }),
  defineRule({
    id: 'yaml/duplicate-key',
    level: 'error',
    source: `${kubectl}: --validate=strict でも黙って後の値を使う`,
    text: {
      ja: {
        title: '同じキーが 2 回ある',
        why: 'kubectl は黙って後の値だけを使うので、先の値は効きません。',
        remedy: 'どちらか一方を消します。',
      },
      en: {
        title: 'Duplicate key',
        why: 'kubectl silently takes the last value, so the first has no effect.',
        remedy: 'Remove one of them.',
      },
    },
  }),
  defineRule({
    id: 'yaml/alias',
    level: 'error',
    source: kubectl,
    text: {
      ja: {
        title: 'エイリアスを広げられない',
        why: '* で始まる値は、& で付けた名前への参照と読まれます。',
        remedy: '文字列なら引用符で囲みます。参照なら、前に & の付いた値があるか確かめます。',
      },
      en: {
        title: 'Alias that leads nowhere',
        why: 'A value that starts with * refers to a name given with &.',
        remedy: 'Quote it if it is a string; otherwise check that the anchor comes before it.',
      },
    },
  }),
  defineRule({
    id: 'yaml/merge',
    level: 'error',
    source: kubectl,
    text: {
      ja: {
        title: '<< の使い方が正しくない',
        why: '<< はマップを取り込む印で、ほかの値には使えません。',
        remedy: 'マップか、マップのリストを書きます。',
      },
      en: {
        title: 'Wrong merge key',
        why: '<< takes in a map and nothing else.',
        remedy: 'Write a map or a list of maps.',
      },
    },
  }),
  defineRule({
    id: 'yaml/key-not-scalar',
    level: 'error',
    source: kubectl,
    text: {
      ja: {
        title: 'キーが文字列ではない',
        why: 'JSON のキーは文字列だけです。引用符のない {{ }} もここに当たります。',
        remedy: 'キーを文字列にします。テンプレートなら先に展開します。',
      },
      en: {
        title: 'Key that is no string',
        why: 'JSON keys are strings. An unquoted {{ }} ends up here too.',
        remedy: 'Write a string as key; render templates first.',
      },
    },
  }),
  defineRule({
    id: 'yaml/number',
    level: 'error',
    source: kubectl,
    text: {
      ja: {
        title: 'JSON で表せない数',
        why: '.inf と .nan は YAML にはありますが、API へ送る JSON にはありません。',
        remedy: '文字列なら引用符で囲みます。',
      },
      en: {
        title: 'Number without a JSON form',
        why: '.inf and .nan exist in YAML but not in the JSON that goes to the API.',
        remedy: 'Quote it if it is a string.',
      },
    },
  }),
  defineRule({
    id: 'yaml/template',
    level: 'error',
    source: kubectl,
    text: {
      ja: {
        title: 'テンプレートのまま',
        why: '{{ }} を含む Helm などのテンプレートは、展開するまで YAML ではありません。',
        remedy: 'helm template などの結果を検査します。',
      },
      en: {
        title: 'A template',
        why: 'A Helm template with {{ }} is not YAML until it is rendered.',
        remedy: 'Check what helm template makes of it.',
      },
    },
  }),
  defineRule({
    id: 'yaml/limit',
    level: 'error',
    source: 'src/lint/parse/limits.ts',
    text: {
      ja: {
        title: '大きすぎて検査できない',
        why: '悪意のある入力でも短い時間で終わるように、上限があります。',
        remedy: 'ファイルを分けます。',
      },
      en: {
        title: 'Too large to check',
        why: 'Limits keep the time short even for hostile input.',
        remedy: 'Split the file.',
      },
    },
  }),
  defineRule({
    id: 'yaml/not-an-object',
    level: 'error',
    source: kubectl,
    text: {
      ja: {
        title: 'オブジェクトではない',
        why: 'kubectl が読むドキュメントは、apiVersion と kind を持つマップです。',
        remedy: '1 つのドキュメントに 1 つのオブジェクトを書きます。',
      },
      en: {
        title: 'Not an object',
        why: 'A document that kubectl reads is a map with apiVersion and kind.',
        remedy: 'Write one object a document.',
      },
    },
  }),
];
