import { describe, expect, test } from 'vitest';
import { CelFailure, compileCel } from '../../../src/lint/rules/cel-evaluate.ts';
import { isIp } from '../../../src/lint/rules/formats.ts';
import { extra } from '../../../src/lint/schema/catalogue.ts';
import { type Check, findTwins, fits } from '../../../src/lint/schema/constraints.ts';

describe('a CEL expression has its value', () => {
  test.each([
    ['self.a + 1 <= 3 && self.b != "x"', { a: 2, b: 'y' }, true],
    ['has(self.a) ? size(self.a) : 0 - 1', {}, -1],
    ['self.all(x, x.n > 1)', [{ n: 2 }, { n: 1 }], false],
    ['self.exists_one(x, x == 1)', [1, 1], false],
    ['self.filter(x, x.t == "a").size()', [{ t: 'a' }, { t: 'b' }], 1],
    ['self.map(x, x.n)[1]', [{ n: 1 }, { n: 2 }], 2],
    ['"b" in self', ['a', 'b'], true],
    ['self.missing == 1 || true', {}, true],
    ['false && self.missing', {}, false],
    ['has(self.__namespace__)', { namespace: 'a' }, true],
    ["self.matches('(?i)^A\\\\.b$')", 'a.B', true],
    ['self.matches(r"""^\\d+$""")', '12', true],
    ["self.split('/')[0].size()", 'ab/c', 2],
    ["self.startsWith('*.') && self.substring(2) == 'a'", '*.a', true],
    ["duration(self) > duration('59s')", '1m', true],
    ['isIP(self)', '10.0.0.1', true],
    ['self.all(k, k.contains("a"))', { ab: 1, ac: 2 }, true],
    ['!(has(self.x) && self.x)', { x: false }, true],
  ])('%s', (rule, self, value) => {
    expect(compileCel(rule)(self)).toBe(value);
  });

  test.each(['self.a == 1', 'self[3] == 1', 'size(1) > 0', "self.startsWith('a')"])('%s has none', rule => {
    expect(() => compileCel(rule)([])).toThrow(CelFailure);
  });

  test.each(['self.', 'unknown(self)', 'self self', '(self', 'self.all(x x)'])('%s is not CEL', rule => {
    expect(() => compileCel(rule)).toThrow('not CEL');
  });

  test('every rule of the Gateway API can be evaluated', () => {
    // The generator wrote the checks, and this is their type.
    const checks = extra.checks as Check[];
    const rulesOf = ({ rules = [], items }: Check): string[] => [
      ...rules.map(([rule]) => rule),
      ...(items ? rulesOf(items) : []),
    ];
    const rules = checks.flatMap(check => rulesOf(check));
    expect(rules.length).toBeGreaterThan(60);
    for (const rule of rules) expect(() => compileCel(rule)).not.toThrow();
  });
});

test('items of a list are told apart by their keys', () => {
  expect(
    findTwins(
      [
        { a: 1, b: 2 },
        { a: 1, b: 3 },
        { a: 2, b: 2 },
      ],
      ['a'],
    ),
  ).toEqual([1]);
  expect(findTwins(['x', 'y', 'x'], [])).toEqual([2]);
});

test('a shape is an enum, a format, or what it is not', () => {
  const shape = { properties: { type: { enum: ['IP'] }, value: { anyOf: [{ format: 'ipv4' }] } } };
  expect(fits({ type: 'IP', value: '10.0.0.1' }, shape, isIp)).toBe(true);
  expect(fits({ type: 'IP', value: 'x' }, shape, isIp)).toBe(false);
  expect(fits('a', { not: { enum: ['a'] } }, isIp)).toBe(false);
});
