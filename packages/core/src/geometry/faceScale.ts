import { HuotiError } from '@huoti/protocol';
import { foreshortening } from './foreshortening.js';
import type { HeadPose } from './HeadPose.js';
import { landmarkDistance } from './landmarkDistance.js';
import { requireLandmarks } from './requireLandmarks.js';

const RIGHT_EYE_OUTER = 33;
const LEFT_EYE_OUTER = 263;
/** A head turned by more than 60 degrees shows too little of the distance to be made up for. */
const LEAST_FORESHORTENING = 0.5;

/**
 * How near the face is: distance of the outer eye corners over the frame's width, freed from the turn of the head, so
 * that a turn is not a step back.
 *
 * @param landmarks 478 points, x y z each, px of the upright, unmirrored frame
 * @param pose of the same face
 * @param frameWidthPx of the upright frame
 * @throws HuotiError INVALID_ARGUMENT when there are not 478 points, or the width is not positive
 */
export function faceScale(landmarks: Float32Array, pose: HeadPose, frameWidthPx: number): number {
  requireLandmarks(landmarks);
  if (!(frameWidthPx > 0)) {
    throw new HuotiError('INVALID_ARGUMENT', 'frameWidthPx must be above 0: pass the upright frame’s width');
  }
  const share = Math.max(LEAST_FORESHORTENING, foreshortening(pose, [1, 0, 0]));
  return landmarkDistance(landmarks, RIGHT_EYE_OUTER, LEFT_EYE_OUTER) / share / frameWidthPx;
}
