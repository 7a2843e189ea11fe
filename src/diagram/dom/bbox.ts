import { around, type Box, join, type Point, parseTransform, transformBox } from './geometry.ts';
import { pathPoints } from './path.ts';
import { layoutText } from './text.ts';

/** Ascent and descent of a Japanese line box, in em. */
const ASCENT = 0.98;
const DESCENT = 0.26;

/** `getBBox()`: the box of an element in its own coordinate system, `null` when it draws nothing. */
export function bbox(element: Element): Box | null {
  const number = (name: string) => Number.parseFloat(element.getAttribute(name) ?? '') || 0;
  switch (element.localName) {
    case 'rect':
    case 'image':
    case 'use':
    case 'foreignObject':
      return rectangle(number('x'), number('y'), number('width'), number('height'));
    case 'circle':
      return ellipse(number('cx'), number('cy'), number('r'), number('r'));
    case 'ellipse':
      return ellipse(number('cx'), number('cy'), number('rx'), number('ry'));
    case 'line':
      return around([
        [number('x1'), number('y1')],
        [number('x2'), number('y2')],
      ]);
    case 'polygon':
    case 'polyline':
      return around(parsePoints(element.getAttribute('points') ?? ''));
    case 'path':
      return around(pathPoints(element.getAttribute('d') ?? ''));
    case 'text':
    case 'tspan':
      return textBox(element);
    case 'g':
    case 'svg':
    case 'a':
    case 'switch':
      return groupBox(element);
    default:
      return null;
  }
}

/** The box of an element in the coordinate system of the outermost `<svg>`. */
export function absoluteBox(element: Element): Box | null {
  let box = bbox(element);
  for (
    let at: Element | null = element;
    at && at.namespaceURI === element.namespaceURI;
    at = at.parentElement
  ) {
    box = transformBox(parseTransform(at.getAttribute('transform')), box);
  }
  return box;
}

/** An empty `<rect>` must not count: mermaid leaves them at 0,0 inside labels. */
function rectangle(x: number, y: number, width: number, height: number): Box | null {
  return width || height ? { x0: x, y0: y, x1: x + width, y1: y + height } : null;
}

function ellipse(x: number, y: number, rx: number, ry: number): Box {
  return { x0: x - rx, y0: y - ry, x1: x + rx, y1: y + ry };
}

function parsePoints(points: string): Point[] {
  const numbers = points
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(Number);
  return Array.from({ length: Math.floor(numbers.length / 2) }, (_, i) => [
    numbers[2 * i] ?? 0,
    numbers[2 * i + 1] ?? 0,
  ]);
}

function textBox(element: Element): Box | null {
  return layoutText(element).reduce<Box | null>(
    (box, { x, y, width, size }) =>
      join(box, { x0: x, y0: y - ASCENT * size, x1: x + width, y1: y + DESCENT * size }),
    null,
  );
}

function groupBox(element: Element): Box | null {
  let box: Box | null = null;
  for (const child of element.children) {
    if (/display:\s*none/.test(child.getAttribute('style') ?? '')) continue;
    box = join(box, transformBox(parseTransform(child.getAttribute('transform')), bbox(child)));
  }
  return box;
}
