import { NUMERIC_ATTRIBUTES } from './names.ts';

const TRANSLATE = /^\s*translate\(\s*([-\d.e]+)(?:[\s,]+([-\d.e]+))?\s*\)\s*$/;

/** The attributes that say where an element is. */
const PLACES: Record<string, { x: string[]; y: string[] }> = {
  rect: { x: ['x'], y: ['y'] },
  text: { x: ['x'], y: ['y'] },
  tspan: { x: ['x'], y: ['y'] },
  circle: { x: ['cx'], y: ['cy'] },
  line: { x: ['x1', 'x2'], y: ['y1', 'y2'] },
};

/**
 * Takes the translations out of groups, into the coordinates of what they hold, and dissolves the groups that have no class.
 * Half of the bytes of a picture are such groups.
 */
export function flattenGroups(root: Element): void {
  for (const child of [...root.children]) {
    if (child.localName !== 'g') continue;
    const offset = readTranslation(child);
    if (offset) {
      child.removeAttribute('transform');
      for (const inner of child.children) moveBy(inner, ...offset);
    }
    flattenGroups(child);
    if (!child.hasAttribute('transform') && !child.hasAttribute('class'))
      child.replaceWith(...child.childNodes);
    else if (child.children.length === 0) child.remove();
  }
}

/** Moves an element: by its coordinates where that is possible, else by its `transform`. */
export function moveBy(element: Element, dx: number, dy: number): void {
  if (element.localName === 'text' && element.children.length > 0) {
    for (const line of element.children) moveBy(line, dx, dy);
    return;
  }
  const place = PLACES[element.localName];
  if (place) {
    for (const name of place.x) add(element, name, dx);
    for (const name of place.y) add(element, name, dy);
    return;
  }
  const translation = readTranslation(element);
  const [x, y] = translation ?? [0, 0];
  const rest = translation ? '' : (element.getAttribute('transform') ?? '');
  element.setAttribute('transform', `translate(${x + dx} ${y + dy})${rest}`);
}

function add(element: Element, name: string, distance: number): void {
  element.setAttribute(name, String((Number.parseFloat(element.getAttribute(name) ?? '') || 0) + distance));
}

function readTranslation(element: Element): [number, number] | undefined {
  const match = TRANSLATE.exec(element.getAttribute('transform') ?? '');
  return match ? [Number(match[1]), Number(match[2] ?? 0)] : undefined;
}

/** Rounds the numbers of an element to whole units, of which a screen shows less than one pixel. */
export function roundNumbers(element: Element): void {
  for (const { name, value } of [...element.attributes]) {
    if (NUMERIC_ATTRIBUTES.has(name)) element.setAttribute(name, roundText(value));
  }
}

/** Rounds every number with a fraction in a text. */
export function roundText(text: string): string {
  return text.replace(/-?\d*\.\d+(?:e[-+]?\d+)?/gi, number => String(Math.round(Number(number)) + 0));
}
