import type { RuleDocs } from '../doc.ts';

export const yamlDocs: RuleDocs = {
  'yaml/syntax': {
    source: 'https://yaml.org/spec/1.2.2/',
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
  'yaml/control-character': {
    source: 'kubectl 1.36.3 で測定（tests/fixtures/lint/）',
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
  'yaml/duplicate-key': {
    source: 'kubectl 1.36.3 で測定（tests/fixtures/lint/）: --validate=strict でも黙って後の値を使う',
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
  'yaml/alias': {
    source: 'kubectl 1.36.3 で測定（tests/fixtures/lint/）',
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
  'yaml/merge': {
    source: 'kubectl 1.36.3 で測定（tests/fixtures/lint/）',
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
  'yaml/key-not-scalar': {
    source: 'kubectl 1.36.3 で測定（tests/fixtures/lint/）',
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
  'yaml/number': {
    source: 'kubectl 1.36.3 で測定（tests/fixtures/lint/）',
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
  'yaml/template': {
    source: 'kubectl 1.36.3 で測定（tests/fixtures/lint/）',
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
  'yaml/limit': {
    source: 'src/lint/parse/limits.ts',
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
  'yaml/not-an-object': {
    source: 'kubectl 1.36.3 で測定（tests/fixtures/lint/）',
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
};
