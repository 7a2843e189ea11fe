import type { Check } from '../../src/lint/schema/constraints.ts';
import type { JsonSchema } from './json-schema.ts';

/** What a CRD's schema asks of a value beyond its type, as the text of a check; undefined when it is nothing. */
export function checkOf(schema: JsonSchema): string | undefined {
  const check = readCheck(schema);
  return Object.keys(check).length === 0 ? undefined : JSON.stringify(check);
}

function readCheck(schema: JsonSchema): Check {
  const min = schema.minLength ?? schema.minItems ?? schema.minimum;
  const max = schema.maxLength ?? schema.maxItems ?? schema.maximum ?? schema.maxProperties;
  const { additionalProperties: values } = schema;
  const items = schema.items ?? (typeof values === 'object' ? values : undefined);
  const inner = items ? readCheck(items) : {};
  const keys = schema['x-kubernetes-list-type'] === 'set' ? [] : schema['x-kubernetes-list-map-keys'];
  // What compares with the stored object says nothing about a new one.
  const rules = (schema['x-kubernetes-validations'] ?? []).filter(({ rule }) => !rule.includes('oldSelf'));
  return {
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(schema.pattern !== undefined && { pattern: schema.pattern }),
    ...(schema.default !== undefined && { default: schema.default }),
    ...(schema.oneOf && { oneOf: schema.oneOf }),
    ...(keys && { keys }),
    ...(schema.type === 'integer' && schema.enum && { enum: schema.enum.map(Number) }),
    ...(Object.keys(inner).length > 0 && { items: inner }),
    ...(rules.length > 0 && { rules: rules.map(({ rule, message = '' }) => [rule, message]) }),
  };
}
