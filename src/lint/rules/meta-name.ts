import { checkSet } from './checks.ts';
import type { ObjectContext } from './context.ts';
import type { Cursor } from './cursor.ts';
import { type Format, formats } from './formats.ts';
import { defineRule, type Rule } from './rule.ts';

/** Kinds whose names are not subdomains. Measured on kube-apiserver 1.36.3. */
const nameFormats: Readonly<Record<string, Format>> = {
  CertificateSigningRequest: 'path',
  ClusterRole: 'path',
  ClusterRoleBinding: 'path',
  Event: 'path',
  IPAddress: 'canonical-ip',
  Namespace: 'label',
  PodDisruptionBudget: 'path',
  Role: 'path',
  RoleBinding: 'path',
};

/** Kinds whose names other fields decide, or that need none. */
const free = ['APIService', 'CustomResourceDefinition'];
const nameless = [
  'LimitRange',
  'LocalSubjectAccessReview',
  'SelfSubjectAccessReview',
  'SelfSubjectReview',
  'SelfSubjectRulesReview',
  'SubjectAccessReview',
  'TokenRequest',
  'TokenReview',
];

/** Name and namespace of every object that a server keeps. */
export const metaNameRules: readonly Rule[] = [
  defineRule({
    id: 'meta/name',
    level: 'error',
    check(context) {
      const metadata = context.root.get('metadata');
      const [name, prefix] = [metadata.get('name'), metadata.get('generateName')];
      if (!isKept(context)) return;
      if (!name.string && !prefix.string) {
        if (!nameless.includes(context.kind) && isUnset(name)) context.report(name, 'name-missing', {});
        return;
      }
      if (free.includes(context.kind)) {
        if (prefix.string) context.reportKey(prefix, 'forbidden', { field: 'generateName', beside: 'name' });
        return;
      }
      const format = formatOf(context);
      const generated = `${(prefix.string ?? '').slice(0, 58)}xxxxx`;
      const [at, value] = name.string ? [name, name.string] : [prefix, generated];
      const shown = at.string ?? '';
      if (!formats[format](value)) context.report(at, 'bad-format', { value: shown, format });
      else if (prefix.string && !isPrefix(context, prefix.string, format))
        context.report(prefix, 'bad-format', { value: prefix.string, format });
      if (context.kind === 'CronJob' && value.length > 52)
        context.report(at, 'too-long', { value: shown, max: 52 });
    },
  }),
  defineRule({
    id: 'meta/namespace',
    level: 'error',
    check(context) {
      const namespace = context.root.get('metadata', 'namespace');
      if (context.namespaced && isKept(context) && namespace.string) checkSet(context, namespace, 'label');
    },
  }),
];

/** Kinds whose prefixes are looked at as the start of a path's segment only. */
const pathPrefixes = [
  'CertificateSigningRequest',
  'DeviceClass',
  'Event',
  'PodDisruptionBudget',
  'ReplicationController',
];

/** Whether names that start so can be right. The server replaces two characters where there is a last hyphen. */
function isPrefix({ kind }: ObjectContext, prefix: string, format: Format): boolean {
  const stem = prefix.replace(/.-$/s, 'a');
  return pathPrefixes.includes(kind) ? formats.path(`${stem}a`) : formats[format](stem);
}

/** Files of tools are no objects of a server. */
export function isKept({ apiVersion }: Pick<ObjectContext, 'apiVersion'>): boolean {
  return !/^(kind\.x-k8s\.io|skaffold)\//.test(apiVersion);
}

/** A value of another type has a finding of its own. */
function isUnset(name: Cursor): boolean {
  return !name.isSet || name.string === '';
}

function formatOf({ apiVersion, kind, isAtLeast }: ObjectContext): Format {
  if (apiVersion === 'events.k8s.io/v1') return 'subdomain';
  if (kind === 'StatefulSet') return isAtLeast('1.27') ? 'label' : 'subdomain';
  if (kind === 'Service') return isAtLeast('1.36') ? 'label' : 'label-1035';
  return nameFormats[kind] ?? 'subdomain';
}
