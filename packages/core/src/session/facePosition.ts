import type { FaceBox } from '../vision/FaceObservation.js';

/**
 * A face that moves faster than this, in its own widths a second, and by more than {@link JUMP_WIDTHS}, is not the same
 * face moving. An adult's face is about 15 cm wide: 8 widths a second is 1.2 m/s (judgement, not measured on people).
 */
export const JUMP_WIDTHS_PER_SECOND = 8;

/** A jump is at least this far, in face widths: below it landmark noise and low frame rates explain the movement. */
export const JUMP_WIDTHS = 0.9;

/** Whether two boxes, `elapsedMs` apart, can be one face that moved. */
export function isSamePlace(before: FaceBox, after: FaceBox, elapsedMs: number): boolean {
  const width = Math.max(1, (before.widthPx + after.widthPx) / 2);
  const dx = before.xPx + before.widthPx / 2 - after.xPx - after.widthPx / 2;
  const dy = before.yPx + before.heightPx / 2 - after.yPx - after.heightPx / 2;
  const widths = Math.sqrt(dx * dx + dy * dy) / width;
  return widths < JUMP_WIDTHS || widths / Math.max(elapsedMs / 1000, 1e-3) < JUMP_WIDTHS_PER_SECOND;
}
