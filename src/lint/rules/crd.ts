import { toJson } from '../parse/tree.ts';
import { checkFormat, checkOneOf, checkRequired, checkSet, checkUnique, forbid, under } from './checks.ts';
import type { ObjectContext } from './context.ts';
import { checkSchema } from './crd-schema.ts';
import { resolve } from './crd-validations.ts';
import type { Cursor } from './cursor.ts';
import { eachFormed, fail, isEmpty, needs, needsFormat, needsOneOf } from './object-checks.ts';
import { defineRule, type Rule } from './rule.ts';
import { checkClient, checkReviewVersions } from './webhook.ts';

const kinds = ['CustomResourceDefinition'];
const columnTypes = ['boolean', 'date', 'integer', 'number', 'string'];
const formats = ['byte', 'date', 'date-time', 'double', 'float', 'int32', 'int64', 'password'];

/** Fields that a schema may have at its root beside a status subresource. */
const rootFields =
  'description type format title maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems multipleOf required items properties externalDocs example x-kubernetes-preserve-unknown-fields x-kubernetes-validations'.split(
    ' ',
  );

function isV1({ apiVersion }: ObjectContext): boolean {
  return apiVersion === 'apiextensions.k8s.io/v1';
}

function versionsOf({ root }: ObjectContext): Cursor[] {
  return root.get('spec', 'versions').items();
}

/** The server writes what all versions share as a field of the spec: `spec.validation` for one version's schema. */
function shared(context: ObjectContext, field: string, name: string): Cursor[] {
  const all = versionsOf(context).map(version => version.get(field));
  const [first] = all;
  const text = ({ node }: Cursor) => (node ? JSON.stringify(toJson(node)) : '');
  if (!first || !all.every(other => text(other) === text(first))) return all;
  return [under(first, [...context.root.path, 'spec', name])];
}

function checkNames(context: ObjectContext): void {
  const { root, report } = context;
  const spec = root.get('spec');
  const names = spec.get('names');
  const [plural, kind, listKind] = ['plural', 'kind', 'listKind'].map(field => names.get(field)) as [
    Cursor,
    Cursor,
    Cursor,
  ];
  needsFormat(context, plural, 'label-1035');
  needsFormat(context, kind, 'kind');
  checkFormat(context, names.get('singular'), 'label-1035');
  checkFormat(context, listKind, 'kind');
  if (kind.string && kind.string === listKind.string) report(listKind, 'duplicate', { value: kind.string });
  for (const field of ['shortNames', 'categories']) eachFormed(context, names.get(field), 'label-1035');
  const group = spec.get('group');
  needsFormat(context, group, 'subdomain');
  if (group.string && !group.string.includes('.')) fail(context, group, 'group-dot');
  if (/\.(k8s|kubernetes)\.io$/.test(group.string ?? ''))
    checkRequired(context, root.get('metadata', 'annotations', 'api-approved.kubernetes.io'));
  needsOneOf(context, spec.get('scope'), ['Cluster', 'Namespaced']);
  const name = root.get('metadata', 'name');
  const wanted = `${plural.string ?? ''}.${group.string ?? ''}`;
  if (name.string && name.string !== wanted)
    report(name, 'must-equal', { value: name.string, other: 'spec.names.plural.spec.group', wanted });
  if (spec.get('preserveUnknownFields').boolean)
    fail(context, spec.get('preserveUnknownFields'), 'preserve-spec');
}

function checkVersions(context: ObjectContext): void {
  const list = context.root.get('spec', 'versions');
  const versions = list.items();
  const stored = versions.filter(version => version.get('storage').boolean).length;
  if (stored !== 1) fail(context, list, 'one-storage');
  const names = versions.map(version => version.get('name').string);
  if (new Set(names).size !== names.length) fail(context, list, 'version-twice');
  for (const version of versions) {
    const name = version.get('name');
    if (isEmpty(name)) context.report(name, 'bad-format', { value: '', format: 'label-1035' });
    else checkSet(context, name, 'label-1035');
    const warning = version.get('deprecationWarning');
    const text = warning.string;
    if (text === undefined) continue;
    if (!version.get('deprecated').boolean) forbid(context, warning, 'deprecated: false');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
    else if (text === '' || /[\u0000-\u001f\u007f]/.test(text) || text.length > 256)
      fail(context, warning, 'printable');
  }
}

function checkSchemas(context: ObjectContext): void {
  const versions = versionsOf(context);
  for (const version of versions) {
    const schema = version.get('schema', 'openAPIV3Schema');
    if (!schema.isSet) checkRequired(context, schema);
  }
  const validations = shared(context, 'schema', 'validation');
  for (const validation of validations) {
    const schema = validation.get('openAPIV3Schema');
    if (!schema.isSet) continue;
    checkSchema(context, schema, 'root');
    const own = versions.filter(
      version => validations.length === 1 || version.get('schema').node === validation.node,
    );
    const hasStatus = own.some(version => version.get('subresources', 'status').isSet);
    const extra = schema
      .entries()
      .some(([field, at]) => !rootFields.includes(field) && at.isSet && !isFalse(at));
    if (hasStatus && extra) fail(context, schema, 'root-status');
  }
}

function isFalse(at: Cursor): boolean {
  return at.boolean === false || isEmpty(at);
}

function checkColumns(context: ObjectContext): void {
  for (const columns of shared(context, 'additionalPrinterColumns', 'additionalPrinterColumns'))
    for (const column of columns.items()) {
      const path = under(column.get('jsonPath'), [...column.path, 'JSONPath']);
      needs(context, column, 'name');
      needsOneOf(context, column.get('type'), columnTypes);
      checkOneOf(context, column.get('format'), formats);
      checkRequired(context, path);
      checkPath(context, path, '');
    }
  for (const subresources of shared(context, 'subresources', 'subresources'))
    checkScale(context, subresources);
}

/** A simple path, below a field if one is given. */
function checkPath(context: ObjectContext, at: Cursor, below: string): void {
  const path = at.string;
  if (!path) return;
  const isWell = path.startsWith('.') && !/[{}]/.test(path);
  if (!isWell || (below !== '' && !new RegExp(`^\\.(${below})\\.`).test(path)))
    fail(context, at, 'json-path');
}

function checkScale(context: ObjectContext, subresources: Cursor): void {
  const scale = subresources.get('scale');
  if (!scale.isSet) return;
  needs(context, scale, 'specReplicasPath', 'statusReplicasPath');
  checkPath(context, scale.get('specReplicasPath'), 'spec');
  checkPath(context, scale.get('statusReplicasPath'), 'status');
  checkPath(context, scale.get('labelSelectorPath'), 'spec|status');
}

function checkSelectable(context: ObjectContext): void {
  const schemas = versionsOf(context).map(version => version.get('schema', 'openAPIV3Schema'));
  const lists = shared(context, 'selectableFields', 'selectableFields');
  for (const [index, list] of lists.entries()) {
    const schema = schemas[index];
    if (isEmpty(list) || !schema) continue;
    if (!schema.isSet) fail(context, list, 'selectable');
    for (const item of list.items()) {
      const path = item.get('jsonPath');
      checkRequired(context, path);
      if (!path.string || !schema.isSet) continue;
      const target = resolve(schema, path.string);
      const type = target?.get('type').string ?? '';
      if (!['string', 'boolean', 'integer'].includes(type)) fail(context, path, 'selectable');
    }
    checkUnique(
      context,
      list.items().map(item => item.get('jsonPath')),
    );
  }
}

function checkConversion(context: ObjectContext): void {
  const conversion = context.root.get('spec', 'conversion');
  if (!conversion.isSet) return;
  const strategy = conversion.get('strategy');
  needsOneOf(context, strategy, ['None', 'Webhook']);
  const hook = conversion.get('webhook');
  const client = under(hook.get('clientConfig'), [...conversion.path, 'webhookClientConfig']);
  const versions = under(hook.get('conversionReviewVersions'), [
    ...conversion.path,
    'conversionReviewVersions',
  ]);
  if (strategy.string === 'Webhook') {
    if (!client.isSet) checkRequired(context, client);
    else checkClient(context, client);
    checkRequired(context, versions);
    checkReviewVersions(context, versions);
  } else {
    forbid(context, client, 'strategy: None');
    if (!isEmpty(versions)) forbid(context, versions, 'strategy: None');
  }
}

function defineCrdRule(id: string, check: (context: ObjectContext) => void): Rule {
  return defineRule({
    id,
    level: 'error',
    kinds,
    check(context) {
      if (isV1(context)) check(context);
    },
  });
}

/** Custom resource definitions. */
export const crdRules: readonly Rule[] = [
  defineCrdRule('crd/names', checkNames),
  defineCrdRule('crd/versions', checkVersions),
  defineCrdRule('crd/schema', checkSchemas),
  defineCrdRule('crd/columns', checkColumns),
  defineCrdRule('crd/selectable', checkSelectable),
  defineCrdRule('crd/conversion', checkConversion),
];
