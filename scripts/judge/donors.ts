import type { Json } from './json.ts';
import { type OpenApi, resolve, type Schema, type SchemaNode } from './openapi.ts';
import type { Random } from './random.ts';

/** Values that the bases themselves give to each field, by type and field: parts that are valid where they come from. */
export type Donors = ReadonlyMap<string, readonly Json[]>;

const donorKey = (owner: string, field: string) => `${owner} ${field}`;

/** Collects every field's values over all bases. */
export function collectDonors(nodes: readonly SchemaNode[]): Donors {
  const donors = new Map<string, Json[]>();
  for (const { owner, field, value } of nodes) {
    const key = donorKey(owner, field);
    donors.set(key, [...(donors.get(key) ?? []), value]);
  }
  return donors;
}

/** What bases give to a field, the base at hand among them. */
export function donorsOf(donors: Donors, owner: string, field: string): readonly Json[] {
  return donors.get(donorKey(owner, field)) ?? [];
}

const scalars: Readonly<Record<string, readonly Json[]>> = {
  boolean: [true, false],
  integer: [1, 0, 5, 30, 8080],
  number: [1, 0.5],
  string: ['a', 'x.example.org', '/x', '1', 'Always'],
  'int-or-string': [1, '50%', 'http'],
  byte: ['YQ=='],
  'date-time': ['2026-01-01T00:00:00Z'],
};

/** Makes a value that a schema allows: its required fields, one item a list, the first enum words. */
export function sample(schema: Schema, api: OpenApi, random: Random, depth = 0): Json {
  const { schema: own, name } = resolve(schema, api);
  if (own.enum) return random.pick(own.enum);
  if (name?.endsWith('.Quantity')) return random.pick(['1', '500m', '1Gi']);
  if (own.type === 'array') return depth > 3 ? [] : [sample(own.items ?? {}, api, random, depth + 1)];
  const { properties } = own;
  if (properties) {
    const required =
      depth > 3
        ? []
        : Object.keys(properties)
            .filter(field => own.required?.includes(field))
            .sort();
    return Object.fromEntries(
      required.map(field => [field, sample(properties[field] ?? {}, api, random, depth + 1)]),
    );
  }
  if (own.additionalProperties) return { a: sample(own.additionalProperties, api, random, depth + 1) };
  return random.pick(scalars[own.format ?? ''] ?? scalars[own.type ?? ''] ?? [{}]);
}
