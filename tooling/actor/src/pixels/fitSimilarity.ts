import { IDENTITY, type Similarity } from './Similarity.js';

/**
 * Points that keep their places while a face talks and blinks: eye corners, the bridge and the tip of the nose, both
 * temples.
 */
const RIGID_POINTS = [33, 133, 362, 263, 168, 6, 197, 1, 127, 356] as const;

/**
 * The similarity that best lays one face's rigid points onto another's (least squares).
 *
 * @param from landmarks x y z each, in px
 * @param to likewise
 */
export function fitSimilarity(from: Float32Array, to: Float32Array): Similarity {
  let fx = 0;
  let fy = 0;
  let tx = 0;
  let ty = 0;
  for (const point of RIGID_POINTS) {
    fx += from[point * 3] as number;
    fy += from[point * 3 + 1] as number;
    tx += to[point * 3] as number;
    ty += to[point * 3 + 1] as number;
  }
  const count = RIGID_POINTS.length;
  fx /= count;
  fy /= count;
  tx /= count;
  ty /= count;
  let dot = 0;
  let cross = 0;
  let square = 0;
  for (const point of RIGID_POINTS) {
    const x = (from[point * 3] as number) - fx;
    const y = (from[point * 3 + 1] as number) - fy;
    const u = (to[point * 3] as number) - tx;
    const v = (to[point * 3 + 1] as number) - ty;
    dot += x * u + y * v;
    cross += x * v - y * u;
    square += x * x + y * y;
  }
  if (square === 0) return IDENTITY;
  const a = dot / square;
  const b = cross / square;
  return { a, b, x0: tx - a * fx + b * fy, y0: ty - b * fx - a * fy };
}
