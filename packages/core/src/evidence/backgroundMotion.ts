import type { BackgroundThumbnail } from './backgroundThumbnail.js';
import { THUMBNAIL_SIDE } from './backgroundThumbnail.js';

/** How far the background moved between two frames: shares of the frame's longer side, x right, y down. */
export interface BackgroundMotion {
  readonly x: number;
  readonly y: number;
}

/** Largest shift that is looked for, in cells: 6 % of the longer side between two frames, a fast pan. */
const MAX_SHIFT = 4;

/** Fewest background cells that a shift is judged on: about a twentieth of a thumbnail. */
const MIN_CELLS = 150;

/**
 * Least mean difference (0 to 255) between one cell and the next in the background, in either direction. A blank wall or a
 * covered lens has less, and any shift fits it.
 */
const MIN_TEXTURE = 1.5;

/**
 * The one shift of the whole background that explains two thumbnails best: block matching on the mean absolute difference,
 * then the crossing of two straight lines through the neighbours of the best shift for a fraction of a cell.
 *
 * @returns `null` where it can't be told: other sizes, too little background, or too plain
 */
export function backgroundMotion(
  previous: BackgroundThumbnail,
  current: BackgroundThumbnail,
): BackgroundMotion | null {
  if (previous.columns !== current.columns || previous.rows !== current.rows) return null;
  if (!isTextured(current)) return null;
  const side = 2 * MAX_SHIFT + 1;
  const costs = new Float32Array(side * side).fill(Infinity);
  let best = -1;
  for (let dy = -MAX_SHIFT; dy <= MAX_SHIFT; dy++) {
    for (let dx = -MAX_SHIFT; dx <= MAX_SHIFT; dx++) {
      const at = (dy + MAX_SHIFT) * side + dx + MAX_SHIFT;
      costs[at] = cost(previous, current, dx, dy);
      if (best < 0 || costs[at]! < costs[best]!) best = at;
    }
  }
  if (best < 0 || costs[best] === Infinity) return null;
  const x = (best % side) - MAX_SHIFT;
  const y = Math.floor(best / side) - MAX_SHIFT;
  const onEdgeX = Math.abs(x) === MAX_SHIFT;
  const onEdgeY = Math.abs(y) === MAX_SHIFT;
  const fractionX = onEdgeX ? 0 : vertex(costs[best - 1]!, costs[best]!, costs[best + 1]!);
  const fractionY = onEdgeY ? 0 : vertex(costs[best - side]!, costs[best]!, costs[best + side]!);
  return { x: (x + fractionX) / THUMBNAIL_SIDE, y: (y + fractionY) / THUMBNAIL_SIDE };
}

function isTextured({ columns, rows, luma, usable }: BackgroundThumbnail): boolean {
  let alongX = 0;
  let alongY = 0;
  let cells = 0;
  for (let row = 1; row < rows; row++) {
    for (let column = 1; column < columns; column++) {
      const at = row * columns + column;
      if (usable[at] === 0 || usable[at - 1] === 0 || usable[at - columns] === 0) continue;
      alongX += Math.abs(luma[at]! - luma[at - 1]!);
      alongY += Math.abs(luma[at]! - luma[at - columns]!);
      cells++;
    }
  }
  return cells >= MIN_CELLS && Math.min(alongX, alongY) >= MIN_TEXTURE * cells;
}

/** Mean absolute difference of the background, the current one taken to have come from `dx, dy` cells before. */
function cost(previous: BackgroundThumbnail, current: BackgroundThumbnail, dx: number, dy: number): number {
  const { columns, rows } = current;
  const firstRow = Math.max(0, dy);
  const lastRow = Math.min(rows, rows + dy);
  const firstColumn = Math.max(0, dx);
  const lastColumn = Math.min(columns, columns + dx);
  let sum = 0;
  let cells = 0;
  for (let row = firstRow; row < lastRow; row++) {
    let at = row * columns + firstColumn;
    let from = (row - dy) * columns + firstColumn - dx;
    for (let column = firstColumn; column < lastColumn; column++, at++, from++) {
      if (current.usable[at] === 0 || previous.usable[from] === 0) continue;
      sum += Math.abs(current.luma[at]! - previous.luma[from]!);
      cells++;
    }
  }
  return cells < MIN_CELLS ? Infinity : sum / cells;
}

/** Where the lowest point of the two lines through three equally spaced costs lies, in [-0.5, 0.5]. */
function vertex(before: number, at: number, after: number): number {
  if (!Number.isFinite(before) || !Number.isFinite(after)) return 0;
  // Absolute differences rise in straight lines on either side, not in a parabola.
  const rise = Math.max(before, after) - at;
  return rise <= 0 ? 0 : (before - after) / (2 * rise);
}
