import type { FrameGrid } from '../../frame/FrameGrid.js';

/** A part of an upright frame, in whole pixels. */
export interface Region {
  readonly xPx: number;
  readonly yPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Float RGB pixels (0 to 255, row by row) of a region, each the mean of `shrink` x `shrink` pixels of the frame. */
export interface RegionPixels {
  readonly data: Float32Array;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly shrink: number;
}

/**
 * Reads a region of a frame, shrunk by a whole factor: the mean of each block, so that nothing aliases or shifts. What
 * is left over at the right and bottom (less than a block) is cut off.
 *
 * @param buffer reused where it is large enough; the result's data is a view of it
 */
export function readRegion(
  grid: FrameGrid,
  region: Region,
  shrink: number,
  buffer?: Float32Array,
): RegionPixels {
  const widthPx = Math.max(1, Math.floor(region.widthPx / shrink));
  const heightPx = Math.max(1, Math.floor(region.heightPx / shrink));
  const length = widthPx * heightPx * 3;
  const data = buffer && buffer.length >= length ? buffer.subarray(0, length) : new Float32Array(length);
  const { data: bytes, stepX, stepY } = grid;
  const start = grid.origin + region.xPx * stepX + region.yPx * stepY;
  if (shrink === 1) {
    for (let y = 0, to = 0; y < heightPx; y++) {
      let from = start + y * stepY;
      for (let x = 0; x < widthPx; x++, from += stepX, to += 3) {
        data[to] = bytes[from]!;
        data[to + 1] = bytes[from + 1]!;
        data[to + 2] = bytes[from + 2]!;
      }
    }
    return { data, widthPx, heightPx, shrink };
  }
  const share = 1 / (shrink * shrink);
  for (let y = 0, to = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++, to += 3) {
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let dy = 0; dy < shrink; dy++) {
        let from = start + (y * shrink + dy) * stepY + x * shrink * stepX;
        for (let dx = 0; dx < shrink; dx++, from += stepX) {
          red += bytes[from]!;
          green += bytes[from + 1]!;
          blue += bytes[from + 2]!;
        }
      }
      data[to] = red * share;
      data[to + 1] = green * share;
      data[to + 2] = blue * share;
    }
  }
  return { data, widthPx, heightPx, shrink };
}
