import type { Frame } from './Frame.js';

/**
 * How to read a frame's buffer as if it were upright and unmirrored, without copying it: the byte of the red value of
 * upright pixel (x, y) stands at `origin + x * stepX + y * stepY`.
 */
export interface FrameGrid {
  readonly data: Uint8ClampedArray;
  /** Of the upright picture. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly origin: number;
  readonly stepX: number;
  readonly stepY: number;
}

const BYTES_PER_PIXEL = 4;

/**
 * The upright, unmirrored view of a frame. The turn comes first, then left and right are swapped back, since `mirrored`
 * speaks of the picture that a person would see upright.
 *
 * @example
 * const grid = frameGrid(frame);
 * const red = grid.data[grid.origin + 10 * grid.stepX + 20 * grid.stepY];
 */
export function frameGrid(frame: Frame): FrameGrid {
  const { data, widthPx: w, heightPx: h } = frame;
  const row = w * BYTES_PER_PIXEL;
  const turned = frame.rotationDegrees === 90 || frame.rotationDegrees === 270;
  const widthPx = turned ? h : w;
  const heightPx = turned ? w : h;
  let origin = 0;
  let stepX = BYTES_PER_PIXEL;
  let stepY = row;
  switch (frame.rotationDegrees) {
    case 90:
      origin = (h - 1) * row;
      stepX = -row;
      stepY = BYTES_PER_PIXEL;
      break;
    case 180:
      origin = (h - 1) * row + (w - 1) * BYTES_PER_PIXEL;
      stepX = -BYTES_PER_PIXEL;
      stepY = -row;
      break;
    case 270:
      origin = (w - 1) * BYTES_PER_PIXEL;
      stepX = row;
      stepY = -BYTES_PER_PIXEL;
      break;
    default:
      break;
  }
  if (frame.mirrored) {
    origin += (widthPx - 1) * stepX;
    stepX = -stepX;
  }
  return { data, widthPx, heightPx, origin, stepX, stepY };
}
