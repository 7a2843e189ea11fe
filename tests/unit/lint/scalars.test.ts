import { describe, expect, test } from 'vitest';
import { parseText } from '../../../src/lint/parse/parse.ts';
import { child, toJson } from '../../../src/lint/parse/tree.ts';
import fixture from '../../fixtures/lint/scalars.json' with { type: 'json' };

/** kubectl's answer for each spelling, as JSON text. */
const rows = fixture.scalars.map(([spelling = '', json = '']) => ({ spelling, json }));

describe('plain scalars are read as kubectl reads them', () => {
  test('the table has at least the 84 spellings that were measured first', () => {
    expect(rows.length).toBeGreaterThanOrEqual(84);
  });

  test.each(rows)('$spelling is $json', ({ spelling, json }) => {
    const { documents, problems } = parseText(`v: ${spelling}\n`);
    expect(problems).toEqual([]);
    const node = documents[0] && child(documents[0].root, 'v');
    expect(node && toJson(node)).toEqual(JSON.parse(json));
  });
});

test.each([
  { name: 'on is the key "true"', text: 'on: 1', key: 'true' },
  { name: '1.0 is the key "1"', text: '1.0: 1', key: '1' },
  { name: 'a quoted key stays as it is', text: '"on": 1', key: 'on' },
])('$name', ({ text, key }) => {
  const [document] = parseText(text).documents;
  expect(document?.root.kind === 'map' && [...document.root.entries.keys()]).toEqual([key]);
});

test.each(['.inf', '-.Inf', '.nan'])('%s has no JSON form', source => {
  expect(parseText(`v: ${source}`).problems.map(({ rule }) => rule)).toEqual(['yaml/number']);
});

test.each([
  { tag: '!!str 1', value: '1' },
  { tag: '!!int "1"', value: 1 },
  { tag: '!!bool "yes"', value: true },
  { tag: '!!binary aGk=', value: 'hi' },
  { tag: '!custom yes', value: true },
])('$tag is $value', ({ tag, value }) => {
  const node = child(parseText(`v: ${tag}`).documents[0]?.root, 'v');
  expect(node && toJson(node)).toEqual(value);
});
