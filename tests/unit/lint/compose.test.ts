import { expect, test } from 'vitest';
import { Composer, type CST, isAlias, isMap, isScalar, isSeq, Parser } from 'yaml';
import { composeDocument } from '../../../src/lint/parse/compose.ts';
import type { Composed } from '../../../src/lint/parse/composed.ts';
import { mutate, random, seeds } from './support/broken-text.ts';

const styles = [
  'a: |\n  x\n\n  y\nb: >-\n  z\n? k\n: - 1\n  - &x {a: 1}\n  - !!int "2"\nc: *x\n',
  '- - a\n  - b # c\n-\n- ? x\n- "q\n  r": 1\n- [a: b, {c}, "d"]\n- \'it\'\'s\'\n',
  '# top\n--- # here\na: &b\n  - c\n\n# end\n...\n--- !!map\n{a: !x y, "b" : [c, d,]}\n',
  'key with spaces : v\n"x": &a !!str\ny: !<tag:example.org,2000:z> 1\nz:\n- 1\n# tail\n',
];

/** Everything about a node that matters, by the library. */
function dump(node: unknown): unknown {
  if (isAlias(node)) return ['alias', node.source, node.range?.slice(0, 2)];
  if (isScalar(node))
    return ['scalar', node.type, node.source, node.anchor, node.tag, node.range?.slice(0, 2)];
  const range = isMap(node) || isSeq(node) ? node.range?.slice(0, 2) : undefined;
  if (isMap(node))
    return ['map', node.anchor, range, node.items.map(({ key, value }) => [dump(key), dump(value)])];
  if (isSeq(node)) return ['list', node.anchor, range, node.items.map(dump)];
  return undefined;
}

/** The same, by this project. */
function dumpOwn(node: Composed | undefined): unknown {
  if (!node) return undefined;
  const range = node.range.slice(0, 2);
  if (node.type === 'alias') return ['alias', node.source, range];
  if (node.type === 'scalar') return ['scalar', node.style, node.value, node.anchor, node.tag, range];
  if (node.type === 'map')
    return [
      'map',
      node.anchor,
      range,
      node.items.map(({ key, value }) => [dumpOwn(key), value ? dumpOwn(value) : undefined]),
    ];
  return ['list', node.anchor, range, node.items.map(dumpOwn)];
}

/** Codes that the library splits further. */
const alike: Record<string, string> = { MULTIPLE_ANCHORS: 'MULTIPLE_PROPS', MULTIPLE_TAGS: 'MULTIPLE_PROPS' };

/** The library says some faults twice. */
function once(faults: unknown[]): unknown[] {
  return faults.filter((fault, index) => index === 0 || String(fault) !== String(faults[index - 1]));
}

function compare(text: string): { own: unknown; library: unknown } | undefined {
  const tokens = [...new Parser().parse(text)];
  const [token, ...others] = tokens.filter(({ type }) => type === 'document');
  const isPlain = tokens.every(({ type }) => ['document', 'comment', 'newline', 'space'].includes(type));
  if (token?.type !== 'document' || others.length > 0 || !isPlain) return undefined;
  const composer = new Composer({
    schema: 'failsafe',
    version: '1.1',
    uniqueKeys: false,
    merge: false,
    logLevel: 'silent',
    prettyErrors: false,
  });
  const [document] = [...composer.next(token), ...composer.end()];
  const { contents, faults } = composeDocument(token as CST.Document);
  const errors = once((document?.errors ?? []).map(({ code, pos }) => [alike[code] ?? code, pos[0]]));
  const ownFaults = once(faults.map(({ code, start }) => [code, start]));
  if (errors.length > 0) return { own: ownFaults, library: errors };
  return { own: [ownFaults, dumpOwn(contents)], library: [errors, dump(document?.contents)] };
}

test('documents are composed as the yaml library does, faults in the same places', () => {
  const next = random(20261121);
  const bases = [...seeds, ...styles];
  const texts = [
    ...bases,
    ...Array.from({ length: 4000 }, (_, i) => mutate(bases[i % bases.length] ?? '', next)),
  ];
  const compared = texts.map(text => ({ text, result: compare(text) })).filter(({ result }) => result);
  expect(compared.length).toBeGreaterThan(1500);
  const different = compared.filter(
    ({ result }) => JSON.stringify(result?.own) !== JSON.stringify(result?.library),
  );
  expect(different.slice(0, 5)).toEqual([]);
}, 60_000);
