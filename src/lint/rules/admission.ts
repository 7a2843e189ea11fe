import { checkExpressionText, type Declared } from './cel-check.ts';
import { checkRequired, forbid, under } from './checks.ts';
import type { ObjectContext } from './context.ts';
import type { Cursor } from './cursor.ts';
import { fail, isEmpty } from './object-checks.ts';
import type { Rule } from './rule.ts';
import { checkTable, tableRule } from './table.ts';
import { checkConditions, checkOperations } from './webhook.ts';

const policies = ['ValidatingAdmissionPolicy', 'MutatingAdmissionPolicy'];
const bindings = ['ValidatingAdmissionPolicyBinding', 'MutatingAdmissionPolicyBinding'];
const always = ['object', 'oldObject', 'request', 'authorizer', 'namespaceObject'];

/** Names that expressions of a policy may use; variables come after those that they use. */
function declaredIn(spec: Cursor): string[] {
  return spec.get('paramKind').isSet ? [...always, 'params'] : always;
}

const match = `
namespaceSelector @
objectSelector @
matchPolicy ==Equivalent|Exact
resourceRules[].resourceNames[] ~path %
excludeResourceRules[].resourceNames[] ~path %`;

function checkMatch(context: ObjectContext, at: Cursor): void {
  for (const field of ['resourceRules', 'excludeResourceRules'])
    for (const rule of at.get(field).items()) checkOperations(context, rule);
  checkTable(context, at, match);
}

const policy = `
spec.failurePolicy ==Fail|Ignore
spec.matchConstraints !!
spec.matchConstraints.resourceRules !
spec.paramKind.apiVersion ! ~group-version
spec.paramKind.kind ! ~kind`;

function checkValidating(context: ObjectContext): void {
  const { root } = context;
  const spec = root.get('spec');
  const [validations, annotations] = [spec.get('validations'), spec.get('auditAnnotations')];
  if (isEmpty(validations) && isEmpty(annotations))
    context.report(validations, 'one-of', { fields: ['validations', 'auditAnnotations'] });
  for (const validation of validations.items()) checkMessage(context, validation);
  const name = root.get('metadata', 'name').string ?? '';
  if (name !== '') checkTable(context, spec, 'auditAnnotations[].key ~label-name %');
}

/** A message is one line and says something. */
export function checkMessage(context: ObjectContext, at: Cursor): void {
  const message = at.get('message');
  if (
    message.string !== undefined &&
    (/[\n\r]/.test(message.string) || (message.string !== '' && !message.string.trim()))
  )
    fail(context, message, 'one-line');
}

function checkMutations(context: ObjectContext): void {
  const spec = context.root.get('spec');
  const mutations = spec.get('mutations');
  // A mutation of what is deleted makes no sense.
  const rules = spec.get('matchConstraints', 'resourceRules');
  const allowed = ['*', 'CONNECT', 'CREATE', 'UPDATE'];
  for (const operation of rules.items().flatMap(rule => rule.get('operations').items()))
    if (!allowed.includes(operation.string ?? ''))
      context.report(under(operation, [...rules.path, 'operations']), 'enum', {
        value: operation.string ?? '',
        allowed,
      });
  for (const mutation of mutations.items()) {
    const type = mutation.get('patchType');
    const own = { ApplyConfiguration: 'applyConfiguration', JSONPatch: 'jsonPatch' }[type.string ?? ''];
    for (const field of ['applyConfiguration', 'jsonPatch']) {
      const patch = mutation.get(field);
      if (own === field) {
        if (!patch.isSet) checkRequired(context, patch);
        else if (!(patch.get('expression').string ?? '').trim())
          fail(context, patch.get('expression'), 'expression-empty');
      } else if (own !== undefined) forbid(context, patch, `patchType: ${type.string}`);
    }
  }
}

function checkExpressions(context: ObjectContext): void {
  const spec = context.root.get('spec');
  const base = declaredIn(spec);
  checkConditions(context, spec.get('matchConditions'), base);
  const declared: Declared = { names: [...base, 'variables'], variables: new Set() };
  for (const variable of spec.get('variables').items()) {
    const name = variable.get('name');
    checkTable(context, variable, 'name ! ~identifier');
    checkText(context, variable.get('expression'), declared);
    declared.variables?.add(name.string ?? '');
  }
  for (const validation of spec.get('validations').items()) {
    checkText(context, validation.get('expression'), { ...declared, wanted: 'bool' });
    const message = validation.get('messageExpression');
    if (message.string) checkText(context, message, { ...declared, wanted: 'string' });
  }
  for (const annotation of spec.get('auditAnnotations').items())
    checkText(context, annotation.get('valueExpression'), { ...declared, wanted: 'string' });
  const patching = { ...declared, types: true };
  for (const mutation of spec.get('mutations').items())
    for (const field of ['applyConfiguration', 'jsonPatch'])
      if (mutation.get(field, 'expression').string?.trim())
        checkText(context, mutation.get(field, 'expression'), {
          ...patching,
          wanted: field === 'jsonPatch' ? 'list' : 'Object',
        });
}

function checkText(context: ObjectContext, at: Cursor, declared: Declared): void {
  if (!(at.string ?? '').trim()) fail(context, at, 'expression-empty');
  else checkExpressionText(context, at, declared.names, declared);
}

function checkBinding(context: ObjectContext): void {
  const { root, report } = context;
  const spec = root.get('spec');
  checkMatch(context, spec.get('matchResources'));
  const ref = spec.get('paramRef');
  if (ref.isSet) {
    const [name, selector] = [ref.get('name'), ref.get('selector')];
    if (isEmpty(name) && !selector.isSet) report(ref, 'one-of', { fields: ['name', 'selector'] });
    if (name.string && selector.isSet) report(name, 'only-one', { fields: ['name', 'selector'] });
  }
  if (context.kind !== 'ValidatingAdmissionPolicyBinding') return;
  const actions = spec.get('validationActions');
  checkTable(context, spec, 'validationActions !!\nvalidationActions[] ==Audit|Deny|Warn %');
  const names = actions.items().map(action => action.string);
  if (names.includes('Deny') && names.includes('Warn'))
    report(actions, 'only-one', { fields: ['Deny', 'Warn'] });
}

const mutation = `
spec.mutations !!
spec.reinvocationPolicy !! =IfNeeded|Never
spec.mutations[].patchType ! =ApplyConfiguration|JSONPatch`;

const binding = `
spec.policyName !! ~subdomain
spec.paramRef.name ~path
spec.paramRef.selector @
spec.paramRef.parameterNotFoundAction ! =Deny|Allow`;

/** Admission policies. */
export const admissionRules: readonly Rule[] = [
  tableRule('admission/policy', policies, policy, context => {
    checkMatch(context, context.root.get('spec', 'matchConstraints'));
  }),
  tableRule(
    'admission/validation',
    ['ValidatingAdmissionPolicy'],
    'spec.validations[].reason ==Forbidden|Invalid|RequestEntityTooLarge',
    checkValidating,
  ),
  tableRule('admission/mutation', ['MutatingAdmissionPolicy'], mutation, checkMutations),
  tableRule('admission/expression', policies, 'spec', checkExpressions),
  tableRule('admission/binding', bindings, binding, checkBinding),
];
