import { splitClass } from './client-node.ts';
import {
  compareMinors,
  type Field,
  type Model,
  reference,
  splitKind,
  splitType,
  type TypeFields,
} from './model.ts';

/** Renames client-node's classes to OpenAPI definition names, so that one type has one name in all minors. */
export function renameClasses(model: Model, definitions: readonly string[]): void {
  const byEnd = new Map<string, string[]>();
  for (const definition of definitions) {
    const end = definition.split('.').slice(-2).join('.');
    byEnd.set(end, [...(byEnd.get(end) ?? []), definition]);
  }
  const rename = (name: string): string => {
    const { group, version, name: end } = splitClass(name);
    const found = byEnd.get(`${version}.${end}`) ?? [];
    const [only] = found.length === 1 ? found : found.filter(item => groupOf(item) === group.toLowerCase());
    return only ?? name;
  };
  for (const kind of model.kinds.values()) kind.type = rename(kind.type);
  for (const fields of model.types.values())
    for (const field of fields.values()) {
      const name = reference(field.type);
      if (name) field.type = `${splitType(field.type).prefix}#${rename(name)}`;
    }
  model.types = new Map([...model.types].map(([name, fields]) => [rename(name), fields]));
}

function groupOf(definition: string): string | undefined {
  return definition.split('.').at(-3);
}

/**
 * The model of a minor that only cdk8s describes: what the whole minors before and after it agree on holds, and cdk8s
 * decides where they differ. By itself it is not exact: two types of one name become one, and `status` is missing.
 */
export function fillGap(gap: Model, before: Model, after: Model): Model {
  const kinds: Model['kinds'] = new Map();
  for (const [key, kind] of new Map([...before.kinds, ...after.kinds]))
    if ((before.kinds.has(key) && after.kinds.has(key)) || gap.kinds.has(key)) kinds.set(key, { ...kind });
  // What lived in this one minor only is an alpha API, which `gate` takes out again.
  for (const [key, kind] of gap.kinds) if (!kinds.has(key) && key.includes('alpha')) kinds.set(key, kind);
  const types: Model['types'] = new Map();
  for (const name of new Set([...before.types.keys(), ...after.types.keys()])) {
    const own = gap.types.get(name);
    const [first, last] = [before.types.get(name), after.types.get(name)];
    const fields: TypeFields = new Map();
    for (const [field, value] of new Map([...(first ?? []), ...(last ?? [])])) {
      const [earlier, later] = [first?.get(field), last?.get(field)];
      const same = earlier?.type === later?.type && earlier?.required === later?.required;
      const unsaid = own !== undefined && ['status', 'apiVersion', 'kind'].includes(field);
      const decided = same || unsaid ? (earlier ?? value) : own?.get(field);
      if (decided) fields.set(field, { ...decided });
    }
    if (fields.size > 0 || own) types.set(name, fields);
  }
  return { minor: gap.minor, kinds, types };
}

/**
 * Fills in what old sources cannot say (size of numbers, enums, quantities, base64, int-or-string) from the oldest
 * minor that a server described, by type and field, and for a beta type by the same type of another version.
 * A value that an enum gained in between is therefore allowed too early, never refused too early.
 */
export function harmonise(models: readonly Model[], exact: readonly Model[]): void {
  const oldestFirst = [...exact].sort((a, b) => compareMinors(a.minor, b.minor));
  const known = new Map<string, Field>();
  const alike = new Map<string, Field>();
  for (const { types } of oldestFirst)
    for (const [name, fields] of types)
      for (const [field, value] of fields) {
        setOnce(known, `${name} ${field}`, value);
        setOnce(alike, `${baseName(name)} ${field}`, value);
      }
  for (const { types } of models)
    for (const [name, fields] of types)
      for (const [field, value] of fields) {
        const better = known.get(`${name} ${field}`) ?? alike.get(`${baseName(name)} ${field}`);
        value.type = refine(value.type, better?.type, field);
      }
}

function setOnce(map: Map<string, Field>, key: string, value: Field): void {
  if (!map.has(key)) map.set(key, value);
}

function baseName(name: string): string {
  return splitClass(name.split('.').at(-1) ?? name).name;
}

/** What a base type may turn out to be. */
const refinements: Record<string, RegExp> = { s: /^[ydqx]$|^=/, n: /^[ilf]$/, '*': /^[xqd]$/, d: /^m$/ };

function refine(type: string, better: string | undefined, field: string): string {
  const { prefix, base } = splitType(type);
  const other = splitType(better ?? '');
  if (other.prefix === prefix && refinements[base]?.test(other.base)) return prefix + other.base;
  // Ingress before v1: no later type has the field.
  if (base === '*' && field === 'servicePort') return 'x';
  return base === 'n' ? `${prefix}l` : type;
}

/** Since 1.16 servers do not serve these any more, though the published types of 1.17 still hold them. */
const gone116 = /^(apps\/v1beta[12]\/|extensions\/v1beta1\/(?!Ingress$))/;

/**
 * Takes the kinds out of a model that a default server does not serve, and returns their keys: alpha APIs, and beta
 * APIs that first appeared in 1.24 or later (KEP-3136). flowcontrol v1beta3 was on all the same.
 */
export function gate(model: Model, firstSeen: ReadonlyMap<string, string>): string[] {
  if (compareMinors(model.minor, '1.16') >= 0)
    for (const key of [...model.kinds.keys()].filter(name => gone116.test(name))) model.kinds.delete(key);
  const gated = [...model.kinds.keys()].filter(key => {
    const { groupVersion } = splitKind(key);
    const first = firstSeen.get(key) ?? model.minor;
    const lateBeta = groupVersion.includes('beta') && compareMinors(first, '1.24') >= 0;
    return groupVersion.includes('alpha') || (lateBeta && !groupVersion.startsWith('flowcontrol'));
  });
  for (const key of gated) model.kinds.delete(key);
  return gated;
}
