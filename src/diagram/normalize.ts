import { DISPLAY_SCALE, FONT_SIZE } from './config.ts';
import type { Picture } from './messages.ts';
import { flattenGroups, roundNumbers } from './svg/groups.ts';
import { moveGroupTitles, simplifyTexts } from './svg/labels.ts';
import {
  DROPPED_ELEMENTS,
  ELEMENTS,
  NUMERIC_ATTRIBUTES,
  OTHER_ATTRIBUTES,
  shortClasses,
} from './svg/names.ts';
import * as shapes from './svg/shapes.ts';

/** Class `w8` is for pictures up to 320 units: the style sheet gives each step of 40 its smallest width. */
const WIDTH_STEP = 40;

const CHILDLESS = /<((?:path|rect|circle|ellipse|line|polygon|polyline)\b[^>]*)><\/\w+>/g;

interface Texts {
  id: string;
  title: string;
  description: string;
}

/**
 * Turns mermaid's SVG into a small one without theme: no `<style>`, no `style=`, no colours but `currentColor`, listed
 * elements, attributes and classes only. Colours are in `src/styles/diagram.css`.
 */
export function normalize(document: Document, source: string, texts: Texts): Picture {
  const host = document.createElement('div');
  host.innerHTML = source;
  const svg = host.querySelector('svg');
  if (!svg) throw new Error('SVG がありません。');
  const isFlow = svg.classList.contains('flowchart');
  for (const element of svg.querySelectorAll(DROPPED_ELEMENTS)) element.remove();
  shapes.refuseRoughShapes(svg);
  shapes.removeInvisible(svg);
  shapes.markMismatches(svg);
  shapes.drawSequenceNumbers(svg);
  const view = readView(svg);
  shapes.cutLifelines(svg, view.y + view.height - 6);
  shapes.collectMarkers(svg, texts.id);
  refuseUnknownElements(svg);

  simplifyTexts(svg);
  shapes.roundPills(svg);
  for (const element of svg.querySelectorAll('*')) cleanAttributes(element);
  flattenGroups(svg);
  moveGroupTitles(svg);
  for (const element of svg.querySelectorAll('*')) roundNumbers(element);
  shapes.straightenEdges(svg);
  addTexts(svg, texts);
  writeRoot(svg, view, texts.id, isFlow ? 'flow' : 'sequence');
  return { svg: svg.outerHTML.replace(CHILDLESS, '<$1/>'), width: view.width, height: view.height };
}

interface View {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The view box in whole units. */
function readView(svg: Element): View {
  const [x = 0, y = 0, width = 0, height = 0] = (svg.getAttribute('viewBox') ?? '')
    .split(/[\s,]+/)
    .map(Number);
  const [left, top] = [Math.floor(x), Math.floor(y)];
  return { x: left, y: top, width: Math.ceil(x + width - left), height: Math.ceil(y + height - top) };
}

function refuseUnknownElements(svg: Element): void {
  for (const { localName } of svg.querySelectorAll('*')) {
    if (!ELEMENTS.has(localName)) throw new Error(`SVG の要素 <${localName}> は許されていません。`);
  }
}

function cleanAttributes(element: Element): void {
  for (const { name } of [...element.attributes]) if (!isKept(element, name)) element.removeAttribute(name);
  const classes = shortClasses(element.getAttribute('class') ?? '');
  if (classes) element.setAttribute('class', classes);
  else element.removeAttribute('class');
}

function isKept({ localName }: Element, attribute: string): boolean {
  if (attribute === 'id') return localName === 'marker';
  if (attribute === 'fill' || attribute === 'stroke') return localName === 'marker' || localName === 'text';
  return NUMERIC_ATTRIBUTES.has(attribute) || OTHER_ATTRIBUTES.has(attribute);
}

/** The texts a screen reader uses, as the first children, where every user agent looks for them. */
function addTexts(svg: Element, { id, title, description }: Texts): void {
  const create = (name: string, suffix: string, text: string) => {
    const element = svg.ownerDocument.createElementNS(svg.namespaceURI, name);
    element.setAttribute('id', `${id}-${suffix}`);
    element.textContent = text;
    return element;
  };
  svg.prepend(create('title', 't', title), create('desc', 'd', description));
}

function writeRoot(svg: Element, { x, y, width, height }: View, id: string, type: string): void {
  for (const { name } of [...svg.attributes]) svg.removeAttribute(name);
  const attributes = {
    class: `${type} w${Math.ceil(width / WIDTH_STEP)}`,
    viewBox: `${x} ${y} ${width} ${height}`,
    width: Math.round(width * DISPLAY_SCALE),
    height: Math.round(height * DISPLAY_SCALE),
    role: 'img',
    'aria-labelledby': `${id}-t`,
    'aria-describedby': `${id}-d`,
    'font-family': 'sans-serif',
    'font-size': FONT_SIZE,
    'text-anchor': 'middle',
    fill: 'none',
    stroke: 'currentColor',
  };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, String(value));
}
