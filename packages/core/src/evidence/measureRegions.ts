import type { Frame } from '../frame/Frame.js';
import { outlineBox } from '../frame/faceOutline.js';
import { FACE_REGION_NAMES, FACE_REGIONS } from '../frame/faceRegions.js';
import { fillPolygon } from '../frame/fillPolygon.js';
import { frameGrid, type FrameGrid } from '../frame/FrameGrid.js';
import type { FaceObservation } from '../vision/FaceObservation.js';

/** Background regions: the corners of the upright picture, top left, top right, bottom left, bottom right. */
export const BACKGROUND_REGION_COUNT = 4;

/** Mean colours of one frame: red green blue of each region, 0 to 255 with fractions; NaN where a region is not seen. */
export interface RegionColours {
  /** In the order of `FACE_REGION_NAMES`, three numbers each (24). */
  readonly face: Float32Array;
  /** Top left, top right, bottom left, bottom right, three numbers each (12). */
  readonly background: Float32Array;
}

/** Points along each side of a region's box at which it is read: up to 256 points average a camera's noise to 1/16. */
const POINTS_PER_SIDE = 16;

/** Fewest points of a region inside of the frame that its colour is taken from. */
const MIN_POINTS = 12;

/** Each background region reaches this far into the picture, as a share of its sides. */
const CORNER_SHARE = 0.25;

/** The face's box scaled by this is kept out of the background: hair, ears and neck answer to the screen's light too. */
const FACE_CLEARANCE = 1.6;

/**
 * Mean colours of eight parts of the face and of the picture's four corners without the face: what the screen's light does
 * to each is compared later. Where to look on a face comes from its landmarks, so it moves with the head.
 *
 * @param observation a face with its 478 landmarks; without, all face regions are not seen
 */
export function measureRegions(frame: Frame, observation: FaceObservation | null): RegionColours {
  const grid = frameGrid(frame);
  const face = new Float32Array(FACE_REGION_NAMES.length * 3).fill(NaN);
  const background = new Float32Array(BACKGROUND_REGION_COUNT * 3).fill(NaN);
  const landmarks = observation === null ? new Float32Array(0) : observation.landmarks;
  const box = outlineBox(landmarks);
  if (box !== null) {
    FACE_REGION_NAMES.forEach((name, at) => meanOfPolygon(grid, landmarks, FACE_REGIONS[name], face, at * 3));
  }
  const w = grid.widthPx * CORNER_SHARE;
  const h = grid.heightPx * CORNER_SHARE;
  const margin = (FACE_CLEARANCE - 1) / 2;
  const keepOut =
    box === null
      ? null
      : {
          left: box.leftPx - margin * box.widthPx,
          right: box.leftPx + (1 + margin) * box.widthPx,
          top: box.topPx - margin * box.heightPx,
          bottom: box.topPx + (1 + margin) * box.heightPx,
        };
  for (let corner = 0; corner < BACKGROUND_REGION_COUNT; corner++) {
    const left = corner % 2 === 0 ? 0 : grid.widthPx - w;
    const top = corner < 2 ? 0 : grid.heightPx - h;
    const sum = new Sum();
    for (let row = 0; row < POINTS_PER_SIDE; row++) {
      const y = Math.floor(top + ((row + 0.5) * h) / POINTS_PER_SIDE);
      for (let column = 0; column < POINTS_PER_SIDE; column++) {
        const x = Math.floor(left + ((column + 0.5) * w) / POINTS_PER_SIDE);
        const kept =
          keepOut === null ||
          x < keepOut.left ||
          x >= keepOut.right ||
          y < keepOut.top ||
          y >= keepOut.bottom;
        if (kept) sum.add(grid, x, y);
      }
    }
    sum.write(background, corner * 3);
  }
  return { face, background };
}

function meanOfPolygon(
  grid: FrameGrid,
  landmarks: Float32Array,
  corners: readonly number[],
  out: Float32Array,
  at: number,
): void {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const corner of corners) {
    const x = landmarks[corner * 3]!;
    const y = landmarks[corner * 3 + 1]!;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  if (!(right > left) || !(bottom > top)) return;
  const cellX = (right - left) / POINTS_PER_SIDE;
  const cellY = (bottom - top) / POINTS_PER_SIDE;
  const xs = Float32Array.from(corners, (corner) => (landmarks[corner * 3]! - left) / cellX);
  const ys = Float32Array.from(corners, (corner) => (landmarks[corner * 3 + 1]! - top) / cellY);
  const mask = new Uint8Array(POINTS_PER_SIDE * POINTS_PER_SIDE);
  fillPolygon(mask, POINTS_PER_SIDE, POINTS_PER_SIDE, xs, ys, 1);
  const sum = new Sum();
  for (let i = 0; i < mask.length; i++) {
    if (mask[i] === 0) continue;
    const x = Math.floor(left + ((i % POINTS_PER_SIDE) + 0.5) * cellX);
    const y = Math.floor(top + (Math.floor(i / POINTS_PER_SIDE) + 0.5) * cellY);
    if (x >= 0 && y >= 0 && x < grid.widthPx && y < grid.heightPx) sum.add(grid, x, y);
  }
  sum.write(out, at);
}

class Sum {
  private red = 0;
  private green = 0;
  private blue = 0;
  private count = 0;

  add({ data, origin, stepX, stepY }: FrameGrid, x: number, y: number): void {
    const from = origin + y * stepY + x * stepX;
    this.red += data[from]!;
    this.green += data[from + 1]!;
    this.blue += data[from + 2]!;
    this.count++;
  }

  write(out: Float32Array, at: number): void {
    if (this.count < MIN_POINTS) return;
    out[at] = this.red / this.count;
    out[at + 1] = this.green / this.count;
    out[at + 2] = this.blue / this.count;
  }
}
