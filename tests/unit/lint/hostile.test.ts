import { describe, expect, test } from 'vitest';
import { browserLimits, lintText } from '../../../src/lint/index.ts';
import { structural } from './support/structure.ts';

const kilobytes = (count: number, piece: string) => piece.repeat(Math.ceil((count * 1024) / piece.length));
const bomb = ['a: &a [x,x,x,x,x,x,x,x,x,x]'];
for (let i = 1; i < 10; i++) {
  const before = String.fromCharCode(96 + i);
  const letter = String.fromCharCode(97 + i);
  bomb.push(`${letter}: &${letter} [${Array(10).fill(`*${before}`).join(',')}]`);
}
const merges = ['m0: &m0 {a0: 1}'];
for (let i = 1; i < 200; i++) merges.push(`m${i}: &m${i} {<<: [*m${i - 1}, *m${i - 1}], a${i}: 1}`);

/** Text that would be slow, huge or fatal for a naive reader ends within this much processor time: a busy machine changes nothing. */
const budget = 4_000_000;

describe('hostile input ends soon, with few findings and no throw', () => {
  test.each([
    { name: 'alias bomb', text: bomb.join('\n') },
    { name: 'merge bomb', text: merges.join('\n') },
    { name: '10 MB', text: 'a'.repeat(10 * 1024 * 1024) },
    { name: '100,000 open brackets', text: '['.repeat(100_000) },
    { name: '100,000 open braces', text: '{a: '.repeat(100_000) },
    {
      name: '1,500 levels of blocks',
      text: Array.from({ length: 1500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
    },
    { name: '5,000 dashes', text: '- '.repeat(5000) },
    { name: '5,000 question marks', text: '? '.repeat(5000) },
    {
      name: '1 MB of keys',
      text: Array.from({ length: 90_000 }, (_, i) => `k${i}: v`)
        .join('\n')
        .slice(0, 1024 * 1024),
    },
    { name: '1 MB flow list', text: `[${kilobytes(1020, 'a,')}]` },
    { name: '256 KB of {}', text: kilobytes(255, '{}') },
    { name: '256 KB of quotes', text: kilobytes(255, '"') },
    { name: '256 KB of quoted strings', text: kilobytes(255, '"a" ') },
    { name: '256 KB of syntax errors', text: kilobytes(255, '}\n') },
    { name: '256 KB of tabs', text: kilobytes(255, '\t') },
    { name: '256 KB of colons', text: kilobytes(255, ': ') },
    { name: '256 KB of documents', text: kilobytes(255, '---\na: 1\n') },
    { name: '256 KB of anchors', text: kilobytes(255, '&a ') },
    { name: '256 KB of comments', text: kilobytes(255, '#\n') },
    {
      name: 'long label',
      text: `apiVersion: v1\nkind: Pod\nmetadata: {labels: {a: "${'a-'.repeat(30_000)}"}}`,
    },
    {
      name: 'long quantity',
      text: `apiVersion: v1\nkind: ResourceQuota\nspec: {hard: {cpu: "${'1'.repeat(60_000)}x"}}`,
    },
    {
      name: '500 KB of base64',
      text: `apiVersion: v1\nkind: Secret\ndata: {a: "${'QUJD'.repeat(125_000)}x"}`,
    },
  ])(
    '$name',
    ({ text }) => {
      const start = process.cpuUsage();
      const { findings } = lintText(text, { file: 'f' });
      expect(process.cpuUsage(start).user).toBeLessThan(budget);
      expect(findings.length).toBeLessThanOrEqual(201);
    },
    20_000,
  );

  test('a page reads less than the build', () => {
    const [finding] = lintText('a'.repeat(300 * 1024), { file: 'f', limits: browserLimits }).findings;
    expect(finding?.rule).toBe('yaml/limit');
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    '%s is a name like any other',
    name => {
      const text = `apiVersion: ${name}/v1\nkind: ${name}\n${name}: 1\n---\napiVersion: v1\nkind: Pod\nspec:\n  ${name}: 1\n  containers: [{name: a, image: b}]\n`;
      const rules = structural(lintText(text, { file: 'f', locale: 'en' }).findings).map(({ rule }) => rule);
      expect(rules).toEqual(['api/unknown-kind', 'schema/unknown-field']);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    },
  );
});
