import { checkFormat, checkPort, checkRange, checkRequired, checkSet } from './checks.ts';
import type { ObjectContext } from './context.ts';
import type { Cursor } from './cursor.ts';
import { isIp } from './formats.ts';
import { eachFormed, fail, isEmpty, needs, needsFormat } from './object-checks.ts';
import { defineRule, type Rule } from './rule.ts';

const kinds = ['Ingress'];
const pathTypes = ['Exact', 'ImplementationSpecific', 'Prefix'];

/** The form that all rules below know; older ones are gone since 1.22. */
function isV1({ apiVersion }: ObjectContext): boolean {
  return apiVersion === 'networking.k8s.io/v1';
}

function backendsOf({ root }: ObjectContext): Cursor[] {
  const backend = root.get('spec', 'defaultBackend');
  const paths = pathsOf(root).map(path => path.get('backend'));
  return backend.isSet ? [backend, ...paths] : paths;
}

function pathsOf(root: Cursor): Cursor[] {
  return root
    .get('spec', 'rules')
    .items()
    .flatMap(rule => rule.get('http', 'paths').items());
}

function checkBackend(context: ObjectContext, at: Cursor): void {
  const service = at.get('service');
  const resource = at.get('resource');
  if (service.isSet === resource.isSet) {
    context.report(at, service.isSet ? 'only-one' : 'one-of', { fields: ['service', 'resource'] });
    return;
  }
  if (resource.isSet) {
    needs(context, resource, 'kind', 'name');
    checkFormat(context, resource.get('name'), 'path');
    checkFormat(context, resource.get('kind'), 'path');
    checkSet(context, resource.get('apiGroup'), 'subdomain');
    return;
  }
  needsFormat(context, service.get('name'), context.isAtLeast('1.36') ? 'label' : 'label-1035');
  const name = service.get('port', 'name');
  const number = service.get('port', 'number');
  if (!isEmpty(name) === Boolean(number.number))
    context.report(at, name.string ? 'only-one' : 'one-of', {
      fields: ['service.port.name', 'service.port.number'],
    });
  else if (name.string) checkPort(context, name);
  else checkRange(context, number, 1, 65_535);
}

function checkPath(context: ObjectContext, at: Cursor): void {
  const type = at.get('pathType');
  const path = at.get('path');
  if (!type.isSet) checkRequired(context, type);
  else if (!pathTypes.includes(type.string ?? ''))
    context.report(type, 'enum', { value: type.string ?? '', allowed: pathTypes });
  const value = path.string ?? '';
  if (type.string === 'ImplementationSpecific') {
    checkFormat(context, path, 'absolute');
    return;
  }
  if (type.string !== 'Exact' && type.string !== 'Prefix') return;
  if (!value.startsWith('/')) context.report(path, 'bad-format', { value, format: 'absolute' });
  else if (/\/\/|\/\.\.?\/|%2f|\/\.\.?$/i.test(value.replace('%2F', '%2f')))
    fail(context, path, 'ingress-path');
}

function checkHost(context: ObjectContext, at: Cursor): void {
  if (isIp(at.string ?? '')) fail(context, at, 'ingress-host-ip');
  else checkFormat(context, at, 'host');
}

function checkRules(context: ObjectContext): void {
  const spec = context.root.get('spec');
  if (!isV1(context)) return;
  if (!spec.get('defaultBackend').isSet && isEmpty(spec.get('rules'))) fail(context, spec, 'ingress-empty');
  for (const rule of spec.get('rules').items())
    if (rule.get('http').isSet) checkRequired(context, rule.get('http', 'paths'));
}

function checkClass(context: ObjectContext): void {
  const { root, report } = context;
  const name = root.get('spec', 'ingressClassName');
  checkSet(context, name, 'subdomain');
  const annotation = root.get('metadata', 'annotations', 'kubernetes.io/ingress.class');
  if (annotation.string !== undefined && name.string !== undefined && annotation.string !== name.string)
    report(annotation, 'wrong', { reason: 'ingress-class-twice' });
}

function checkParameters(context: ObjectContext): void {
  const spec = context.root.get('spec');
  const parameters = spec.get('parameters');
  if (!parameters.isSet) return;
  needs(context, parameters, 'kind', 'name');
  checkFormat(context, parameters.get('kind'), 'path');
  checkFormat(context, parameters.get('name'), 'path');
  checkSet(context, parameters.get('apiGroup'), 'subdomain');
  const scope = parameters.get('scope');
  const namespace = parameters.get('namespace');
  if (scope.string !== undefined && !['Cluster', 'Namespace'].includes(scope.string))
    context.report(scope, 'enum', { value: scope.string, allowed: ['Cluster', 'Namespace'] });
  else if (scope.string === 'Namespace') needsFormat(context, namespace, 'label');
  else if (namespace.isSet) {
    const beside = 'scope: Cluster';
    context.reportKey(namespace, 'forbidden', { field: 'namespace', beside });
  }
  if (scope.string !== 'Namespace') return;
  checkSet(context, namespace, 'label');
}

/** Ingress and IngressClass. */
export const ingressRules: readonly Rule[] = [
  defineRule({ id: 'ingress/rules', level: 'error', kinds, check: checkRules }),
  defineRule({
    id: 'ingress/backend',
    level: 'error',
    kinds,
    check(context) {
      if (isV1(context)) for (const backend of backendsOf(context)) checkBackend(context, backend);
    },
  }),
  defineRule({
    id: 'ingress/path',
    level: 'error',
    kinds,
    check(context) {
      if (isV1(context)) for (const path of pathsOf(context.root)) checkPath(context, path);
    },
  }),
  defineRule({
    id: 'ingress/host',
    level: 'error',
    kinds,
    check(context) {
      const spec = context.root.get('spec');
      for (const rule of spec.get('rules').items()) checkHost(context, rule.get('host'));
      for (const tls of spec.get('tls').items()) {
        eachFormed(context, tls.get('hosts'), 'host');
        checkFormat(context, tls.get('secretName'), 'subdomain');
      }
    },
  }),
  defineRule({ id: 'ingress/class', level: 'error', kinds, check: checkClass }),
  defineRule({
    id: 'ingressclass/controller',
    level: 'error',
    kinds: ['IngressClass'],
    check(context) {
      needsFormat(context, context.root.get('spec', 'controller'), 'domain-path');
    },
  }),
  defineRule({
    id: 'ingressclass/parameters',
    level: 'error',
    kinds: ['IngressClass'],
    check: checkParameters,
  }),
];
