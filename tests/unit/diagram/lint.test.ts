import { describe, expect, test } from 'vitest';
import { drawDiagram } from '../../../src/diagram/draw.node.ts';
import { lint } from '../../../src/diagram/lint.ts';
import { readSource } from '../../../src/diagram/source.ts';
import { flowchart, sample, samples, sequence } from './samples.ts';
import { useRenderer } from './use-renderer.ts';

useRenderer();

/** Findings as `line: what`. */
const findings = (source: string) => lint(readSource(source)).map(({ line, what }) => `${line}: ${what}`);

test.each(samples)('has nothing to say about %s', name => {
  expect(findings(sample(name))).toEqual([]);
});

test.each([
  { name: 'another direction', source: 'flowchart TD\n', line: 1 },
  { name: 'the old keyword', source: '\n\ngraph TB\n', line: 3 },
  { name: 'another type', source: '%% Pod\nstateDiagram-v2\n', line: 2 },
  { name: 'something behind the type', source: 'flowchart TB; a --> b\n', line: 1 },
  { name: 'nothing at all', source: '', line: 1 },
])('refuses $name', ({ source, line }) => {
  expect(lint(readSource(source))).toMatchObject([{ line }]);
});

describe('refuses in a flowchart', () => {
  test.each([
    ['  classDef x fill:#f00', 'classDef'],
    ['  class a k-pod', 'class'],
    ['  style a fill:red', 'style'],
    ['  linkStyle 0 stroke:red', 'linkStyle'],
    ['  click a "https://example.com"', 'click'],
    ['  a(["Pod"])', '(['],
    ['  a@{ shape: docs }', '@{'],
    ['  a["&#34;Pod#quot;"]', '#34;'],
    ['  a["<b>Pod</b>"]', '<b>'],
    ['  a["fa:fa-cube"]', 'fa:fa-'],
    ['  a["$$x^2$$"]', '$$'],
    ['  a[Pod]', 'a['],
    ['  a{{Pod}}', 'a{{'],
    ['  a["A"] -->|port 80| b["B"]', '|port 80|'],
    ['  %%{init: {"theme": "dark"}}%%', '%%{'],
  ])('%s', (line, quoted) => {
    expect(findings(flowchart('  x["X"]', '', line))).toEqual([`6: 「${quoted}」は使えません。`]);
  });

  test('a class that does not exist', () => {
    expect(findings(flowchart('  a["A"]:::k-pod', '  b["B"]:::pod'))).toEqual([
      '5: クラス「pod」はありません。',
    ]);
  });

  test('a configuration in front of the diagram', () => {
    expect(lint(readSource(`---\nconfig: {}\n---\n${flowchart()}`))).toMatchObject([{ line: 1 }]);
  });
});

describe('refuses in a sequence diagram', () => {
  test.each([
    ['  actor A', 'actor'],
    ['  box 緑', 'box'],
    ['  rect rgb(0, 0, 0)', 'rect'],
    ['  link A: x @ https://example.com', 'link'],
    ['  A->>B: #1', '#'],
  ])('%s', (line, quoted) => {
    expect(findings(sequence('  A->>B: 送る', line))).toEqual([`5: 「${quoted}」は使えません。`]);
  });
});

test.each([
  ['a class name inside a label', '  a["class a style b click c"]'],
  ['brackets inside a label', '  a["(x) [y] {z} |w| ([v])"]'],
  [
    'every shape with quotes',
    '  a["A"] & b("B") & c[("C")] & d{"D"} & e{{"E"}} & f(("F")) & g[["G"]] & h[/"H"/]',
  ],
  ['line breaks', '  a["A<br/>B<br>C"]'],
  ['an edge without a space', '  a["A"]-->|"x"|b["B"]'],
  ['a direction in a group', '  subgraph g["G"]\n    direction LR\n  end'],
])('allows %s', (_, line) => {
  expect(findings(flowchart(line))).toEqual([]);
});

test('asks for a title and a description', () => {
  expect(findings('%% x\nflowchart TB\n  a["A"]\n')).toEqual([
    '2: accTitle がありません。',
    '2: accDescr がありません。',
  ]);
  expect(findings('flowchart TB\n  accTitle: 題\n  accDescr {\n\n  }\n')).toEqual([
    '1: accDescr がありません。',
  ]);
});

test('does not look for code in the description', () => {
  const text = [
    'flowchart TB',
    '  accTitle: style #1;',
    '  accDescr {',
    '    class a',
    '    style <b> ([ #2;',
    '  }',
  ];
  expect(findings(text.join('\n'))).toEqual([]);
});

test('refuses a picture that is too wide', async () => {
  const boxes = Array.from({ length: 9 }, (_, i) => `n${i}["とても長い名前の箱です"]`).join(' & ');
  const { findings: [finding] = [] } = await drawDiagram('d0', `\n${flowchart(`  a["A"] --> ${boxes}`)}`);
  expect(finding).toMatchObject({ line: 2, what: expect.stringMatching(/^図の幅が \d{4} px あります。$/) });
});

test.each([
  { name: 'a broken edge', source: flowchart('  a["A"] --> b["B"]', '', '  b --> --> c["C"]'), line: 6 },
  { name: 'an edge behind comments', source: `\n%% x\n\n${flowchart('%% y', '  a --> --> b')}`, line: 8 },
  { name: 'a reserved word', source: flowchart('  a["A"] --> end'), line: 4 },
  { name: 'an open label', source: flowchart('  a["A"]', '  b["B'), line: 5 },
  { name: 'a wrong arrow in a sequence', source: sequence('  A->>B: 送る', '  B=>A: 返す'), line: 5 },
])('names the line of $name', async ({ source, line }) => {
  const { findings: [finding] = [] } = await drawDiagram('d0', source);
  expect(finding?.line).toBe(line);
});
