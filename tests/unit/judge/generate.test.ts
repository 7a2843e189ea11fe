import { expect, test } from 'vitest';
import { generate } from '../../../scripts/judge/generate.ts';
import { isSame, type JsonObject } from '../../../scripts/judge/json.ts';
import type { OpenApi } from '../../../scripts/judge/openapi.ts';
import { applyOperation } from '../../../scripts/judge/operation.ts';

const api: OpenApi = {
  definitions: {
    Boat: {
      'x-kubernetes-group-version-kind': [{ group: 'sea.example.org', version: 'v1', kind: 'Boat' }],
      properties: {
        apiVersion: { type: 'string' },
        kind: { type: 'string' },
        metadata: {
          properties: { name: { type: 'string' }, labels: { additionalProperties: { type: 'string' } } },
        },
        spec: { $ref: '#/definitions/BoatSpec' },
      },
    },
    BoatSpec: {
      required: ['oars'],
      properties: {
        oars: { type: 'integer', format: 'int32' },
        sail: { type: 'string', enum: ['Red', 'White'] },
        crew: {
          type: 'array',
          items: { properties: { name: { type: 'string' }, port: { type: 'integer' } } },
        },
      },
    },
  },
};
const bases: JsonObject[] = [
  {
    apiVersion: 'sea.example.org/v1',
    kind: 'Boat',
    metadata: { name: 'a', labels: { sea: 'deep' } },
    spec: { oars: 2 },
  },
  {
    apiVersion: 'sea.example.org/v1',
    kind: 'Boat',
    metadata: { name: 'b' },
    spec: { oars: 4, sail: 'Red', crew: [{ name: 'kai', port: 1 }, { name: 'mio' }] },
  },
];
const mutations = generate(bases, api, 7, 400);

test('makes the wanted number, all different', () => {
  expect(new Set(mutations.map(mutation => JSON.stringify(mutation))).size).toBe(400);
});

test('makes the same list from the same seed and another from another', () => {
  expect(generate(bases, api, 7, 400)).toEqual(mutations);
  expect(generate(bases, api, 8, 400)).not.toEqual(mutations);
});

test('changes its base with every operation, and never apiVersion or kind', () => {
  for (const { base, op } of mutations) {
    const object = bases[base] ?? {};
    const changed = applyOperation(object, op);
    expect(isSame(changed, object), JSON.stringify(op)).toBe(false);
    expect([changed['apiVersion'], changed['kind']]).toEqual(['sea.example.org/v1', 'Boat']);
  }
});

test('adds known fields that a base lacks, copied from another base', () => {
  expect(mutations).toContainEqual({ base: 0, op: ['set', ['spec', 'sail'], 'Red'] });
});

test('makes keys of list items collide', () => {
  expect(mutations).toContainEqual({ base: 1, op: ['set', ['spec', 'crew', 1, 'name'], 'kai'] });
});
