import type { PersonBaseline } from '../../challenge/PersonBaseline.js';
import { eyeOpenness } from '../../geometry/eyeOpenness.js';
import { mouthOpenness } from '../../geometry/mouthOpenness.js';
import { yawIndex } from '../../geometry/yawIndex.js';
import type { FaceObservation } from '../../vision/FaceObservation.js';

/**
 * How near to their own baseline a person is at rest. Each is short of the full action (a turn is a yaw index of
 * 0.5, a nod 0.25 rad, an open mouth 0.5). The yaw is half of a full turn: between two turns a real person is nearer than a
 * fifth for only about 300 ms (live clips, 2026-11-23). The others are judgement, not measured.
 */
export const NEUTRAL_YAW_INDEX = 0.25;
export const NEUTRAL_PITCH_RADIANS = 0.17;
export const NEUTRAL_MOUTH = 0.2;
export const NEUTRAL_EYE_SHARE = 0.5;

/** Whether a face rests, by the person's own measure. Nearness is not judged: who came closer may stay there. */
export function isNeutral(face: FaceObservation, baseline: PersonBaseline): boolean {
  return (
    Math.abs(yawIndex(face.landmarks) - baseline.yawIndex) < NEUTRAL_YAW_INDEX &&
    Math.abs(face.pose.pitchRadians - baseline.pitchRadians) < NEUTRAL_PITCH_RADIANS &&
    mouthOpenness(face.landmarks, face.pose) < baseline.mouthOpenness + NEUTRAL_MOUTH &&
    eyeOpenness(face.landmarks, face.pose).combined > baseline.eyeOpenness * NEUTRAL_EYE_SHARE
  );
}
