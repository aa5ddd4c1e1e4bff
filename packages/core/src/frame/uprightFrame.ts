import { HuotiError } from '@huoti/protocol';
import type { Frame } from './Frame.js';
import { frameGrid } from './FrameGrid.js';

/** Plain pixels: RGBA8, upright, unmirrored, row by row from the top left. */
export interface UprightPixels {
  readonly data: Uint8ClampedArray;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Pixels of the upright frame for each pixel here, 1 or more: `frameX = (x + 0.5) * scaleX - 0.5`. */
  readonly scaleX: number;
  readonly scaleY: number;
}

/** What {@link uprightFrame} takes besides the frame. */
export interface UprightFrameOptions {
  /**
   * Longest side of what comes back, in px; a smaller frame is never enlarged.
   * @default Infinity
   */
  maxSidePx?: number;
}

/**
 * Copies a frame upright and unmirrored, scaled down by area averaging where it is larger than asked: each pixel is the
 * mean of the part of the frame that it covers, so that nothing flickers or shifts.
 *
 * @throws HuotiError INVALID_ARGUMENT when `maxSidePx` is under 1 or not a number
 * @example const small = uprightFrame(frame, { maxSidePx: 320 });
 */
export function uprightFrame(
  frame: Frame,
  { maxSidePx = Infinity }: UprightFrameOptions = {},
): UprightPixels {
  if (!(maxSidePx >= 1)) {
    throw new HuotiError('INVALID_ARGUMENT', `maxSidePx must be 1 or more, got ${maxSidePx}`);
  }
  const grid = frameGrid(frame);
  const shrink = Math.max(1, Math.max(grid.widthPx, grid.heightPx) / maxSidePx);
  const widthPx = Math.max(1, Math.round(grid.widthPx / shrink));
  const heightPx = Math.max(1, Math.round(grid.heightPx / shrink));
  const scaleX = grid.widthPx / widthPx;
  const scaleY = grid.heightPx / heightPx;
  const out = new Uint8ClampedArray(widthPx * heightPx * 4);
  const { data, origin, stepX, stepY } = grid;
  if (widthPx === grid.widthPx && heightPx === grid.heightPx) {
    let to = 0;
    for (let y = 0; y < heightPx; y++) {
      let from = origin + y * stepY;
      for (let x = 0; x < widthPx; x++, from += stepX, to += 4) {
        out[to] = data[from]!;
        out[to + 1] = data[from + 1]!;
        out[to + 2] = data[from + 2]!;
        out[to + 3] = data[from + 3]!;
      }
    }
    return { data: out, widthPx, heightPx, scaleX, scaleY };
  }
  const sums = new Float64Array(widthPx * 4);
  for (let y = 0, to = 0; y < heightPx; y++) {
    sums.fill(0);
    const top = y * scaleY;
    const bottom = Math.min(grid.heightPx, top + scaleY);
    for (let sy = Math.floor(top); sy < bottom; sy++) {
      const weightY = Math.min(sy + 1, bottom) - Math.max(sy, top);
      const line = origin + sy * stepY;
      for (let x = 0; x < widthPx; x++) {
        const left = x * scaleX;
        const right = Math.min(grid.widthPx, left + scaleX);
        for (let sx = Math.floor(left); sx < right; sx++) {
          const weight = weightY * (Math.min(sx + 1, right) - Math.max(sx, left));
          const from = line + sx * stepX;
          const sum = x * 4;
          sums[sum] = sums[sum]! + weight * data[from]!;
          sums[sum + 1] = sums[sum + 1]! + weight * data[from + 1]!;
          sums[sum + 2] = sums[sum + 2]! + weight * data[from + 2]!;
          sums[sum + 3] = sums[sum + 3]! + weight * data[from + 3]!;
        }
      }
    }
    const area = (bottom - top) * scaleX;
    for (let i = 0; i < sums.length; i++, to++) out[to] = sums[i]! / area;
  }
  return { data: out, widthPx, heightPx, scaleX, scaleY };
}
