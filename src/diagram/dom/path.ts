import type { Point } from './geometry.ts';

/** Steps a curve is cut into. Sixteen keeps the box of mermaid's curves within 0.1 px. */
const STEPS = 16;

const TOKEN = /[a-zA-Z]|[-+]?(?:\d*\.\d+|\d+\.?)(?:e[-+]?\d+)?/gi;

/** How many numbers each path command takes. */
const ARITY: Record<string, number> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };

interface Pen {
  at: Point;
  start: Point;
  /** Control point of the previous curve, which `S` and `T` mirror. */
  control: Point;
}

/** The points of a flattened `d` attribute. */
export function pathPoints(d: string): Point[] {
  const tokens = d.match(TOKEN) ?? [];
  const points: Point[] = [];
  const pen: Pen = { at: [0, 0], start: [0, 0], control: [0, 0] };
  let command = '';
  for (let i = 0; i < tokens.length; ) {
    if (/[a-z]/i.test(tokens[i] ?? '')) command = tokens[i++] ?? '';
    const arity = ARITY[command.toUpperCase()];
    if (arity === undefined) {
      i++; // not a path command: skip a number rather than loop for ever
      continue;
    }
    const numbers = tokens.slice(i, i + arity).map(Number);
    if (numbers.length < arity) break;
    i += arity;
    draw(command, numbers, pen, points);
    if (command === 'M') command = 'L'; // further pairs after a move are lines
    if (command === 'm') command = 'l';
  }
  return points;
}

function draw(command: string, numbers: number[], pen: Pen, points: Point[]): void {
  const name = command.toUpperCase();
  const [ox, oy] = command === name ? [0, 0] : pen.at;
  const pair = (i: number): Point => [ox + (numbers[i] ?? 0), oy + (numbers[i + 1] ?? 0)];
  const from = pen.at;
  let control: Point | undefined;
  if (name === 'C' || name === 'S') {
    const first = name === 'C' ? pair(0) : mirror(from, pen.control);
    const last = name === 'C' ? 2 : 0;
    control = pair(last);
    pen.at = pair(last + 2);
    points.push(...sample(t => cubic(from, first, control ?? from, pen.at, t)));
  } else if (name === 'Q' || name === 'T') {
    const middle = name === 'Q' ? pair(0) : mirror(from, pen.control);
    control = middle;
    pen.at = pair(name === 'Q' ? 2 : 0);
    points.push(...sample(t => quadratic(from, middle, pen.at, t)));
  } else if (name === 'A') {
    pen.at = pair(5);
    points.push(...arc(from, pen.at, numbers));
  } else {
    if (name === 'H') pen.at = [ox + (numbers[0] ?? 0), from[1]];
    else if (name === 'V') pen.at = [from[0], oy + (numbers[0] ?? 0)];
    else pen.at = name === 'Z' ? pen.start : pair(0);
    if (name === 'M') pen.start = pen.at;
    points.push(pen.at);
  }
  pen.control = control ?? pen.at;
}

const mirror = (at: Point, control: Point): Point => [2 * at[0] - control[0], 2 * at[1] - control[1]];

function sample(point: (t: number) => Point): Point[] {
  return Array.from({ length: STEPS }, (_, i) => point((i + 1) / STEPS));
}

function cubic(a: Point, b: Point, c: Point, d: Point, t: number): Point {
  const u = 1 - t;
  const at = (i: 0 | 1) => u * u * u * a[i] + 3 * u * u * t * b[i] + 3 * u * t * t * c[i] + t * t * t * d[i];
  return [at(0), at(1)];
}

function quadratic(a: Point, b: Point, c: Point, t: number): Point {
  const u = 1 - t;
  const at = (i: 0 | 1) => u * u * a[i] + 2 * u * t * b[i] + t * t * c[i];
  return [at(0), at(1)];
}

/** Points of an elliptic arc (SVG 2, appendix B.2.4). The rotation is left out: mermaid always writes 0. */
function arc(from: Point, to: Point, [rx = 0, ry = 0, , large = 0, sweep = 0]: number[]): Point[] {
  if (!rx || !ry) return [to];
  const [dx, dy] = [(from[0] - to[0]) / 2, (from[1] - to[1]) / 2];
  const tooSmall = Math.max(1, Math.hypot(dx / rx, dy / ry));
  const [a, b] = [Math.abs(rx) * tooSmall, Math.abs(ry) * tooSmall];
  const denominator = (a * dy) ** 2 + (b * dx) ** 2;
  if (denominator === 0) return [to];
  const factor =
    Math.sqrt(Math.max(0, ((a * b) ** 2 - denominator) / denominator)) * (large === sweep ? -1 : 1);
  const [cx, cy] = [(factor * a * dy) / b, (-factor * b * dx) / a];
  const angle = Math.atan2((dy - cy) / b, (dx - cx) / a);
  let turn = Math.atan2((-dy - cy) / b, (-dx - cx) / a) - angle;
  if (!sweep && turn > 0) turn -= 2 * Math.PI;
  if (sweep && turn < 0) turn += 2 * Math.PI;
  const [mx, my] = [cx + (from[0] + to[0]) / 2, cy + (from[1] + to[1]) / 2];
  return sample(t => [mx + a * Math.cos(angle + turn * t), my + b * Math.sin(angle + turn * t)]);
}

/** Length of a flattened path. */
export function pathLength(points: readonly Point[]): number {
  let length = 0;
  for (const [from, to] of segments(points)) length += Math.hypot(to[0] - from[0], to[1] - from[1]);
  return length;
}

/** The point `distance` along a flattened path; its end when the path is shorter. */
export function pointAtLength(points: readonly Point[], distance: number): Point {
  let rest = distance;
  for (const [from, to] of segments(points)) {
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    if (length > 0 && rest <= length) {
      const t = rest / length;
      return [from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])];
    }
    rest -= length;
  }
  return points.at(-1) ?? [0, 0];
}

function* segments(points: readonly Point[]): Generator<[Point, Point]> {
  let from: Point | undefined;
  for (const to of points) {
    if (from) yield [from, to];
    from = to;
  }
}
