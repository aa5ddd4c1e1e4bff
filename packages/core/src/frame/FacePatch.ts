import { fillPolygon } from './fillPolygon.js';
import { FACE_OUTLINE, outlineBox, type OutlineBox } from './faceOutline.js';
import type { FrameGrid } from './FrameGrid.js';

/**
 * A face brought to one size, so that what is measured on it depends neither on how near the person is nor on the
 * camera's pixels. Colours are 0 to 255.
 */
export interface FacePatch {
  readonly columns: number;
  readonly rows: number;
  readonly red: Float32Array;
  readonly green: Float32Array;
  readonly blue: Float32Array;
  /** Rec. 709 luma, 0 to 255. */
  readonly luma: Float32Array;
  /** 1 inside the face's outline and inside of the frame, else 0. */
  readonly inside: Uint8Array;
  /** Marks the cells of `target` inside a polygon of landmarks with `value`. */
  mark(target: Uint8Array, landmarkIndices: readonly number[], value: number): void;
  readonly box: OutlineBox;
}

/**
 * Columns of a patch. 48 over a face's width is 3 mm of skin each: lids, lips and brows are there, sensor noise is averaged
 * away, and a face 90 px wide measures as sharp as the same face at 470 px (with 64 columns it does not; fixtures,
 * 2026-11-23).
 */
export const PATCH_COLUMNS = 48;

/** Rows at most for each column, for a box made tall by a wild landmark. */
const MAX_ROWS_PER_COLUMN = 2;

/** Samples a cell is averaged of, each way, at most: 4 x 4 keep a large face under a millisecond. */
const MAX_SAMPLES_PER_SIDE = 4;

/**
 * Samples the face on an even grid over its outline's box. A cell wider than a pixel is the mean of several; where cells
 * are about a pixel wide they are interpolated, so that a small face does not look sharper for its stairs.
 *
 * @param landmarks 478 points x y z in px of the upright frame
 * @returns `null` where the landmarks make no box or it lies outside of the frame
 */
export function facePatch(
  grid: FrameGrid,
  landmarks: Float32Array,
  columns: number = PATCH_COLUMNS,
): FacePatch | null {
  const box = outlineBox(landmarks);
  if (box === null) return null;
  const { leftPx, topPx, widthPx, heightPx } = box;
  if (leftPx >= grid.widthPx || topPx >= grid.heightPx || leftPx + widthPx <= 0 || topPx + heightPx <= 0)
    return null;
  const cell = widthPx / columns;
  const rows = Math.max(1, Math.min(MAX_ROWS_PER_COLUMN * columns, Math.round(heightPx / cell)));
  const cellY = heightPx / rows;
  const size = columns * rows;
  const patch = {
    columns,
    rows,
    red: new Float32Array(size),
    green: new Float32Array(size),
    blue: new Float32Array(size),
    luma: new Float32Array(size),
    inside: new Uint8Array(size),
    box,
    mark(target: Uint8Array, indices: readonly number[], value: number): void {
      const xs = new Float32Array(indices.length);
      const ys = new Float32Array(indices.length);
      for (let i = 0; i < indices.length; i++) {
        const at = indices[i]! * 3;
        // Both count from the edge: pixel 0 spans 0 to 1, and so does cell 0.
        xs[i] = (landmarks[at]! - leftPx) / cell;
        ys[i] = (landmarks[at + 1]! - topPx) / cellY;
      }
      fillPolygon(target, columns, rows, xs, ys, value);
    },
  };
  patch.mark(patch.inside, FACE_OUTLINE, 1);
  if (Math.max(cell, cellY) <= 1.5) interpolate(grid, patch, cell, cellY);
  else average(grid, patch, cell, cellY);
  return patch;
}

function average(grid: FrameGrid, patch: FacePatch, cellX: number, cellY: number): void {
  const { data, origin, stepX, stepY, widthPx, heightPx } = grid;
  const { columns, rows, red, green, blue, luma, inside, box } = patch;
  const samplesX = Math.max(1, Math.min(MAX_SAMPLES_PER_SIDE, Math.ceil(cellX)));
  const samplesY = Math.max(1, Math.min(MAX_SAMPLES_PER_SIDE, Math.ceil(cellY)));
  const across = columns * samplesX;
  const offsets = new Int32Array(across);
  const stepInX = cellX / samplesX;
  const stepInY = cellY / samplesY;
  for (let i = 0; i < across; i++) {
    const x = Math.floor(box.leftPx + (i + 0.5) * stepInX);
    offsets[i] = x >= 0 && x < widthPx ? x * stepX : NaN_OFFSET;
  }
  for (let row = 0, at = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, at++) {
      let r = 0;
      let g = 0;
      let b = 0;
      let count = 0;
      for (let j = 0; j < samplesY; j++) {
        const y = Math.floor(box.topPx + (row * samplesY + j + 0.5) * stepInY);
        if (y < 0 || y >= heightPx) continue;
        const line = origin + y * stepY;
        for (let i = column * samplesX, end = i + samplesX; i < end; i++) {
          const offset = offsets[i]!;
          if (offset === NaN_OFFSET) continue;
          const from = line + offset;
          r += data[from]!;
          g += data[from + 1]!;
          b += data[from + 2]!;
          count++;
        }
      }
      if (count === 0) {
        inside[at] = 0;
        continue;
      }
      r /= count;
      g /= count;
      b /= count;
      red[at] = r;
      green[at] = g;
      blue[at] = b;
      luma[at] = 0.2126 * r + 0.7152 * g + 0.0722 * b;
    }
  }
}

/** Stands for a column outside of the frame; no real offset is this low. */
const NaN_OFFSET = -0x80000000;

function interpolate(grid: FrameGrid, patch: FacePatch, cellX: number, cellY: number): void {
  const { data, origin, stepX, stepY, widthPx, heightPx } = grid;
  const { columns, rows, red, green, blue, luma, inside, box } = patch;
  for (let row = 0, at = 0; row < rows; row++) {
    const y = box.topPx + (row + 0.5) * cellY - 0.5;
    const y0 = Math.floor(y);
    const fy = y - y0;
    for (let column = 0; column < columns; column++, at++) {
      const x = box.leftPx + (column + 0.5) * cellX - 0.5;
      const x0 = Math.floor(x);
      if (x0 < 0 || y0 < 0 || x0 + 1 >= widthPx || y0 + 1 >= heightPx) {
        inside[at] = 0;
        continue;
      }
      const fx = x - x0;
      const a = origin + y0 * stepY + x0 * stepX;
      const w00 = (1 - fx) * (1 - fy);
      const w10 = fx * (1 - fy);
      const w01 = (1 - fx) * fy;
      const w11 = fx * fy;
      const b = a + stepX;
      const c = a + stepY;
      const d = c + stepX;
      const r = w00 * data[a]! + w10 * data[b]! + w01 * data[c]! + w11 * data[d]!;
      const g = w00 * data[a + 1]! + w10 * data[b + 1]! + w01 * data[c + 1]! + w11 * data[d + 1]!;
      const l = w00 * data[a + 2]! + w10 * data[b + 2]! + w01 * data[c + 2]! + w11 * data[d + 2]!;
      red[at] = r;
      green[at] = g;
      blue[at] = l;
      luma[at] = 0.2126 * r + 0.7152 * g + 0.0722 * l;
    }
  }
}
