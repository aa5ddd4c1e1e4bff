import { foreshortening } from './foreshortening.js';
import type { HeadPose } from './HeadPose.js';
import { landmarkDistance } from './landmarkDistance.js';
import { requireLandmarks } from './requireLandmarks.js';
import type { Vector3 } from './Vector3.js';

/** Gap of the lids over the eye's width; about 0.28 open and 0.04 closed (attention mesh, measured 2026-11-23). */
export interface EyeOpenness {
  /** The person's own left eye. */
  readonly left: number;
  /** The person's own right eye. */
  readonly right: number;
  /** Both, each weighed by how well it is seen. */
  readonly combined: number;
}

interface Eye {
  readonly outer: number;
  readonly inner: number;
  /** Upper and lower lid, at three places along the eye. */
  readonly lids: readonly (readonly [upper: number, lower: number])[];
  /**
   * From corner to corner on the canonical face, in cm. Its depth (0.83) is measured, not the canonical 0.59: fitted to
   * the eye widths of the three train people who turn their head (2026-11-23).
   */
  readonly axis: Vector3;
}

const RIGHT_EYE: Eye = {
  outer: 33,
  inner: 133,
  lids: [
    [160, 144],
    [159, 145],
    [158, 153],
  ],
  axis: [2.59, -0.079, 0.83],
};
const LEFT_EYE: Eye = {
  outer: 263,
  inner: 362,
  lids: [
    [387, 373],
    [386, 374],
    [385, 380],
  ],
  axis: [2.59, 0.079, -0.83],
};

/** Under this share of its length in the picture, an eye's width says nothing; it is not divided by less. */
const LEAST_FORESHORTENING = 0.35;
/** Sine of the yaw at which the eye on the far side no longer counts: about 30 degrees, where the nose begins to hide it. */
const FAR_EYE_GONE_SINE = 0.5;

/**
 * How far the eyes are open: mean gap of three pairs of lid points over the eye's width, the width freed from the turn
 * of the head. What it does not undo: lids sink with a look downwards, and a head bent down or back shows less of them.
 *
 * ref: T. Soukupova, J. Cech, Real-time eye blink detection using facial landmarks, CVWW 2016 (eye aspect ratio).
 *
 * @param landmarks 478 points, x y z each, px of the upright, unmirrored frame
 * @param pose of the same face
 * @throws HuotiError INVALID_ARGUMENT when there are not 478 points
 */
export function eyeOpenness(landmarks: Float32Array, pose: HeadPose): EyeOpenness {
  requireLandmarks(landmarks);
  const left = aspectRatio(landmarks, LEFT_EYE, pose);
  const right = aspectRatio(landmarks, RIGHT_EYE, pose);
  // Turned to the own left, the left eye is the far one.
  const turn = Math.max(-1, Math.min(1, Math.sin(pose.yawRadians) / FAR_EYE_GONE_SINE));
  const leftWeight = 0.5 * (1 - turn);
  return { left, right, combined: leftWeight * left + (1 - leftWeight) * right };
}

function aspectRatio(landmarks: Float32Array, eye: Eye, pose: HeadPose): number {
  const width =
    landmarkDistance(landmarks, eye.outer, eye.inner) /
    Math.max(LEAST_FORESHORTENING, foreshortening(pose, eye.axis));
  let gaps = 0;
  for (const [upper, lower] of eye.lids) gaps += landmarkDistance(landmarks, upper, lower);
  return width > 0 ? gaps / eye.lids.length / width : 0;
}
