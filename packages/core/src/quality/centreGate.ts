import { outlineBox } from '../frame/faceOutline.js';
import { atMost } from './gateReading.js';
import type { QualityGate } from './QualityGate.js';

/**
 * Largest distance of the face's centre from the picture's, over the picture's width or height. Genuine clips, largest of
 * each: 0.03 to 0.22 (fixtures, 2026-11-23).
 */
export const MAX_CENTRE_OFFSET_SHARE = 0.25;

/**
 * Largest part of the face's outline box, along either axis, that may lie outside of the picture: a tenth of the way from
 * the chin to the lips, so that chin and brow are always seen.
 */
export const MAX_CUT_OFF_SHARE = 0.05;

/** Options of {@link centreGate}; shares in [0, 1]. */
export interface CentreGateOptions {
  /** @default MAX_CENTRE_OFFSET_SHARE */
  maxOffsetShare?: number;
  /** @default MAX_CUT_OFF_SHARE */
  maxCutOffShare?: number;
}

/** `off-centre`: the face is in the middle of the picture, and all of it. */
export function centreGate({
  maxOffsetShare = MAX_CENTRE_OFFSET_SHARE,
  maxCutOffShare = MAX_CUT_OFF_SHARE,
}: CentreGateOptions = {}): QualityGate {
  return {
    name: 'centre',
    check({ landmarks, box, frameWidthPx, frameHeightPx }) {
      const outline = outlineBox(landmarks);
      const left = outline === null ? box.xPx : outline.leftPx;
      const top = outline === null ? box.yPx : outline.topPx;
      const width = outline === null ? box.widthPx : outline.widthPx;
      const height = outline === null ? box.heightPx : outline.heightPx;
      const offsetX = Math.abs((left + width / 2) / frameWidthPx - 0.5);
      const offsetY = Math.abs((top + height / 2) / frameHeightPx - 0.5);
      const cutX = (Math.max(0, -left) + Math.max(0, left + width - frameWidthPx)) / width;
      const cutY = (Math.max(0, -top) + Math.max(0, top + height - frameHeightPx)) / height;
      return [
        atMost('off-centre', Math.max(offsetX, offsetY), maxOffsetShare, 'share'),
        atMost('off-centre', Math.max(cutX, cutY), maxCutOffShare, 'share'),
      ];
    },
  };
}
