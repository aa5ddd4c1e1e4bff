import { outlineBox } from './faceOutline.js';

/** Whole px of the upright, unmirrored frame. */
export interface CropRect {
  readonly leftPx: number;
  readonly topPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The crop is the face's outline box times this, around its centre (protocol: 1.6). */
export const CROP_SCALE = 1.6;

/**
 * Which part of a frame a picture of its face is. From restored landmarks the server gets the same rectangle as the
 * client that cut it.
 *
 * @param landmarks 478 points x y z, px of the upright, unmirrored frame
 * @returns `null` where there is no face, or nothing of it in the frame
 */
export function cropRectOf(
  landmarks: Float32Array,
  frameWidthPx: number,
  frameHeightPx: number,
): CropRect | null {
  const box = outlineBox(landmarks);
  if (box === null) return null;
  const margin = (CROP_SCALE - 1) / 2;
  const left = Math.max(0, Math.floor(box.leftPx - margin * box.widthPx));
  const top = Math.max(0, Math.floor(box.topPx - margin * box.heightPx));
  const right = Math.min(frameWidthPx, Math.ceil(box.leftPx + (1 + margin) * box.widthPx));
  const bottom = Math.min(frameHeightPx, Math.ceil(box.topPx + (1 + margin) * box.heightPx));
  if (right - left < 1 || bottom - top < 1) return null;
  return { leftPx: left, topPx: top, widthPx: right - left, heightPx: bottom - top };
}
