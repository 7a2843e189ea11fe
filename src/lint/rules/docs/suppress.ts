import type { RuleDocs } from '../doc.ts';

export const suppressDocs: RuleDocs = {
  'suppress/unused': {
    source: 'docs/AUTHORING.md',
    ja: {
      title: '要らない抑止',
      why: '直した後に残った抑止は、次の間違いを隠します。',
      remedy: '抑止を消します。規則の名前や場所が違うなら直します。',
    },
    en: {
      title: 'Unused suppression',
      why: 'A suppression that outlives its finding hides the next one.',
      remedy: 'Remove it, or correct its rule and place.',
    },
  },
  'suppress/comment': {
    source: 'docs/AUTHORING.md',
    ja: {
      title: '抑止のコメントが正しくない',
      why: '理由のない抑止や書き間違いは、効きません。',
      remedy:
        '# lint-disable-next-line 規則 -- 理由 と書きます。文書全体なら、先頭に # lint-disable 規則 -- 理由 と書きます。',
    },
    en: {
      title: 'Suppression comment not understood',
      why: 'A suppression without a reason, or a misspelt one, does nothing.',
      remedy:
        'Write # lint-disable-next-line rule -- reason, or # lint-disable rule -- reason at the top of a document.',
    },
  },
};
