import type { DocumentedRule } from '../lint/docs.ts';
import { rulePages as words } from './strings.ja.ts';

type GroupId = keyof typeof words.groups;

/** First halves of rule ids, by the group in which readers find them. */
const areas: Record<Exclude<GroupId, 'other'>, readonly string[]> = {
  form: ['yaml', 'api', 'schema'],
  names: ['meta', 'selector'],
  pods: ['pod', 'template', 'image'],
  workloads: [
    'workload',
    'deployment',
    'statefulset',
    'daemonset',
    'job',
    'cronjob',
    'revision',
    'hpa',
    'pdb',
  ],
  network: [
    'service',
    'endpointslice',
    'endpoints',
    'network',
    'ingress',
    'ingressclass',
    'networkpolicy',
    'gateway',
  ],
  config: ['config', 'secret', 'rbac', 'access', 'namespace', 'quota', 'limitrange'],
  storage: ['pv', 'pvc', 'storageclass', 'storage'],
  cluster: [
    'crd',
    'webhook',
    'admission',
    'priorityclass',
    'runtimeclass',
    'lease',
    'apiservice',
    'csr',
    'event',
    'node',
    'flow',
    'dra',
  ],
  sets: ['set', 'ref'],
  commands: ['kubectl', 'command'],
  site: ['suppress', 'expect', 'file', 'fence'],
};

/** Rules that stand together on the list. */
export interface RuleGroup {
  /** Its anchor on the list. */
  id: GroupId;
  name: string;
  rules: DocumentedRule[];
}

/** The group of a rule; a new area is in the last one until it is given a better place above. */
export function groupOf(id: string): { id: GroupId; name: string } {
  const area = id.split('/')[0] ?? '';
  // The keys of `areas` are groups.
  const found = Object.entries(areas).find(([, names]) => names.includes(area))?.[0] as GroupId | undefined;
  const group = found ?? 'other';
  return { id: group, name: words.groups[group] };
}

/** Rules by group; inside a group they keep their order. */
export function groupRules(rules: readonly DocumentedRule[]): RuleGroup[] {
  // The keys of `words.groups` are groups.
  return (Object.keys(words.groups) as GroupId[])
    .map(id => ({ id, name: words.groups[id], rules: rules.filter(rule => groupOf(rule.id).id === id) }))
    .filter(group => group.rules.length > 0);
}

/** Address of a rule's page, as a path of the site. */
export function rulePath(id: string): string {
  return `/rules/${id}/`;
}

const japanese = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー]';
const gap = new RegExp(`(?<=${japanese}) (?=[0-9A-Za-z])|(?<=[0-9A-Za-z]) (?=${japanese})`, 'gu');

/**
 * Words of the linter as the site sets them: on a terminal a space parts Japanese from Latin, on a page the style sheet
 * does.
 */
export function withoutGaps(text: string): string {
  return text.replace(gap, '');
}
