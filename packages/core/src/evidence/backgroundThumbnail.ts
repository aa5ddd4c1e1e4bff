import { outlineBox } from '../frame/faceOutline.js';
import type { Frame } from '../frame/Frame.js';
import { frameGrid } from '../frame/FrameGrid.js';
import type { FaceObservation } from '../vision/FaceObservation.js';

/** A small luma picture of a frame, with what belongs to the person left out. */
export interface BackgroundThumbnail {
  readonly columns: number;
  readonly rows: number;
  /** 0 to 255. */
  readonly luma: Uint8Array;
  /** 1 where the cell is background. */
  readonly usable: Uint8Array;
}

/** Cells along the longer side. One is 10 px of 640; a shift is found to about a tenth of a cell. */
export const THUMBNAIL_SIDE = 64;

/** Each cell is the mean of this many points each way. */
const POINTS_PER_CELL_SIDE = 3;

/** Head with hair: the outline's box, widened and raised by these shares of its sides. */
const HEAD_SIDE_MARGIN = 0.35;
const HEAD_TOP_MARGIN = 0.5;

/** Shoulders and chest: everything below the mouth within this many face widths of the face's middle. */
const BODY_HALF_WIDTHS = 1.6;

/** Takes the thumbnail that `backgroundMotion` compares. Without a face all of it is background. */
export function backgroundThumbnail(frame: Frame, observation: FaceObservation | null): BackgroundThumbnail {
  const { data, origin, stepX, stepY, widthPx, heightPx } = frameGrid(frame);
  const cell = Math.max(widthPx, heightPx) / THUMBNAIL_SIDE;
  const columns = Math.max(1, Math.round(widthPx / cell));
  const rows = Math.max(1, Math.round(heightPx / cell));
  const luma = new Uint8Array(columns * rows);
  const usable = new Uint8Array(columns * rows).fill(1);
  const box = observation === null ? null : outlineBox(observation.landmarks);
  const points = POINTS_PER_CELL_SIDE * POINTS_PER_CELL_SIDE;
  for (let row = 0, at = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, at++) {
      let sum = 0;
      for (let j = 0; j < POINTS_PER_CELL_SIDE; j++) {
        const y = Math.floor(((row + (j + 0.5) / POINTS_PER_CELL_SIDE) * heightPx) / rows);
        for (let i = 0; i < POINTS_PER_CELL_SIDE; i++) {
          const x = Math.floor(((column + (i + 0.5) / POINTS_PER_CELL_SIDE) * widthPx) / columns);
          const from = origin + y * stepY + x * stepX;
          sum += 0.2126 * data[from]! + 0.7152 * data[from + 1]! + 0.0722 * data[from + 2]!;
        }
      }
      luma[at] = Math.round(sum / points);
      if (box === null) continue;
      const x = ((column + 0.5) * widthPx) / columns;
      const y = ((row + 0.5) * heightPx) / rows;
      const inHead =
        x > box.leftPx - HEAD_SIDE_MARGIN * box.widthPx &&
        x < box.leftPx + (1 + HEAD_SIDE_MARGIN) * box.widthPx &&
        y > box.topPx - HEAD_TOP_MARGIN * box.heightPx;
      const inBody =
        y > box.topPx + 0.75 * box.heightPx &&
        Math.abs(x - box.leftPx - box.widthPx / 2) < BODY_HALF_WIDTHS * box.widthPx;
      if (inHead || inBody) usable[at] = 0;
    }
  }
  return { columns, rows, luma, usable };
}
