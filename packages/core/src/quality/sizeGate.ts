import { outlineBox } from '../frame/faceOutline.js';
import { atLeast, atMost } from './gateReading.js';
import type { QualityGate } from './QualityGate.js';

/**
 * Least width of the face's outline, in px. Lids of a face under 80 px are under 2 px apart. Genuine webcam and phone
 * clips: 135 to 500; far ones, which should be sent nearer: 45 to 111 (fixtures, 2026-11-23).
 */
export const MIN_FACE_WIDTH_PX = 80;

/**
 * Least width of the face's outline over the frame's shorter side. Genuine clips near the camera (5th percentile, train
 * people): 0.27 to 0.68; pictures labelled far: 0.14, 0.23, 0.23, 0.31 (fixtures, 2026-11-23).
 */
export const MIN_FACE_SHARE = 0.24;

/** Largest width of the face's outline over the frame's shorter side: above it chin or brow leave the picture. */
export const MAX_FACE_SHARE = 0.85;

/** Options of {@link sizeGate}. Shares are of the frame's shorter side, in [0, 1]. */
export interface SizeGateOptions {
  /** @default MIN_FACE_WIDTH_PX */
  minWidthPx?: number;
  /** @default MIN_FACE_SHARE */
  minShare?: number;
  /** @default MAX_FACE_SHARE */
  maxShare?: number;
}

/** The outline's height over its width on a frontal face: a turned head is narrower, and no farther away. */
const HEIGHT_OVER_WIDTH = 1.25;

/** `too-far` and `too-close`: how much of the picture the face takes. */
export function sizeGate({
  minWidthPx = MIN_FACE_WIDTH_PX,
  minShare = MIN_FACE_SHARE,
  maxShare = MAX_FACE_SHARE,
}: SizeGateOptions = {}): QualityGate {
  return {
    name: 'size',
    check(observation) {
      const outline = outlineBox(observation.landmarks);
      const width = outline === null ? observation.box.widthPx : outline.widthPx;
      const height = outline === null ? observation.box.heightPx : outline.heightPx;
      const sizePx = Math.max(width, height / HEIGHT_OVER_WIDTH);
      const share = sizePx / Math.min(observation.frameWidthPx, observation.frameHeightPx);
      return [
        atLeast('too-far', sizePx, minWidthPx, 'px'),
        atLeast('too-far', share, minShare, 'share'),
        atMost('too-close', share, maxShare, 'share'),
      ];
    },
  };
}
