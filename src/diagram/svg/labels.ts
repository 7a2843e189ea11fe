import { FONT_SIZE } from '../config.ts';
import { parseLength, styleOf } from '../dom/text.ts';
import { textWidth } from '../metrics.ts';
import { moveBy } from './groups.ts';

/** Distance of the lines of a label, in em. mermaid's own 1.1 is too tight for kanji. */
const LINE_HEIGHT = 1.3;

/** From the middle of a kanji up to its baseline, in em: how `dominant-baseline: central` is written without it. */
const CENTRE_TO_BASELINE = 0.38;

/** Space between a message and the number at its arrow, in units. */
const MESSAGE_LIFT = 3;

interface Line {
  text: string;
  x: number;
  y: number;
}

/**
 * Writes every text as one run a line at an absolute place: selectable and found by the browser's search, without
 * `dominant-baseline`, which browsers take from different font tables. Empty texts go.
 */
export function simplifyTexts(svg: Element): void {
  for (const text of svg.querySelectorAll('text')) {
    const lines = readLines(text);
    const [first] = lines;
    if (!first) {
      text.remove();
      continue;
    }
    const anchor = text.getAttribute('text-anchor') || styleOf(text, 'text-anchor');
    for (const name of ['x', 'y', 'dx', 'dy', 'style', 'text-anchor']) text.removeAttribute(name);
    if (anchor === 'start' || anchor === 'end') text.setAttribute('text-anchor', anchor); // else the root's: middle
    text.classList.remove('actor'); // the class of its box
    text.setAttribute('fill', 'currentColor'); // readable without the style sheet
    text.setAttribute('stroke', 'none');
    writeLines(text, lines);
  }
  spreadParticipants(svg);
  centreTags(svg);
  for (const text of svg.querySelectorAll('.messageText')) moveBy(text, 0, -MESSAGE_LIFT);
}

function readLines(text: Element): Line[] {
  const tspans = [...text.children].filter(child => child.localName === 'tspan');
  const read = (element: Element, name: string) => parseLength(element.getAttribute(name), FONT_SIZE);
  const x = read(text, 'x') ?? 0;
  const y = (read(text, 'y') ?? 0) + (read(text, 'dy') ?? 0);
  const isCentred = /central|middle/.test(text.getAttribute('dominant-baseline') ?? '');
  const shift = isCentred ? CENTRE_TO_BASELINE * FONT_SIZE : 0;
  const lines = (tspans.length > 0 ? tspans : [text]).map(element => {
    const isOwn = element === text;
    const dy = isOwn ? 0 : (read(element, 'dy') ?? 0);
    return {
      text: (element.textContent ?? '').replace(/[\s\u00a0]+/g, ' ').trim(),
      x: read(element, 'x') ?? x,
      y: (isOwn ? y : (read(element, 'y') ?? y)) + dy + shift,
    };
  });
  return lines.filter(line => line.text !== '');
}

function writeLines(text: Element, lines: readonly Line[]): void {
  const [first, ...others] = lines;
  if (!first) return;
  if (others.length === 0) {
    place(text, first.x, first.y);
    text.textContent = first.text;
    return;
  }
  const last = lines.at(-1) ?? first;
  const middle = (first.y + last.y) / 2;
  text.replaceChildren(
    ...lines.map((line, i) => {
      const tspan = text.ownerDocument.createElementNS(text.namespaceURI, 'tspan');
      place(tspan, line.x, middle + (i - others.length / 2) * LINE_HEIGHT * FONT_SIZE);
      tspan.textContent = line.text;
      return tspan;
    }),
  );
}

function place(element: Element, x: number, y: number): void {
  element.setAttribute('x', String(x));
  element.setAttribute('y', String(y));
}

/** The name of a participant in two lines is two `<text>` elements, 1 em apart. */
function spreadParticipants(svg: Element): void {
  for (const box of svg.querySelectorAll('rect.actor')) {
    const texts = [...(box.parentElement?.querySelectorAll(':scope > text') ?? [])];
    if (texts.length !== 2) continue;
    for (const [i, text] of texts.entries()) moveBy(text, 0, (i - 0.5) * (LINE_HEIGHT - 1) * FONT_SIZE);
  }
}

/** The word in the corner of an `alt`, `loop` or `par` stands below the middle of its tag. */
function centreTags(svg: Element): void {
  for (const text of svg.querySelectorAll('.labelBox + .labelText')) {
    const points = text.previousElementSibling?.getAttribute('points') ?? '';
    const heights = points.split(/\s+/).map(point => Number(point.split(',')[1]));
    const middle = (Math.min(...heights) + Math.max(...heights)) / 2;
    text.setAttribute('y', String(middle + CENTRE_TO_BASELINE * FONT_SIZE));
  }
}

/** Puts the titles of groups to the left, where edges seldom pass, and above the edges, on a plate as the labels of edges are. */
export function moveGroupTitles(svg: Element): void {
  for (const text of svg.querySelectorAll('.group > text')) {
    const box = text.parentElement?.querySelector(':scope > rect');
    if (!box) continue;
    const x = Number(box.getAttribute('x')) + 12;
    text.setAttribute('x', String(x));
    for (const line of text.children) line.setAttribute('x', String(x));
    text.setAttribute('text-anchor', 'start');
    text.setAttribute('class', 'title');
    svg.append(plateBehind(text, box), text);
  }
}

/** Hides the edges under a group's title, but nothing of its frame. */
function plateBehind(text: Element, frame: Element): Element {
  const plate = text.ownerDocument.createElementNS(text.namespaceURI, 'rect');
  const read = (element: Element, name: string) => Number(element.getAttribute(name));
  const left = read(text, 'x') - 2;
  const top = Math.max(read(text, 'y') - FONT_SIZE, read(frame, 'y') + 2);
  const right = read(frame, 'x') + read(frame, 'width') - 10;
  place(plate, left, top);
  plate.setAttribute('class', 'plate');
  const width = textWidth(text.textContent ?? '', FONT_SIZE) + 4;
  plate.setAttribute('width', String(Math.min(width, right - left)));
  plate.setAttribute('height', String(LINE_HEIGHT * FONT_SIZE));
  return plate;
}
