import { checkExpressionText } from './cel-check.ts';
import { checkFormat, checkUnique } from './checks.ts';
import type { ObjectContext } from './context.ts';
import type { Cursor } from './cursor.ts';
import { fail, needsOne } from './object-checks.ts';
import { defineRule, type Rule } from './rule.ts';
import { checkTable, tableRule } from './table.ts';

const kinds = ['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration'];

const operations = `
operations !!
operations[] ==*|CONNECT|CREATE|DELETE|UPDATE
apiGroups !!
apiVersions !!
apiVersions[] !
resources !!
resources[] !
scope ==*|Cluster|Namespaced`;

/** Where a webhook is: a URL, or a Service. */
export function checkClient(context: ObjectContext, client: Cursor): void {
  needsOne(context, client, ['url', 'service']);
  const url = client.get('url');
  if (url.isSet && !/^https:\/\/[^/@?#\s]+(\/[^?#]*)?$/i.test(url.string ?? ''))
    fail(context, url, 'webhook-url');
  checkTable(context, client, service);
}

const service = `
service.namespace !
service.name !
service.port <1,65535
service.path ~url-path`;

/** What a webhook or policy looks at. */
export function checkOperations(context: ObjectContext, rule: Cursor): void {
  for (const field of ['operations', 'apiGroups', 'apiVersions', 'resources']) {
    const list = rule.get(field);
    const values = list.items().map(item => item.string ?? '');
    if (values.includes('*') && values.length > 1 && field !== 'resources')
      fail(context, list, 'star-beside');
    if (field === 'resources') checkResources(context, list, values);
  }
  checkTable(context, rule, operations);
}

function checkResources(context: ObjectContext, list: Cursor, values: readonly string[]): void {
  if (values.length > 1 && values.includes('*/*')) {
    fail(context, list, 'star-beside');
    return;
  }
  const [whole, subs] = [new Set<string>(), new Set<string>()];
  for (const item of list.items()) {
    const value = item.string ?? '';
    const [resource = '', sub] = value.split('/', 2);
    if (sub === undefined) continue;
    if (whole.has(resource) || subs.has(sub)) fail(context, item, 'star-beside');
    if (sub === '*') whole.add(resource);
    if (resource === '*') subs.add(sub);
  }
  // Of resources without a subresource, the server remembers the last.
  const plain = values.findLast(value => !value.includes('/'));
  if (values.includes('*') && plain !== '*') fail(context, list, 'star-beside');
}

/** Conditions in CEL that narrow what is looked at. */
export function checkConditions(context: ObjectContext, list: Cursor, variables: readonly string[]): void {
  for (const condition of list.items()) {
    const expression = condition.get('expression');
    if (!(expression.string ?? '').trim()) fail(context, expression, 'expression-empty');
    else checkExpressionText(context, expression, variables, { wanted: 'bool' });
    checkTable(context, condition, 'name ! ~qualified');
  }
  checkUnique(
    context,
    list.items().map(condition => condition.get('name')),
  );
}

const hooks = `
webhooks[].name ! ~subdomain %
webhooks[].failurePolicy ==Fail|Ignore
webhooks[].matchPolicy ==Equivalent|Exact
webhooks[].sideEffects ==None|NoneOnDryRun
webhooks[].timeoutSeconds <1,30
webhooks[].reinvocationPolicy ==IfNeeded|Never
webhooks[].namespaceSelector @
webhooks[].objectSelector @`;

/** Versions of the request that a webhook reads. */
export function checkReviewVersions(context: ObjectContext, list: Cursor): void {
  const items = list.items();
  for (const item of items)
    if (!item.string) context.report(item, 'bad-format', { value: '', format: 'label-1035' });
  for (const item of items) checkFormat(context, item, 'label-1035');
  checkUnique(context, items);
  if (items.length > 0 && !items.some(({ string }) => string === 'v1' || string === 'v1beta1'))
    fail(context, list, 'review-versions');
}

function hooksOf({ root }: ObjectContext): Cursor[] {
  return root.get('webhooks').items();
}

/** Admission webhooks. */
export const webhookRules: readonly Rule[] = [
  tableRule('webhook/fields', kinds, hooks, context => {
    for (const hook of hooksOf(context)) {
      const name = hook.get('name');
      if (name.string && name.string.split('.').length < 3) fail(context, name, 'three-segments');
      checkReviewVersions(context, hook.get('admissionReviewVersions'));
    }
  }),
  defineRule({
    id: 'webhook/client',
    level: 'error',
    kinds,
    check(context) {
      for (const hook of hooksOf(context)) checkClient(context, hook.get('clientConfig'));
    },
  }),
  defineRule({
    id: 'webhook/rules',
    level: 'error',
    kinds,
    check(context) {
      for (const hook of hooksOf(context))
        for (const rule of hook.get('rules').items()) checkOperations(context, rule);
    },
  }),
  defineRule({
    id: 'webhook/condition',
    level: 'error',
    kinds,
    since: '1.28',
    check(context) {
      const variables = ['object', 'oldObject', 'request', 'authorizer'];
      for (const hook of hooksOf(context)) checkConditions(context, hook.get('matchConditions'), variables);
    },
  }),
];
