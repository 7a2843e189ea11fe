import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildLimits, lintText } from '../../../src/lint/index.ts';
import { isInside, parseCidr, parseIp } from '../../../src/lint/rules/addresses.ts';
import { parseCel } from '../../../src/lint/rules/cel.ts';
import { objectKindRules } from '../../../src/lint/rules/objects.ts';

describe('a rule of kinds without pods', () => {
  const folders = join(import.meta.dirname, '../../fixtures/lint');
  // A bad example of this one would be a megabyte: it is made below.
  const rules = objectKindRules.filter(({ id }) => id !== 'config/size');

  test.each(rules.map(({ id }) => id))('%s has good and bad examples', id => {
    const files = readdirSync(join(folders, id.replace('/', '-')));
    for (const start of ['ok-', 'bad-']) expect(files.some(file => file.startsWith(start))).toBe(true);
  });

  test('config/size looks at decoded sizes', () => {
    const secret = (bytes: number) =>
      `apiVersion: v1\nkind: Secret\nmetadata: {name: big}\ndata: {a: ${Buffer.alloc(bytes).toString('base64')}}\n`;
    const limits = { ...buildLimits, characters: 3_000_000 };
    const rulesOf = (text: string) => lintText(text, { file: 'f', limits }).findings.map(({ rule }) => rule);
    expect(rulesOf(secret(1024 * 1024))).toEqual([]);
    expect(rulesOf(secret(1024 * 1024 + 3))).toEqual(['config/size']);
  });
});

describe('addresses', () => {
  test.each([
    ['10.9.8.7', true, true],
    ['010.9.8.7', true, false],
    ['10.9.8', false, false],
    ['10.9.8.256', false, false],
    ['2001:db8::1', true, true],
    ['::', true, true],
    ['::ffff:10.0.0.1', true, false],
    ['1::2::3', false, false],
    ['1:2:3:4:5:6:7:8:9', false, false],
    ['fe80::1%eth0', false, false],
    ['', false, false],
  ])('%s', (text, loose, strict) => {
    expect(parseIp(text, false) !== undefined).toBe(loose);
    expect(parseIp(text, true) !== undefined).toBe(strict);
  });

  test.each([
    ['10.0.0.0/8', '10.1.0.0/16', true],
    ['10.0.0.0/8', '10.0.0.0/8', false],
    ['10.0.0.0/8', '11.0.0.0/16', false],
    ['2001:db8::/32', '2001:db8:1::/48', true],
    ['2001:db8::/32', '10.0.0.0/40', false],
  ])('%s holds %s', (outer, inner, expected) => {
    const [a, b] = [parseCidr(outer, true), parseCidr(inner, true)];
    expect(a !== undefined && b !== undefined && isInside(b, a)).toBe(expected);
  });

  test('a network may have host bits only where the minor is loose', () => {
    expect(parseCidr('10.0.0.1/8', false)).toBeDefined();
    expect(parseCidr('10.0.0.1/8', true)).toBeUndefined();
  });
});

describe('CEL', () => {
  test.each([
    ['a.b == 1 ? x : y', ['a.b', 'x', 'y'], ''],
    ["object.metadata.name.startsWith('a')", ['object.metadata'], 'bool'],
    ['self.items.all(i, i.size() > 2 && i != other)', ['self.items', 'other'], 'bool'],
    ['cel.bind(a, 1, a + b)', ['cel', 'b'], ''],
    ['!has(self.a)', ['self.a'], 'bool'],
    ["Object{spec: Object.spec{list: ['a']}}", ['Object', 'Object.spec'], ''],
    ["{'a': [1, 2][0]}", [], 'map'],
    ['r\'\\d\' + "b" // comment', [], 'string'],
    ['object.?spec.orValue(1)', ['object'], ''],
  ])('%s is read', (text, uses, type) => {
    const read = parseCel(text);
    expect(read.uses.map(({ name, field }) => (field ? `${name}.${field}` : name))).toEqual(uses);
    expect(read.type).toBe(type);
  });

  test.each(['', '1 +', '(1', "'a", 'a b', '1 = 2', 'a.', 'f(1,)', '&& a', 'for', '{a b}', '#'])(
    '%j is refused',
    text => {
      expect(() => parseCel(text)).toThrow();
    },
  );

  test('deep nesting is refused, not a crash', () => {
    expect(() => parseCel('('.repeat(100_000))).toThrow('not CEL');
  });
});
