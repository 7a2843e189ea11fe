/** A rectangle by its corners. `null` stands for "nothing drawn", which must not move the box of a group to 0,0. */
export interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

export type Point = readonly [x: number, y: number];

/** An affine transformation, in the order of SVG's `matrix(a b c d e f)`. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The smallest box around both. */
export function join(a: Box | null, b: Box | null): Box | null {
  if (!a || !b) return a ?? b;
  return {
    x0: Math.min(a.x0, b.x0),
    y0: Math.min(a.y0, b.y0),
    x1: Math.max(a.x1, b.x1),
    y1: Math.max(a.y1, b.y1),
  };
}

/** The smallest box around some points. */
export function around(points: readonly Point[]): Box | null {
  return points.reduce<Box | null>((box, [x, y]) => join(box, { x0: x, y0: y, x1: x, y1: y }), null);
}

/** The box of a transformed box. */
export function transformBox(matrix: Matrix, box: Box | null): Box | null {
  if (!box) return null;
  const [a, b, c, d, e, f] = matrix;
  const corners: Point[] = [
    [box.x0, box.y0],
    [box.x1, box.y0],
    [box.x0, box.y1],
    [box.x1, box.y1],
  ];
  return around(corners.map(([x, y]) => [a * x + c * y + e, b * x + d * y + f]));
}

/** `m` after `n`: the matrix of an element inside a transformed group. */
export function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

/** The matrix of a `transform` attribute. mermaid writes `translate`, now and then `rotate` and `scale`. */
export function parseTransform(transform: string | null): Matrix {
  let matrix = IDENTITY;
  for (const [, name = '', list = ''] of (transform ?? '').matchAll(/(\w+)\(([^)]*)\)/g)) {
    matrix = multiply(
      matrix,
      parseStep(
        name,
        list
          .split(/[\s,]+/)
          .filter(Boolean)
          .map(Number),
      ),
    );
  }
  return matrix;
}

function parseStep(name: string, [p = 0, q, r = 0, s = 0, t = 0, u = 0]: number[]): Matrix {
  if (name === 'translate') return [1, 0, 0, 1, p, q ?? 0];
  if (name === 'scale') return [p, 0, 0, q ?? p, 0, 0];
  if (name === 'matrix') return [p, q ?? 0, r, s, t, u];
  if (name !== 'rotate') return IDENTITY;
  const [x, y] = [q ?? 0, r];
  const [cos, sin] = [Math.cos((p * Math.PI) / 180), Math.sin((p * Math.PI) / 180)];
  return [cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y];
}
