import type { CropRect } from './cropRectOf.js';
import type { FrameGrid } from './FrameGrid.js';

/**
 * A part of a frame at a smaller size, RGBA: each pixel is the mean of the area it stands for, so that mean colours stay as
 * they were.
 */
export function scaleArea(
  grid: FrameGrid,
  rect: CropRect,
  size: { widthPx: number; heightPx: number },
): Uint8ClampedArray {
  const { data, origin, stepX, stepY } = grid;
  const { widthPx, heightPx } = size;
  const perX = rect.widthPx / widthPx;
  const perY = rect.heightPx / heightPx;
  const out = new Uint8ClampedArray(widthPx * heightPx * 4);
  const sums = new Float64Array(widthPx * 3);
  for (let row = 0, to = 0; row < heightPx; row++) {
    sums.fill(0);
    const top = row * perY;
    const bottom = Math.min(rect.heightPx, top + perY);
    for (let y = Math.floor(top); y < bottom; y++) {
      const high = Math.min(y + 1, bottom) - Math.max(y, top);
      const line = origin + (rect.topPx + y) * stepY + rect.leftPx * stepX;
      for (let column = 0; column < widthPx; column++) {
        const left = column * perX;
        const right = Math.min(rect.widthPx, left + perX);
        let red = 0;
        let green = 0;
        let blue = 0;
        for (let x = Math.floor(left); x < right; x++) {
          const wide = Math.min(x + 1, right) - Math.max(x, left);
          const from = line + x * stepX;
          red += wide * data[from]!;
          green += wide * data[from + 1]!;
          blue += wide * data[from + 2]!;
        }
        sums[column * 3] = sums[column * 3]! + high * red;
        sums[column * 3 + 1] = sums[column * 3 + 1]! + high * green;
        sums[column * 3 + 2] = sums[column * 3 + 2]! + high * blue;
      }
    }
    const area = perX * perY;
    for (let column = 0; column < widthPx; column++, to += 4) {
      out[to] = sums[column * 3]! / area;
      out[to + 1] = sums[column * 3 + 1]! / area;
      out[to + 2] = sums[column * 3 + 2]! / area;
      out[to + 3] = 255;
    }
  }
  return out;
}
