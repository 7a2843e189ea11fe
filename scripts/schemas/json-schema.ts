import { checkOf } from './json-constraints.ts';
import type { Field, Model, TypeFields } from './model.ts';

/** The parts of JSON Schema (draft 7, and OpenAPI v3 in CRDs) that are read here. */
export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  additionalProperties?: boolean | JsonSchema;
  required?: string[];
  default?: unknown;
  anyOf?: JsonSchema[];
  definitions?: Record<string, JsonSchema>;
  'x-kubernetes-int-or-string'?: boolean;
  'x-kubernetes-preserve-unknown-fields'?: boolean;
  'x-kubernetes-list-type'?: string;
  'x-kubernetes-list-map-keys'?: string[];
  'x-kubernetes-validations'?: { rule: string; message?: string }[];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  maxProperties?: number;
  oneOf?: JsonSchema[];
  not?: JsonSchema;
}

/**
 * Adds the type `name` (and those inside it) to `types`. Inline objects become types named by their path.
 * @param withChecks whether what a CRD asks for beyond types is kept
 */
export function addType(name: string, schema: JsonSchema, types: Model['types'], withChecks = false): void {
  const fields: TypeFields = new Map();
  types.set(name, fields);
  // A union of shapes becomes one shape that has the fields of all: what is required depends on the branch.
  const branches = schema.anyOf ?? [];
  for (const part of [schema, ...branches])
    for (const [field, value] of Object.entries(part.properties ?? {}))
      fields.set(field, toField(field, value));

  function toField(field: string, value: JsonSchema): Field {
    // A default is filled in before what is required is checked.
    const required =
      value.default === undefined && branches.length === 0 && (schema.required ?? []).includes(field);
    const check = withChecks ? checkOf(value) : undefined;
    const type = typeOf(value, `${name}.${field}`, types, withChecks);
    return { type, required, ...(check !== undefined && { check }) };
  }
}

function typeOf(schema: JsonSchema, name: string, types: Model['types'], withChecks = false): string {
  if (schema.$ref) return `#${schema.$ref.replace('#/definitions/', '')}`;
  if (schema['x-kubernetes-int-or-string']) return 'x';
  if (schema.enum?.every(value => typeof value === 'string') && schema.type !== 'boolean')
    return `=${schema.enum.map(String).sort().join('|')}`;
  switch (schema.type) {
    case 'array':
      return `[${typeOf(schema.items ?? {}, `${name}[]`, types, withChecks)}`;
    case 'object':
      return objectType(schema, name, types, withChecks);
    case 'boolean':
      return 'b';
    case 'integer':
      return schema.format === 'int32' ? 'i' : 'l';
    case 'number':
      return 'f';
    case 'string':
      return schema.format === 'date-time' ? 'd' : schema.format === 'byte' ? 'y' : 's';
    default:
      return '*';
  }
}

function objectType(schema: JsonSchema, name: string, types: Model['types'], withChecks: boolean): string {
  if (typeof schema.additionalProperties === 'object')
    return `{${typeOf(schema.additionalProperties, `${name}{}`, types, withChecks)}`;
  if (!schema.properties || schema['x-kubernetes-preserve-unknown-fields']) return '*';
  addType(name, schema, types, withChecks);
  return `#${name}`;
}

interface Crd {
  kind: string;
  spec: {
    group: string;
    scope: string;
    names: { kind: string };
    versions: { name: string; served: boolean; schema: { openAPIV3Schema: JsonSchema } }[];
  };
}

/** Adds the kinds of a CustomResourceDefinition. `metadata` is the built-in one, whose type the caller adds. */
export function addCrd({ spec }: Crd, model: Model, metadataType: string): void {
  for (const { name, served, schema } of spec.versions) {
    if (!served) continue;
    const key = `${spec.group}/${name}/${spec.names.kind}`;
    const { status, ...checked } = schema.openAPIV3Schema.properties ?? {};
    // The server drops the status of an object that is created.
    if (status) addType(key, { properties: { status } }, model.types);
    const statusField = model.types.get(key)?.get('status');
    addType(key, { ...schema.openAPIV3Schema, properties: checked }, model.types, true);
    if (statusField) model.types.get(key)?.set('status', statusField);
    model.types.get(key)?.set('metadata', { type: `#${metadataType}`, required: false });
    model.kinds.set(key, { type: key, namespaced: spec.scope === 'Namespaced' });
  }
}

/** A JSON Schema whose root refers to a definition, such as Skaffold's. Adds one cluster-wide kind. */
export function addJsonSchema(schema: JsonSchema, key: string, root: string, model: Model): void {
  const definitions = schema.definitions ?? {};
  for (const [name, definition] of Object.entries(definitions))
    if (hasFields(definition)) addType(name, definition, model.types);
  model.kinds.set(key, { type: root, namespaced: false });
  for (const fields of model.types.values())
    for (const field of fields.values()) {
      const match = /^([[{]*)#(.*)$/.exec(field.type);
      const target = definitions[match?.[2] ?? ''];
      if (match && target && !hasFields(target))
        field.type = `${match[1]}${typeOf(target, match[2] ?? '', model.types)}`;
    }
}

function hasFields(schema: JsonSchema): boolean {
  return [schema, ...(schema.anyOf ?? [])].some(part => part.properties !== undefined);
}
