import { faceScale } from '../../geometry/faceScale.js';
import { yawIndex } from '../../geometry/yawIndex.js';
import type { FaceObservation } from '../../vision/FaceObservation.js';
import { NEUTRAL_PITCH_RADIANS, NEUTRAL_YAW_INDEX } from './isNeutral.js';

/** Where a face was and how it looked. */
export interface FaceAnchor {
  /** Middle of the face's box, in px. */
  readonly xPx: number;
  readonly yPx: number;
  readonly widthPx: number;
  readonly scale: number;
  readonly yawIndex: number;
  readonly pitchRadians: number;
}

/**
 * How far the middle of a face may wander under one colour, in its own widths: 5 cm of an adult's 15. People who hold still sway
 * by under 1 cm (postural sway; judgement).
 */
export const ANCHOR_WIDTHS = 0.33;

/** How much nearer or farther it may come: the light of the screen on it changes with the square, here by a third. */
export const ANCHOR_SCALE = 1.15;

/** Takes the measure of a face in place. */
export function faceAnchorOf({ box, landmarks, pose, frameWidthPx }: FaceObservation): FaceAnchor {
  return {
    xPx: box.xPx + box.widthPx / 2,
    yPx: box.yPx + box.heightPx / 2,
    widthPx: box.widthPx,
    scale: faceScale(landmarks, pose, frameWidthPx),
    yawIndex: yawIndex(landmarks),
    pitchRadians: pose.pitchRadians,
  };
}

/** Whether a face is still where and how it was. Blinks, speech and smiles are no movement. */
export function isAtAnchor(face: FaceObservation, anchor: FaceAnchor): boolean {
  const now = faceAnchorOf(face);
  const dx = now.xPx - anchor.xPx;
  const dy = now.yPx - anchor.yPx;
  const ratio = now.scale / anchor.scale;
  return (
    Math.sqrt(dx * dx + dy * dy) < ANCHOR_WIDTHS * anchor.widthPx &&
    ratio < ANCHOR_SCALE &&
    ratio > 1 / ANCHOR_SCALE &&
    Math.abs(now.yawIndex - anchor.yawIndex) < NEUTRAL_YAW_INDEX &&
    Math.abs(now.pitchRadians - anchor.pitchRadians) < NEUTRAL_PITCH_RADIANS
  );
}
