import { checkFormat, checkRequired, checkSetOneOf } from './checks.ts';
import type { ObjectContext } from './context.ts';
import { fail, isEmpty, needs } from './object-checks.ts';
import { defineRule, type Rule } from './rule.ts';
import { checkTable, tableRule } from './table.ts';

const bindings = ['RoleBinding', 'ClusterRoleBinding'];
const group = 'rbac.authorization.k8s.io';

function checkRules(context: ObjectContext): void {
  for (const rule of context.root.get('rules').items()) {
    const urls = rule.get('nonResourceURLs');
    const groups = rule.get('apiGroups');
    const resources = rule.get('resources');
    if (isEmpty(urls)) needs(context, rule, 'apiGroups', 'resources');
    else if (context.kind === 'Role') fail(context, urls, 'urls-in-role');
    else if (![groups, resources, rule.get('resourceNames')].every(isEmpty))
      fail(context, urls, 'urls-beside');
  }
}

function checkSubjects(context: ObjectContext): void {
  for (const subject of context.root.get('subjects').items()) {
    const kind = subject.get('kind').string ?? '';
    const isAccount = kind === 'ServiceAccount';
    if (isAccount) checkFormat(context, subject.get('name'), 'subdomain');
    const apiGroup = subject.get('apiGroup');
    if (isAccount && apiGroup.string) fail(context, apiGroup, 'account-group');
    else if (!isAccount && apiGroup.string && (kind === 'User' || kind === 'Group'))
      checkSetOneOf(context, apiGroup, [group]);
    if (isAccount && context.kind === 'ClusterRoleBinding') checkRequired(context, subject.get('namespace'));
  }
}

function roleRef(kinds: string): string {
  return `
roleRef.apiGroup =${group}
roleRef.kind ! =${kinds}
roleRef.name ! ~path`;
}

const subjects = `
subjects[].kind ! =ServiceAccount|User|Group
subjects[].name !`;

const aggregation = `
aggregationRule.clusterRoleSelectors !
aggregationRule.clusterRoleSelectors[] @`;

/** Roles and their bindings. */
export const rbacRules: readonly Rule[] = [
  tableRule('rbac/rules', ['Role', 'ClusterRole'], 'rules[].verbs !', checkRules),
  tableRule('rbac/aggregation', ['ClusterRole'], aggregation),
  defineRule({
    id: 'rbac/role-ref',
    level: 'error',
    kinds: bindings,
    check(context) {
      checkTable(
        context,
        context.root,
        roleRef(context.kind === 'RoleBinding' ? 'Role|ClusterRole' : 'ClusterRole'),
      );
    },
  }),
  tableRule('rbac/subject', bindings, subjects, checkSubjects),
];
