import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { absoluteBox, bbox } from '../../../src/diagram/dom/bbox.ts';
import { parseTransform } from '../../../src/diagram/dom/geometry.ts';
import { pathLength, pathPoints, pointAtLength } from '../../../src/diagram/dom/path.ts';
import { layoutText } from '../../../src/diagram/dom/text.ts';
import { charWidth, isAutospaced, textWidth } from '../../../src/diagram/metrics.ts';
import { roundText } from '../../../src/diagram/svg/groups.ts';

function svg(markup: string): Element {
  const { window } = new JSDOM(`<svg>${markup}</svg>`);
  const element = window.document.querySelector('svg > :last-child');
  if (!element) throw new Error('no element');
  return element;
}

describe('text', () => {
  test.each([
    { char: '字', width: 1 },
    { char: 'ー', width: 1 },
    { char: '。', width: 1 },
    { char: 'ｱ', width: 0.5 },
    { char: '\u0301', width: 0 },
    { char: ' ', width: 0.224 * 1.08 },
  ])('$char is $width em wide', ({ char, width }) => expect(charWidth(char)).toBeCloseTo(width));

  test.each([
    ['Pod', 'を', true],
    ['を', 'P', true],
    ['2', '個', true],
    ['P', 'o', false],
    ['の', '。', false],
    ['(', '旧', false],
    [' ', '字', false],
  ])('between %s and %s there is autospace: %s', (left, right, expected) => {
    expect(isAutospaced([...left].at(-1) ?? '', right)).toBe(expected);
  });

  test('is wider in bold', () => expect(textWidth('Pod', 16, true)).toBeGreaterThan(textWidth('Pod', 16)));

  test('is laid out by anchor, line and size', () => {
    const text = svg(
      '<text y="10" style="text-anchor: middle"><tspan x="50">字字</tspan><tspan x="50" dy="2em">字</tspan></text>',
    );
    expect(layoutText(text)).toEqual([
      { x: 34, y: 10, width: 32, size: 16 },
      { x: 42, y: 42, width: 16, size: 16 },
    ]);
  });

  test('inherits its size', () => {
    expect(
      layoutText(svg('<text font-size="20"><tspan style="font-size: 0.5em">字</tspan></text>')),
    ).toMatchObject([{ size: 10 }]);
  });

  test('in a node is centred as mermaid does it', () => {
    expect(bbox(svg('<g class="node"><g class="label"><text>字</text></g></g>'))).toMatchObject({
      x0: -8,
      x1: 8,
    });
  });
});

describe('boxes', () => {
  test.each([
    ['<rect x="1" y="2" width="3" height="4"/>', [1, 2, 4, 6]],
    ['<circle cx="5" cy="5" r="2"/>', [3, 3, 7, 7]],
    ['<polygon points="0,0 4,1 2,6"/>', [0, 0, 4, 6]],
    ['<line x1="4" y1="0" x2="1" y2="3"/>', [1, 0, 4, 3]],
    [
      '<g><rect width="2" height="2"/><g transform="translate(3, 4)"><rect width="1" height="1"/></g></g>',
      [0, 0, 4, 5],
    ],
    ['<g><rect/><rect x="5" y="5" width="1" height="1"/></g>', [5, 5, 6, 6]],
    [
      '<g><rect x="9" y="9" width="9" height="9" style="display: none"/><rect width="1" height="1"/></g>',
      [0, 0, 1, 1],
    ],
    ['<path d="M0,0 a10,10 0 0 1 20,0"/>', [0, -10, 20, 0]],
    ['<path d="m1 1 h2 v3 l-2 0 z"/>', [1, 1, 3, 4]],
  ])('of %s', (markup, [x0 = 0, y0 = 0, x1 = 0, y1 = 0]) => {
    const box = bbox(svg(markup));
    expect(box?.x0).toBeCloseTo(x0);
    expect(box?.y0).toBeCloseTo(y0);
    expect(box?.x1).toBeCloseTo(x1);
    expect(box?.y1).toBeCloseTo(y1);
  });

  test('of nothing is null', () => expect(bbox(svg('<g><rect/></g>'))).toBeNull());

  test('count the transforms of their groups', () => {
    const group = svg(
      '<g transform="translate(10 20) scale(2)"><rect width="1" height="1" transform="translate(1)"/></g>',
    );
    const rect = group.firstElementChild;
    expect(rect && absoluteBox(rect)).toEqual({ x0: 12, y0: 20, x1: 14, y1: 22 });
  });

  test('are turned about a point', () => {
    const [a, b, , , e, f] = parseTransform('rotate(90 10 0)');
    expect([a, b, e, f].map(number => Math.round(number))).toEqual([0, 1, 10, -10]);
  });
});

describe('paths', () => {
  test('have a length', () => expect(pathLength(pathPoints('M0,0 L3,4 H6'))).toBeCloseTo(8));
  test('have a point at a length', () =>
    expect(pointAtLength(pathPoints('M0 0 L10 0 L10 10'), 12)).toEqual([10, 2]));
  test('end at their last point', () => expect(pointAtLength(pathPoints('M0 0 L1 0'), 9)).toEqual([1, 0]));
  test('mirror the control point of a smooth curve', () => {
    expect(pathPoints('M0,0 C0,10 10,10 10,0 S20,-10 20,0').at(24)?.[1]).toBeLessThan(0);
  });
  test('that are broken do not hang', () => expect(pathPoints('M0,0 L5 12 99 ?')).toHaveLength(2));
});

test.each([
  ['M1.26,-0.04 L-1.55 3', 'M1,0 L-2 3'],
  ['translate(12.000001, 4)', 'translate(12, 4)'],
  ['1e-7', '1e-7'],
  ['1.5e-7', '0'],
])('rounds %s', (text, rounded) => expect(roundText(text)).toBe(rounded));
