import { describe, expect, test } from 'vitest';
import { type Field, findField, listFields, splitReferences } from '../../../src/registry/fields.ts';

const text = `apiVersion: v1
kind: Service
metadata:
  name: echo
  labels:
    app.kubernetes.io/name: echo # a key with dots
spec:
  ports:
    - name: http
      port: 80
    - {name: admin, port: 81}
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: echo
data:
  note: |
    two
    lines

  last: x
`;
const fields = listFields(text);
const linesOf = (reference: string) => {
  const { field } = findField(fields, reference) as { field?: Field };
  return field && [field.first, field.last];
};

test.each([
  ['spec', [7, 11]],
  ['spec.ports', [8, 11]],
  ['spec.ports[0]', [9, 10]],
  ['spec.ports[0].port', [10, 10]],
  ['spec.ports[1].port', [11, 11]],
  ['metadata.labels["app.kubernetes.io/name"]', [6, 6]],
  ["metadata.labels['app.kubernetes.io/name']", [6, 6]],
  ['data.note', [18, 20]],
  ['ConfigMap: metadata.name', [16, 16]],
  ['Service/echo: metadata.name', [4, 4]],
])('%s is at its lines', (reference, lines) => {
  expect(linesOf(reference)).toEqual(lines);
});

describe('a field that cannot be found', () => {
  test('comes with fields like it', () => {
    expect(findField(fields, 'spec.port')).toEqual({
      reason: 'missing',
      among: ['spec.ports', 'spec.ports[0]', 'spec.ports[1]'],
    });
  });

  test('or with the objects that have it', () => {
    expect(findField(fields, 'metadata.name')).toEqual({
      reason: 'ambiguous',
      among: ['Service/echo: metadata.name', 'ConfigMap/echo: metadata.name'],
    });
  });
});

test('references are separated by commas outside brackets', () => {
  expect(splitReferences('spec.selector, metadata.labels["a,b"],')).toEqual([
    'spec.selector',
    'metadata.labels["a,b"]',
  ]);
});

test('YAML that is broken has no fields and throws nothing', () => {
  expect(listFields('a: [')).toBeInstanceOf(Array);
  expect(listFields('')).toEqual([]);
});
