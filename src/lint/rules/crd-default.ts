import type { Node } from '../parse/tree.ts';
import { toJson } from '../parse/tree.ts';
import type { ObjectContext } from './context.ts';
import type { Cursor } from './cursor.ts';

/** A default value must fit its own schema. Only plain conditions are looked at. */
export function checkDefault({ report }: ObjectContext, schema: Cursor): void {
  const value = schema.get('default');
  if (value.node && !fits(schema, value.node)) report(value, 'wrong', { reason: 'default' });
}

/** Whether a value fits a schema, as far as can be said simply. */
function fits(schema: Cursor, value: Node): boolean {
  const type = schema.get('type').string;
  if (value.kind === 'null') return schema.get('nullable').boolean === true;
  if (type !== undefined && !hasType(type, value)) return false;
  const allowed = schema.get('enum').items();
  const text = JSON.stringify(toJson(value));
  if (allowed.length > 0 && !allowed.some(({ node }) => node && JSON.stringify(toJson(node)) === text))
    return false;
  if (value.kind === 'list') {
    const { min, max } = bounds(schema, 'minItems', 'maxItems');
    const items = schema.get('items');
    return (
      value.items.length >= min && value.items.length <= max && value.items.every(item => fits(items, item))
    );
  }
  if (value.kind === 'map') return fitsObject(schema, value);
  if (value.kind === 'string') {
    const { min, max } = bounds(schema, 'minLength', 'maxLength');
    const length = [...value.value].length;
    return length >= min && length <= max;
  }
  if (value.kind !== 'int' && value.kind !== 'float') return true;
  const { min, max } = bounds(schema, 'minimum', 'maximum');
  if (schema.get('exclusiveMinimum').boolean && value.value === min) return false;
  if (schema.get('exclusiveMaximum').boolean && value.value === max) return false;
  return value.value >= min && value.value <= max && fitsFormat(schema, value.value);
}

function fitsObject(schema: Cursor, value: Node & { kind: 'map' }): boolean {
  const names = schema
    .get('required')
    .items()
    .map(name => name.string ?? '');
  const properties = schema.get('properties');
  if (names.some(name => !value.entries.has(name))) return false;
  for (const { key, value: inner } of value.entries.values())
    if (properties.get(key).isSet && !fits(properties.get(key), inner)) return false;
  return true;
}

function fitsFormat(schema: Cursor, value: number): boolean {
  const format = schema.get('format').string;
  if (schema.get('type').string !== 'integer' || format !== 'int32') return true;
  return value >= -(2 ** 31) && value < 2 ** 31;
}

function bounds(schema: Cursor, low: string, high: string): { min: number; max: number } {
  return {
    min: schema.get(low).number ?? Number.NEGATIVE_INFINITY,
    max: schema.get(high).number ?? Number.POSITIVE_INFINITY,
  };
}

function hasType(type: string, { kind }: Node): boolean {
  switch (type) {
    case 'object':
      return kind === 'map';
    case 'array':
      return kind === 'list';
    case 'string':
      return kind === 'string';
    case 'boolean':
      return kind === 'bool';
    case 'integer':
      return kind === 'int';
    case 'number':
      return kind === 'int' || kind === 'float';
    default:
      return true;
  }
}
