import type { FrameGrid } from '../../frame/FrameGrid.js';
import type { FaceRoi } from './FaceRoi.js';

/** Samples along a side. */
const SIDE = 24;

/** Luma (0 to 255) at a grid of points in a square of the frame; points beyond the frame are 0. */
export function lumaSamples(grid: FrameGrid, { centreXPx, centreYPx, sidePx }: FaceRoi): Float32Array {
  const samples = new Float32Array(SIDE * SIDE);
  for (let row = 0, to = 0; row < SIDE; row++) {
    const y = Math.floor(centreYPx + ((row + 0.5) / SIDE - 0.5) * sidePx);
    for (let column = 0; column < SIDE; column++, to++) {
      const x = Math.floor(centreXPx + ((column + 0.5) / SIDE - 0.5) * sidePx);
      if (x < 0 || y < 0 || x >= grid.widthPx || y >= grid.heightPx) continue;
      const at = grid.origin + x * grid.stepX + y * grid.stepY;
      samples[to] = 0.2126 * grid.data[at]! + 0.7152 * grid.data[at + 1]! + 0.0722 * grid.data[at + 2]!;
    }
  }
  return samples;
}

/** Mean absolute difference of two sets of samples, on a scale of 255. */
export function lumaChange(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += Math.abs(a[at]! - b[at]!);
  return sum / a.length;
}
