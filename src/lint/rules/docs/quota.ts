import type { RuleDocs } from '../doc.ts';
import { coreSource } from './kind-sources.ts';

export const quotaDocs: RuleDocs = {
  'quota/hard': {
    source: coreSource,
    ja: {
      title: 'ResourceQuota のリソースが正しくない',
      why: '数えられるのは、決まった名前のリソースと count/… などです。数は整数にします。',
      remedy: '名前と値を直します。',
    },
    en: {
      title: 'Invalid resource',
      why: 'A quota counts resources of known names, or count/ and a resource; numbers are whole.',
      remedy: 'Mend name and value.',
    },
  },
  'quota/scopes': {
    source: coreSource,
    ja: {
      title: 'ResourceQuota のスコープが正しくない',
      why: 'スコープは数える Pod を絞ります。反対のスコープや、Pod に関わらないリソースとは組み合わせられません。',
      remedy: 'スコープを直すか、ResourceQuota を分けます。',
    },
    en: {
      title: 'Invalid scope',
      why: 'A scope narrows which pods count; it cannot be combined with its opposite or with resources of other kinds.',
      remedy: 'Mend the scope, or make two quotas.',
    },
  },
  'limitrange/type': {
    source: coreSource,
    ja: {
      title: 'LimitRange の type が正しくない',
      why: 'type ごとに、書けるフィールドと要るフィールドが決まっています。',
      remedy: 'Container、Pod、PersistentVolumeClaim のどれかを 1 回ずつ書きます。',
    },
    en: {
      title: 'Invalid type',
      why: 'Each type has its own fields.',
      remedy: 'Write Container, Pod and PersistentVolumeClaim at most once each.',
    },
  },
  'limitrange/resource': {
    source: coreSource,
    ja: {
      title: 'LimitRange のリソース名が正しくない',
      why: 'コンテナの制限に書けるのは cpu や memory などです。',
      remedy: '名前を直します。',
    },
    en: {
      title: 'Invalid resource',
      why: 'Limits of containers are about cpu, memory and the like.',
      remedy: 'Mend the name.',
    },
  },
  'limitrange/order': {
    source: coreSource,
    ja: {
      title: 'LimitRange の大小が逆',
      why: 'min ≤ defaultRequest ≤ default ≤ max でなければ、どの Pod も作れません。',
      remedy: '値の順をそろえます。書かなかった値は、ほかの値から補われます。',
    },
    en: {
      title: 'Amounts in the wrong order',
      why: 'Unless min <= defaultRequest <= default <= max, no pod could be made.',
      remedy: 'Put them in order; what is left out is filled in from the others.',
    },
  },
};
