import { MISMATCH } from '../config.ts';

/** Corner radius that mermaid gives to `id("…")`. */
const ROUND = '5';

/** Rounder than this, a label of three lines would touch the corners. */
const PILL_RADIUS = 24;

/** A path this long was drawn by rough.js, point by point. */
const ROUGH_PATH = 4000;

/** `id("…")` becomes a pill, the sign of a Pod on this site. */
export function roundPills(svg: Element): void {
  for (const rect of svg.querySelectorAll('.node > rect')) {
    if (rect.getAttribute('rx') !== ROUND) continue;
    rect.setAttribute('rx', String(Math.min(Number(rect.getAttribute('height')) / 2, PILL_RADIUS)));
    rect.removeAttribute('ry');
    rect.setAttribute('class', 'pill');
  }
}

/** Removes what is there only for the layout: `~~~` links, and rectangles without a size. */
export function removeInvisible(svg: Element): void {
  for (const element of svg.querySelectorAll('.edge-thickness-invisible')) element.remove();
  for (const rect of svg.querySelectorAll('rect'))
    if (!(Number(rect.getAttribute('width')) > 0)) rect.remove();
}

/** Marks the edges, and their labels, that say they do not match. Such an edge arrives nowhere: it has no arrowhead. */
export function markMismatches(svg: Element): void {
  const broken = new Set<string>();
  for (const label of svg.querySelectorAll('.edgeLabel > .label')) {
    if (!label.textContent?.trim().startsWith(MISMATCH)) continue;
    broken.add(label.getAttribute('data-id') ?? '');
    for (const text of label.querySelectorAll('text')) text.setAttribute('class', 'broken');
  }
  for (const edge of svg.querySelectorAll('path[data-id]')) {
    if (!broken.has(edge.getAttribute('data-id') ?? '')) continue;
    edge.classList.add('broken');
    for (const name of ['marker-start', 'marker-end']) edge.removeAttribute(name);
  }
}

/** `autonumber` is a marker on a line without length; a plain circle is smaller and can be sized for two digits. */
export function drawSequenceNumbers(svg: Element): void {
  for (const line of svg.querySelectorAll('line[marker-start$="sequencenumber)"]')) {
    const circle = svg.ownerDocument.createElementNS(svg.namespaceURI, 'circle');
    circle.setAttribute('class', 'dot');
    circle.setAttribute('cx', line.getAttribute('x1') ?? '0');
    circle.setAttribute('cy', line.getAttribute('y1') ?? '0');
    circle.setAttribute('r', '10.5');
    line.replaceWith(circle);
  }
  for (const number of svg.querySelectorAll('.sequenceNumber')) {
    const circle = number.previousElementSibling;
    if (circle?.localName === 'circle')
      number.setAttribute('y', String(Number(circle.getAttribute('cy')) + 5.8));
  }
}

/** Without mirrored actors mermaid leaves the life-lines 2000 units long. */
export function cutLifelines(svg: Element, bottom: number): void {
  for (const line of svg.querySelectorAll('line.actor-line')) {
    line.setAttribute('y2', String(Math.min(Number(line.getAttribute('y2')), bottom)));
  }
}

/** Keeps the arrowheads that are used, under short ids, in one `<defs>`. */
export function collectMarkers(svg: Element, id: string): void {
  const markers = new Map([...svg.querySelectorAll('marker')].map(marker => [marker.id, marker]));
  const defs = svg.ownerDocument.createElementNS(svg.namespaceURI, 'defs');
  const names = new Map<string, string>();
  for (const element of svg.querySelectorAll('[marker-start], [marker-end]')) {
    for (const attribute of ['marker-start', 'marker-end']) {
      const old = /#([^)"']+)/.exec(element.getAttribute(attribute) ?? '')?.[1];
      const marker = old === undefined ? undefined : markers.get(old);
      if (old === undefined || !marker) {
        element.removeAttribute(attribute);
        continue;
      }
      const name = names.get(old) ?? `${id}-m${names.size}`;
      names.set(old, name);
      element.setAttribute(attribute, `url(#${name})`);
      defs.append(marker);
    }
  }
  for (const [old, name] of names) styleMarker(markers.get(old), name);
  for (const element of svg.querySelectorAll('defs, marker')) element.remove();
  if (defs.children.length > 0) svg.prepend(defs);
}

/** A head made of strokes must not be filled. */
function styleMarker(marker: Element | undefined, id: string): void {
  if (!marker) return;
  marker.id = id;
  const isCross = [...marker.querySelectorAll('path')].some(
    path => !/z\s*$/i.test(path.getAttribute('d') ?? ''),
  );
  marker.setAttribute('class', isCross ? 'cross' : '');
  if (!isCross) marker.setAttribute('fill', 'currentColor');
}

/** Shapes that mermaid draws by hand get through the lint under other names; they are random and huge. */
export function refuseRoughShapes(svg: Element): void {
  for (const path of svg.querySelectorAll('path')) {
    if ((path.getAttribute('d') ?? '').length > ROUGH_PATH) {
      throw new Error('手書き風の線で描かれる形は使えません。');
    }
  }
}

/** Writes an edge that is straight, but comes as a row of curves, as one line. */
export function straightenEdges(svg: Element): void {
  for (const path of svg.querySelectorAll('path.edge')) {
    const d = path.getAttribute('d') ?? '';
    const points = d.match(/-?[\d.]+,-?[\d.]+/g)?.map(point => point.split(',')) ?? [];
    const [first, last] = [points[0], points.at(-1)];
    if (points.length < 3 || !first || !last) continue;
    if (points.every(([x]) => x === first[0])) path.setAttribute('d', `M${first.join()}V${last[1]}`);
    else if (points.every(([, y]) => y === first[1])) path.setAttribute('d', `M${first.join()}H${last[0]}`);
  }
}
