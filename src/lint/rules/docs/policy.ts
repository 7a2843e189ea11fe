import type { RuleDocs } from '../doc.ts';
import { policySource } from './kind-sources.ts';

export const policyDocs: RuleDocs = {
  'pdb/amount': {
    source: policySource,
    ja: {
      title: 'PodDisruptionBudget の数が正しくない',
      why: 'minAvailable か maxUnavailable のどちらか 1 つを、整数か百分率で書きます。',
      remedy: '片方だけを、0 以上か 100% までで書きます。',
    },
    en: {
      title: 'Invalid amount',
      why: 'Either minAvailable or maxUnavailable, as a number or a percentage.',
      remedy: 'Write one of them: 0 or more, or up to 100%.',
    },
  },
  'pdb/spec': {
    source: policySource,
    ja: {
      title: 'PodDisruptionBudget の設定が正しくない',
      why: 'セレクターはラベルと比べます。方針には決まった値だけが書けます。',
      remedy: '正しい値にします。',
    },
    en: {
      title: 'Invalid PodDisruptionBudget',
      why: 'The selector is compared with labels, and the policy takes two values.',
      remedy: 'Use valid values.',
    },
  },
};
