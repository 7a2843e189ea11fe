import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../scripts/judge/json.ts';
import { applyOperation, type Operation } from '../../../scripts/judge/operation.ts';

const base: JsonObject = { spec: { ports: [{ port: 1 }, { port: 2 }], type: 'NodePort' } };

describe('one change to a base', () => {
  test.each<{ name: string; op: Operation; spec: JsonObject }>([
    { name: 'deletes a field', op: ['del', ['spec', 'type']], spec: { ports: [{ port: 1 }, { port: 2 }] } },
    {
      name: 'deletes a list item',
      op: ['del', ['spec', 'ports', 0]],
      spec: { ports: [{ port: 2 }], type: 'NodePort' },
    },
    {
      name: 'appends a copy of a list item',
      op: ['dup', ['spec', 'ports', 0]],
      spec: { ports: [{ port: 1 }, { port: 2 }, { port: 1 }], type: 'NodePort' },
    },
    {
      name: 'sets a field that the base lacks',
      op: ['set', ['spec', 'ports', 1, 'foo'], null],
      spec: { ports: [{ port: 1 }, { port: 2, foo: null }], type: 'NodePort' },
    },
  ])('$name', ({ op, spec }) => {
    expect(applyOperation(base, op)).toEqual({ spec });
  });

  test('leaves the base alone', () => {
    const before = structuredClone(base);
    applyOperation(base, ['del', ['spec', 'ports', 0, 'port']]);
    expect(base).toEqual(before);
  });

  test('makes __proto__ an ordinary key', () => {
    const changed = applyOperation({ spec: {} }, ['set', ['spec', '__proto__'], 1]);
    expect(JSON.stringify(changed)).toBe('{"spec":{"__proto__":1}}');
  });

  test('refuses a path that leaves the base', () => {
    expect(() => applyOperation(base, ['del', ['spec', 'nodes', 0]])).toThrow('does not fit its base');
  });
});
