import { type Field, type Model, reachable, type TypeFields } from './model.ts';

interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  enum?: string[];
  items?: Schema;
  additionalProperties?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
}

interface Operation {
  parameters?: { in?: string; schema?: Schema }[];
  'x-kubernetes-group-version-kind'?: { group: string; version: string; kind: string };
}

/** The parts of a server's `/openapi/v2` that are read here. */
export interface OpenApi {
  definitions: Record<string, Schema>;
  paths: Record<string, { post?: Operation }>;
}

/** A path that creates whole objects: not a subresource, not a proxy. */
const collection = /^\/(?:api|apis\/[^/]+)\/[^/]+\/(namespaces\/\{namespace\}\/)?[a-z]+$/;

/** Reads what a server publishes at `/openapi/v2`: exactly the kinds it serves. */
export function readOpenApi(document: OpenApi, minor: string): Model {
  const { definitions } = document;
  const kinds: Model['kinds'] = new Map();
  for (const [path, { post }] of Object.entries(document.paths)) {
    const match = collection.exec(path);
    const gvk = post?.['x-kubernetes-group-version-kind'];
    const body = post?.parameters?.find(parameter => parameter.in === 'body')?.schema?.$ref;
    if (!match || !gvk || !body) continue;
    const key = `${gvk.group ? `${gvk.group}/` : ''}${gvk.version}/${gvk.kind}`;
    const namespaced = match[1] !== undefined || kinds.get(key)?.namespaced === true;
    kinds.set(key, { type: definitionName(body), namespaced });
  }
  const all = new Map(
    Object.entries(definitions).map(([name, schema]) => [name, readType(schema, definitions)]),
  );
  const used = reachable(
    [...kinds.values()].map(kind => kind.type),
    all,
  );
  return { minor, kinds, types: new Map([...all].filter(([name]) => used.has(name))) };
}

function readType(
  { properties = {}, required = [] }: Schema,
  definitions: OpenApi['definitions'],
): TypeFields {
  return new Map(
    Object.entries(properties).map(([name, schema]): [string, Field] => [
      name,
      { type: typeOf(schema, definitions), required: required.includes(name) },
    ]),
  );
}

function typeOf(schema: Schema, definitions: OpenApi['definitions']): string {
  if (schema.$ref) {
    const name = definitionName(schema.$ref);
    const target = definitions[name] ?? {};
    if (target.properties) return `#${name}`;
    return special(name) ?? typeOf(target, definitions);
  }
  switch (schema.type) {
    case 'array':
      return `[${typeOf(schema.items ?? {}, definitions)}`;
    case 'object':
      return schema.additionalProperties ? `{${typeOf(schema.additionalProperties, definitions)}` : '*';
    case 'boolean':
      return 'b';
    case 'integer':
      return schema.format === 'int64' ? 'l' : 'i';
    case 'number':
      return 'f';
    case 'string':
      return stringType(schema);
    default:
      return '*';
  }
}

/** Types whose published schema says less than their Go type. */
function special(name: string): string | undefined {
  if (name.endsWith('.Quantity')) return 'q';
  if (name.endsWith('.MicroTime')) return 'm';
  if (name.endsWith('.CustomResourceSubresourceStatus')) return '{*';
  const either = /^(.*\.JSONSchemaProps)Or(Array|Bool|StringArray)$/.exec(name);
  return either ? `?#${either[1]}` : undefined;
}

function stringType(schema: Schema): string {
  if (schema.enum) return `=${[...schema.enum].sort().join('|')}`;
  if (schema.format === 'int-or-string') return 'x';
  if (schema.format === 'date-time') return 'd';
  return schema.format === 'byte' ? 'y' : 's';
}

function definitionName(reference: string): string {
  return reference.replace('#/definitions/', '');
}
