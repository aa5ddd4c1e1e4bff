import type { TexturePlanes } from './planesOf.js';

/** The largest window: most of a face that fills its crop (200 px long at most). */
const LARGEST_PX = 128;

/** Under it a face has too few px to hold the patterns that are looked for. */
const SMALLEST_PX = 64;

/** A square part of a plane. */
export interface FaceWindow {
  readonly values: Float32Array;
  readonly sidePx: number;
}

/**
 * The square in the middle of a face, its side the largest power of two that the face is wide and high.
 *
 * @param plane one of `planes`
 * @returns `null` for a face that is too small, or cut off by the picture's edge
 */
export function faceWindow(
  { widthPx, heightPx, box }: TexturePlanes,
  plane: Float32Array,
): FaceWindow | null {
  const room = Math.min(box.widthPx, box.heightPx, widthPx, heightPx);
  let sidePx = LARGEST_PX;
  while (sidePx > room) sidePx /= 2;
  if (sidePx < SMALLEST_PX) return null;
  const place = (start: number, length: number, most: number): number =>
    Math.max(0, Math.min(most - sidePx, Math.round(start + (length - sidePx) / 2)));
  const left = place(box.leftPx, box.widthPx, widthPx);
  const top = place(box.topPx, box.heightPx, heightPx);
  const values = new Float32Array(sidePx * sidePx);
  for (let row = 0; row < sidePx; row++) {
    const from = (top + row) * widthPx + left;
    values.set(plane.subarray(from, from + sidePx), row * sidePx);
  }
  return { values, sidePx };
}
