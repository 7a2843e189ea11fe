import { FONT_SIZE } from '../config.ts';
import { textWidth } from '../metrics.ts';

/** A piece of text as a browser would place it: `x` is its left edge, `y` its baseline. */
export interface Run {
  x: number;
  y: number;
  width: number;
  size: number;
}

interface Piece extends Run {
  anchor: string;
}

/** How much of a line lies left of its x. */
const ANCHORS: Record<string, number> = { start: 0, middle: 0.5, end: 1 };

/** Labels that mermaid centres with its own style sheet, which jsdom does not apply to SVG. */
const CENTRED = '.node .label, .rough-node .label, .image-shape .label, .icon-shape .label';

/** Places the text of a `<text>` or `<tspan>`: positions, relative moves, anchors and baselines, one run a text node. */
export function layoutText(element: Element): Run[] {
  const runs: Run[] = [];
  let line: Piece[] = [];
  let [x, y] = [0, 0];

  const endLine = () => {
    const [first] = line;
    if (!first) return;
    const width = line.reduce((sum, piece) => sum + piece.width, 0);
    let left = first.x - width * (ANCHORS[first.anchor] ?? 0);
    for (const piece of line) {
      runs.push({ x: left, y: piece.y, width: piece.width, size: piece.size });
      left += piece.width;
    }
    line = [];
  };

  const addText = (text: string, parent: Element) => {
    if (text === '') return;
    const size = fontSize(parent);
    const width = textWidth(text, size, isBold(parent));
    line.push({ x, y: y + baselineShift(parent, size), width, size, anchor: anchorOf(parent) });
    x += width;
  };

  const addElement = (node: Element) => {
    if (node.localName === 'title' || node.localName === 'desc') return;
    const size = fontSize(node);
    const read = (name: string) => parseLength(node.getAttribute(name), size);
    const [left, top, dx, dy] = [read('x'), read('y'), read('dx'), read('dy')];
    if (left !== undefined || top !== undefined || dy) endLine();
    x = (left ?? x) + (dx ?? 0);
    y = (top ?? y) + (dy ?? 0);
    for (const child of node.childNodes) {
      if (child.nodeType === 3) addText((child.textContent ?? '').replace(/\s+/g, ' '), node);
      else if (child.nodeType === 1) addElement(child as Element); // nodeType 1 is an element
    }
  };

  addElement(element);
  endLine();
  return runs;
}

/** A length in user units; `em` counts from the font size. `undefined` when it is not given. */
export function parseLength(value: string | null, size: number): number | undefined {
  const number = Number.parseFloat(value ?? '');
  if (Number.isNaN(number)) return undefined;
  return value?.endsWith('em') ? number * size : number;
}

/** An inherited property, from the inline style or the presentation attribute of the nearest ancestor that has it. */
function inherited(element: Element, names: readonly string[]): string {
  for (let at: Element | null = element; at; at = at.parentElement) {
    for (const name of names) {
      const value = styleOf(at, name) || at.getAttribute(name);
      if (value) return value;
    }
  }
  return '';
}

/** Reads one declaration of a `style` attribute, without a style engine. */
export function styleOf(element: Element, name: string): string {
  for (const declaration of (element.getAttribute('style') ?? '').split(';')) {
    const [key = '', value = ''] = declaration.split(':');
    if (key.trim() === name) return value.trim();
  }
  return '';
}

/** Font size of an element in user units. */
export function fontSize(element: Element): number {
  const own = styleOf(element, 'font-size') || element.getAttribute('font-size');
  const parent = element.parentElement;
  if (own) return parseLength(own, own.endsWith('em') && parent ? fontSize(parent) : FONT_SIZE) ?? FONT_SIZE;
  return parent ? fontSize(parent) : FONT_SIZE;
}

function isBold(element: Element): boolean {
  const weight = inherited(element, ['font-weight']);
  return weight.startsWith('bold') || Number(weight) >= 600;
}

function anchorOf(element: Element): string {
  return inherited(element, ['text-anchor']) || (element.closest(CENTRED) ? 'middle' : 'start');
}

function baselineShift(element: Element, size: number): number {
  const baseline = inherited(element, ['dominant-baseline', 'alignment-baseline']);
  if (/central|middle/.test(baseline)) return size * 0.35;
  return /hanging|before-edge/.test(baseline) ? size * 0.8 : 0;
}
