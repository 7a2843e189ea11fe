import { follow } from './follow.ts';
import { perSet } from './objects.ts';
import { defineSetRule, type SetRule } from './rule.ts';

const bindings = ['RoleBinding', 'ClusterRoleBinding'];

/** ClusterRoles that every cluster has. */
const builtIn = /^(cluster-admin|admin|edit|view|system:.*)$/;

/** Accounts that are written without a namespace: they go where `kubectl apply -n` sends them. */
const looseAccounts = perSet(set => {
  const accounts = set
    .ofKind('ServiceAccount')
    .filter(({ root }) => !root.get('metadata', 'namespace').isSet);
  return new Set(accounts.map(({ name }) => name));
});

/** Service accounts and roles. */
export const rbacRules: readonly SetRule[] = [
  defineSetRule({
    id: 'ref/serviceaccount',
    level: 'warning',
    look(context) {
      const { kind, pod, root, set, namespace: own } = context;
      if (pod) {
        const [name, old] = [pod.spec.get('serviceAccountName'), pod.spec.get('serviceAccount')];
        const at = name.string ? name : old;
        if (at.string !== 'default') follow(context, 'ServiceAccount', at);
      }
      if (!bindings.includes(kind)) return;
      for (const subject of root.get('subjects').items()) {
        const at = subject.get('name');
        if (subject.get('kind').string !== 'ServiceAccount' || at.string === 'default') continue;
        const namespace = subject.get('namespace').string || own;
        if (looseAccounts(set).has(at.string ?? '') || namespace.startsWith('kube-')) continue;
        follow(context, 'ServiceAccount', at, namespace);
      }
    },
  }),
  defineSetRule({
    id: 'ref/role',
    level: 'warning',
    kinds: bindings,
    look(context) {
      const role = context.root.get('roleRef');
      const kind = role.get('kind').string;
      const at = role.get('name');
      // kube-system and its kin have roles of their own.
      const isGiven = kind === 'Role' ? context.namespace.startsWith('kube-') : builtIn.test(at.string ?? '');
      if ((kind === 'Role' || kind === 'ClusterRole') && !isGiven) follow(context, kind, at);
    },
  }),
];
