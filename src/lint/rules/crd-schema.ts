import { checkRequired, checkSetOneOf, forbid, under } from './checks.ts';
import type { ObjectContext } from './context.ts';
import { checkDefault } from './crd-default.ts';
import { checkListType } from './crd-lists.ts';
import { checkValidations } from './crd-validations.ts';
import type { Cursor } from './cursor.ts';
import { fail, isEmpty } from './object-checks.ts';

const types = ['array', 'boolean', 'integer', 'number', 'object', 'string'];
const unsupported = ['id', '$ref', 'definitions', 'dependencies', 'patternProperties', 'additionalItems'];
const junctors = ['allOf', 'anyOf', 'oneOf'];

/** What says something about values only may not say it: the schema around it does. */
const structureOnly = [
  'description',
  'title',
  'default',
  'nullable',
  'additionalProperties',
  'x-kubernetes-preserve-unknown-fields',
  'x-kubernetes-embedded-resource',
  'x-kubernetes-int-or-string',
  'x-kubernetes-list-type',
  'x-kubernetes-list-map-keys',
  'x-kubernetes-map-type',
];

/** Where a schema stands. */
export type Role = 'root' | 'field' | 'item';

/** Whether a flag of a schema is on. */
function isOn(schema: Cursor, flag: string): boolean {
  return schema.get(`x-kubernetes-${flag}`).boolean === true;
}

/** A structural schema, and everything in it. */
export function checkSchema(
  context: ObjectContext,
  schema: Cursor,
  role: Role,
  inResource = role === 'root',
): void {
  checkKeywords(context, schema);
  checkType(context, schema, role);
  checkListType(context, schema);
  const isResource = inResource || isOn(schema, 'embedded-resource');
  for (const [name, property] of schema.get('properties').entries()) {
    const isMetadata = isResource && name === 'metadata';
    if (isMetadata) mustBe(context, property, 'object');
    if (isMetadata && inResource) checkMetadata(context, property);
    if (isResource && (name === 'kind' || name === 'apiVersion')) mustBe(context, property, 'string');
    checkSchema(context, property, 'field', false);
  }
  const [items, additional] = [schema.get('items'), schema.get('additionalProperties')];
  if (items.node?.kind === 'map') checkSchema(context, items, 'item', false);
  if (additional.node?.kind === 'map') checkSchema(context, additional, 'field', false);
  const typed = intOrStringParts(schema);
  for (const part of partsOf(schema)) checkValuePart(context, part, typed);
  if (role === 'root') for (const part of partsOf(schema)) checkComplete(context, part, schema);
  checkValidations(context, schema, isResource);
  checkDefault(context, schema);
}

function checkKeywords(context: ObjectContext, schema: Cursor): void {
  for (const field of unsupported)
    if (schema.get(field).isSet) fail(context, schema.get(field), 'schema-keyword');
  const dialect = schema.get('$schema');
  if (dialect.isSet) {
    const root = dialect.path.indexOf('openAPIV3Schema') + 1;
    fail(context, under(dialect, dialect.path.slice(0, root)), 'schema-keyword');
  }
  if (schema.get('uniqueItems').boolean) fail(context, schema.get('uniqueItems'), 'unique-items');
  const additional = schema.get('additionalProperties');
  if (additional.isSet && !isEmpty(schema.get('properties')))
    context.report(schema, 'only-one', { fields: ['properties', 'additionalProperties'] });
  const preserve = schema.get('x-kubernetes-preserve-unknown-fields');
  if (preserve.boolean === false) fail(context, preserve, 'preserve-false');
  checkPattern(context, schema.get('pattern'));
}

/** Only what no regular expression of Go can be. */
function checkPattern(context: ObjectContext, at: Cursor): void {
  const pattern = at.string ?? '';
  const repeats = [...pattern.matchAll(/\{(\d+)(?:,(\d*))?\}/g)].some(([, ...counts]) =>
    counts.some(count => Number(count ?? 0) > 1000),
  );
  const withoutGo = pattern
    .replace(/\(\?[a-zA-Z-]+\)/g, '')
    .replace(/\(\?[a-zA-Z-]+:|\(\?P?<\w+>/g, '(')
    .replace(/\[:\^?\w+:\]/g, 'a');
  if (
    /(?<!\\)(?:\\\\)*\(\?(?:[=!]|<[=!])|\\[1-9]/.test(pattern) ||
    repeats ||
    (!/\\[QEzAC]/.test(pattern) && !compiles(withoutGo))
  )
    fail(context, at, 'pattern');
}

function compiles(pattern: string): boolean {
  try {
    new RegExp(pattern);
    return true;
  } catch {
    return false;
  }
}

function checkType(context: ObjectContext, schema: Cursor, role: Role): void {
  const type = schema.get('type');
  const free = isOn(schema, 'int-or-string') || isOn(schema, 'preserve-unknown-fields');
  if (type.string && !types.includes(type.string)) checkSetOneOf(context, type, types);
  if (role === 'root' && type.string && type.string !== 'object') fail(context, type, 'root-object');
  else if (isEmpty(type) && !free) checkRequired(context, type);
  if (isOn(schema, 'int-or-string') && isOn(schema, 'embedded-resource'))
    forbid(context, schema.get('x-kubernetes-embedded-resource'), 'x-kubernetes-int-or-string');
  if (type.string === 'array' && !schema.get('items').isSet) checkRequired(context, schema.get('items'));
  if (isOn(schema, 'embedded-resource')) {
    if (role === 'root') fail(context, schema.get('x-kubernetes-embedded-resource'), 'root-embedded');
    mustBe(context, schema, 'object');
    if (!isOn(schema, 'preserve-unknown-fields') && isEmpty(schema.get('properties')))
      checkRequired(context, schema.get('properties'));
  }
  const mapType = schema.get('x-kubernetes-map-type');
  checkSetOneOf(context, mapType, ['atomic', 'granular']);
  if (mapType.isSet) mustBe(context, schema, 'object');
  if (role === 'root' && schema.get('additionalProperties').isSet)
    fail(context, schema.get('additionalProperties'), 'root-additional');
}

/** The type must be this one. */
export function mustBe(context: ObjectContext, schema: Cursor, wanted: string): void {
  const type = schema.get('type');
  if (isEmpty(type)) checkRequired(context, type);
  else if (type.string !== wanted)
    context.report(type, 'enum', { value: type.string ?? '', allowed: [wanted] });
}

/** Of a resource's own metadata only names may be restricted. */
function checkMetadata(context: ObjectContext, metadata: Cursor): void {
  const allowed = ['type', 'properties'];
  const extra = metadata.entries().some(([key, at]) => !allowed.includes(key) && at.isSet);
  const names = metadata.get('properties').entries();
  if (extra || names.some(([name]) => name !== 'name' && name !== 'generateName'))
    fail(context, metadata, 'schema-metadata');
}

function partsOf(schema: Cursor): Cursor[] {
  const not = schema.get('not');
  return [...junctors.flatMap(field => schema.get(field).items()), ...(not.isSet ? [not] : [])];
}

/** `anyOf: [{type: integer}, {type: string}]` is the long form of int-or-string: only there may a part name its type. */
function intOrStringParts(schema: Cursor): string[] {
  const first = schema.get('anyOf').items();
  const parts = first.length > 0 ? first : (schema.get('allOf').items()[0]?.get('anyOf').items() ?? []);
  const isPattern =
    parts.map(part => part.get('type').string).join() === 'integer,string' &&
    parts.every(part => part.entries().length === 1);
  return isPattern ? parts.map(part => part.path.join()) : [];
}

/** A part of anyOf and the like: conditions on values, nothing about what there is. */
function checkValuePart(context: ObjectContext, part: Cursor, typed: readonly string[]): void {
  checkKeywords(context, part);
  const type = part.get('type');
  if (type.string && !types.includes(type.string)) checkSetOneOf(context, type, types);
  if (type.string && !typed.includes(part.path.join())) fail(context, type, 'not-structural');
  for (const field of structureOnly) {
    const at = part.get(field);
    if (at.isSet && at.boolean !== false && at.string !== '') fail(context, at, 'not-structural');
  }
  for (const [, property] of part.get('properties').entries()) checkValuePart(context, property, typed);
  if (part.get('items').node?.kind === 'map') checkValuePart(context, part.get('items'), typed);
  for (const inner of partsOf(part)) checkValuePart(context, inner, typed);
}

/** What a part speaks of must be in the schema. The server looks at the root's parts only. */
function checkComplete(context: ObjectContext, part: Cursor, schema: Cursor): void {
  for (const [name, property] of part.get('properties').entries()) {
    const known = schema.get('properties', name);
    if (known.isSet) checkComplete(context, property, known);
    else checkRequired(context, known);
  }
  const items = part.get('items');
  if (items.isSet && !schema.get('items').isSet) checkRequired(context, schema.get('items'));
  else if (items.isSet) checkComplete(context, items, schema.get('items'));
  for (const inner of partsOf(part)) checkComplete(context, inner, schema);
}
