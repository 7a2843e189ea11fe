import type { RuleDocs } from '../doc.ts';
import { rbacSource } from './kind-sources.ts';

export const rbacDocs: RuleDocs = {
  'rbac/rules': {
    source: rbacSource,
    ja: {
      title: '権限の規則が足りない',
      why: '規則には、何を（apiGroups と resources、または URL）どうする（verbs）が要ります。コアのグループは "" です。',
      remedy: 'verbs、apiGroups、resources を書きます。',
    },
    en: {
      title: 'Incomplete rule',
      why: 'A rule says what (apiGroups and resources, or URLs) may be done (verbs); the core group is "".',
      remedy: 'Write verbs, apiGroups and resources.',
    },
  },
  'rbac/aggregation': {
    source: rbacSource,
    ja: {
      title: 'aggregationRule が正しくない',
      why: '集める ClusterRole をラベルで選びます。',
      remedy: 'clusterRoleSelectors に正しいセレクターを書きます。',
    },
    en: {
      title: 'Invalid aggregation',
      why: 'It selects ClusterRoles by their labels.',
      remedy: 'Write valid selectors in clusterRoleSelectors.',
    },
  },
  'rbac/role-ref': {
    source: rbacSource,
    ja: {
      title: 'roleRef が正しくない',
      why: 'ClusterRoleBinding が指せるのは ClusterRole だけです。RoleBinding はどちらも指せます。',
      remedy: 'kind と name を直します。',
    },
    en: {
      title: 'Invalid roleRef',
      why: 'A ClusterRoleBinding refers to a ClusterRole only, a RoleBinding to either kind.',
      remedy: 'Mend kind and name.',
    },
  },
  'rbac/subject': {
    source: rbacSource,
    ja: {
      title: '権限を受けるものが正しくない',
      why: 'User と Group は rbac.authorization.k8s.io のもの、ServiceAccount はコアのグループのもので、名前空間に属します。',
      remedy: 'kind、name、namespace を直します。',
    },
    en: {
      title: 'Invalid subject',
      why: 'Users and groups belong to rbac.authorization.k8s.io, a ServiceAccount to the core group and to a namespace.',
      remedy: 'Mend kind, name and namespace.',
    },
  },
};
