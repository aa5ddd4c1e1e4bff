import type { Point } from './fivePoints.js';

/** A turn, a scale and a shift: (x, y) -> (a x - b y + shiftX, b x + a y + shiftY). */
export interface Similarity {
  readonly a: number;
  readonly b: number;
  readonly shiftX: number;
  readonly shiftY: number;
}

/** The similarity that brings points closest to their targets, in the least squares sense. */
export function fitSimilarity(points: readonly Point[], targets: readonly Point[]): Similarity {
  const count = points.length;
  const mean = (of: readonly Point[], axis: 0 | 1): number =>
    of.reduce((sum, point) => sum + point[axis], 0) / count;
  const [fromX, fromY] = [mean(points, 0), mean(points, 1)];
  const [toX, toY] = [mean(targets, 0), mean(targets, 1)];
  let along = 0;
  let across = 0;
  let squares = 0;
  points.forEach(([px, py], index) => {
    const [tx, ty] = targets[index]!;
    const [x, y, u, v] = [px - fromX, py - fromY, tx - toX, ty - toY];
    along += x * u + y * v;
    across += x * v - y * u;
    squares += x * x + y * y;
  });
  const a = along / squares;
  const b = across / squares;
  return { a, b, shiftX: toX - a * fromX + b * fromY, shiftY: toY - b * fromX - a * fromY };
}
