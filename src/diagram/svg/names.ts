import { NODE_CLASSES } from '../config.ts';

/** Elements of a finished picture. Anything else that mermaid draws is an error, so that an upgrade cannot smuggle it in. */
export const ELEMENTS = new Set([
  'svg',
  'g',
  'defs',
  'marker',
  'path',
  'rect',
  'circle',
  'ellipse',
  'line',
  'polygon',
  'polyline',
  'text',
  'tspan',
]);

/** Elements that are left out: mermaid's theme, its shadows and gradients, and symbols that nothing here refers to. */
export const DROPPED_ELEMENTS = 'style, filter, linearGradient, symbol, title, desc';

/** Attributes that hold numbers, which are rounded. */
export const NUMERIC_ATTRIBUTES = new Set([
  ...['x', 'y', 'width', 'height', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry'],
  ...['d', 'points', 'transform', 'refX', 'refY', 'markerWidth', 'markerHeight', 'viewBox'],
]);

/** Attributes of a finished picture besides the numbers. Colours, fonts and `data-*` are not among them. */
export const OTHER_ATTRIBUTES = new Set([
  ...['id', 'class', 'orient', 'markerUnits', 'marker-start', 'marker-end'],
  ...['fill', 'stroke', 'text-anchor'],
]);

/** mermaid's class names, as long as they matter, and what they are called in `src/styles/diagram.css`. */
const CLASSES: Record<string, string> = {
  node: 'node',
  cluster: 'group',
  background: 'plate',
  'flowchart-link': 'edge',
  'edge-pattern-dotted': 'dashed',
  'edge-pattern-dashed': 'dashed',
  'edge-thickness-thick': 'thick',
  actor: 'actor',
  'actor-line': 'life',
  activation0: 'active',
  activation1: 'active',
  activation2: 'active',
  messageLine0: 'edge',
  messageLine1: 'edge dashed',
  messageText: 'halo',
  loopText: 'halo',
  sectionTitle: 'halo',
  loopLine: 'frame',
  labelBox: 'tag',
  note: 'note',
  sequenceNumber: 'number',
  // set by the steps in this folder
  broken: 'broken',
  cross: 'cross',
  dot: 'dot',
  pill: 'pill',
  title: 'title',
  ...Object.fromEntries(Object.keys(NODE_CLASSES).map(name => [name, name])),
};

/** The class attribute of a finished picture, `''` when nothing is left. */
export function shortClasses(classes: string): string {
  const short = classes
    .split(/\s+/)
    .flatMap(name => (Object.hasOwn(CLASSES, name) ? CLASSES[name] : []) ?? []);
  return [...new Set(short.flatMap(names => names.split(' ')))].join(' ');
}
