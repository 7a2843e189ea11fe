import { isObject, type Json, type JsonObject, type Path } from './json.ts';

/** The parts of an OpenAPI v2 schema that mutations look at. */
export interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  /** Mostly strings; CRDs may list numbers. */
  enum?: (string | number)[];
  items?: Schema;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema;
  required?: string[];
  'x-kubernetes-group-version-kind'?: { group: string; version: string; kind: string }[];
}

/** What a server publishes at `/openapi/v2`. */
export interface OpenApi {
  definitions: Record<string, Schema>;
}

/** A value of a base together with what the server's schema says about it. */
export interface SchemaNode {
  path: Path;
  /** The path with every index written as `[]`. */
  pattern: string;
  value: Json;
  schema: Schema;
  /** Definition (or, for inline schemas, pattern) that has this field, and the field's name; `[]` for list items. */
  owner: string;
  field: string;
  /** True for an entry of a free-form map such as labels. */
  isEntry: boolean;
}

const nothing: Schema = {};

/** Follows `$ref`; returns the definition's name beside it. */
export function resolve(
  schema: Schema | undefined,
  api: OpenApi,
): { schema: Schema; name: string | undefined } {
  const name = schema?.$ref?.replace('#/definitions/', '');
  return name === undefined
    ? { schema: schema ?? nothing, name }
    : { schema: api.definitions[name] ?? nothing, name };
}

/** The schema of an object's own kind, or an empty one. */
export function kindSchema(object: JsonObject, api: OpenApi): Schema {
  const [version = '', group = ''] = String(object['apiVersion']).split('/').reverse();
  const name = Object.keys(api.definitions).find(key =>
    api.definitions[key]?.['x-kubernetes-group-version-kind']?.some(
      gvk => gvk.group === group && gvk.version === version && gvk.kind === object['kind'],
    ),
  );
  return name === undefined ? nothing : { $ref: `#/definitions/${name}` };
}

/** Every value below the root but apiVersion and kind, in document order. */
export function listNodes(object: JsonObject, api: OpenApi): SchemaNode[] {
  const nodes: SchemaNode[] = [];
  const visit = (value: Json, unresolved: Schema | undefined, path: Path, pattern: string) => {
    const { schema, name } = resolve(unresolved, api);
    const owner = name ?? pattern;
    const add = (key: string | number, child: Json, childSchema: Schema | undefined, isEntry: boolean) => {
      if (path.length === 0 && (key === 'apiVersion' || key === 'kind')) return;
      const step = typeof key === 'number' ? '[]' : `.${key}`;
      const node = { path: [...path, key], pattern: pattern + step, value: child, owner, isEntry };
      nodes.push({ ...node, schema: childSchema ?? nothing, field: typeof key === 'number' ? '[]' : key });
      visit(child, childSchema, node.path, node.pattern);
    };
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) add(index, item, schema.items, false);
      return;
    }
    for (const [key, child] of Object.entries(isObject(value) ? value : {})) {
      const known = schema.properties?.[key];
      add(
        key,
        child,
        known ?? schema.additionalProperties,
        !known && schema.additionalProperties !== undefined,
      );
    }
  };
  visit(object, kindSchema(object, api), [], '');
  return nodes;
}
