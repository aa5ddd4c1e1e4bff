import { LANDMARK_SIDE_PX } from './limits.js';
import type { FaceRoi } from './FaceRoi.js';
import type { Region } from './readRegion.js';

/** Pixels read beyond the square, so that interpolation at its rim sees what it would see in the whole frame. */
const MARGIN_PX = 2;

/**
 * The part of a frame that a turned square covers, and by which whole factor it may be shrunk before it is brought to
 * the model's input: never so far that the input would be enlarged.
 */
export function regionOfRoi(
  roi: FaceRoi,
  frame: { readonly widthPx: number; readonly heightPx: number },
): { readonly region: Region; readonly shrink: number } {
  const shrink = Math.max(1, Math.floor(roi.sidePx / LANDMARK_SIDE_PX));
  const reach =
    (roi.sidePx / 2) * (Math.abs(Math.cos(roi.rotationRadians)) + Math.abs(Math.sin(roi.rotationRadians))) +
    MARGIN_PX * shrink;
  const left = clamp(Math.floor(roi.centreXPx - reach), frame.widthPx - 1);
  const top = clamp(Math.floor(roi.centreYPx - reach), frame.heightPx - 1);
  const right = clamp(Math.ceil(roi.centreXPx + reach), frame.widthPx);
  const bottom = clamp(Math.ceil(roi.centreYPx + reach), frame.heightPx);
  return {
    region: { xPx: left, yPx: top, widthPx: Math.max(1, right - left), heightPx: Math.max(1, bottom - top) },
    shrink,
  };
}

const clamp = (value: number, to: number): number => Math.min(to, Math.max(0, value));
