import { eyeOpenness } from '../geometry/eyeOpenness.js';
import { faceScale } from '../geometry/faceScale.js';
import { mouthOpenness } from '../geometry/mouthOpenness.js';
import { LANDMARK_COUNT } from '../geometry/requireLandmarks.js';
import { yawIndex } from '../geometry/yawIndex.js';
import type { FaceObservation } from '../vision/FaceObservation.js';

/** Everything the actions are judged on, of one frame. */
export interface FaceMeasures {
  readonly timestampMs: number;
  readonly leftEye: number;
  readonly rightEye: number;
  /** Both eyes, weighed by how well each is seen. */
  readonly eyes: number;
  readonly mouth: number;
  readonly yawIndex: number;
  readonly yawRadians: number;
  readonly pitchRadians: number;
  readonly scale: number;
}

/**
 * Takes an observation's measures; `null` where it has no landmarks, or they are not numbers: such a frame says nothing
 * and is passed over.
 */
export function measureFace(observation: FaceObservation): FaceMeasures | null {
  const { landmarks, pose, frameWidthPx, timestampMs } = observation;
  if (landmarks.length !== LANDMARK_COUNT * 3 || !(frameWidthPx > 0)) return null;
  const eyes = eyeOpenness(landmarks, pose);
  const measures: FaceMeasures = {
    timestampMs,
    leftEye: eyes.left,
    rightEye: eyes.right,
    eyes: eyes.combined,
    mouth: mouthOpenness(landmarks, pose),
    yawIndex: yawIndex(landmarks),
    yawRadians: pose.yawRadians,
    pitchRadians: pose.pitchRadians,
    scale: faceScale(landmarks, pose, frameWidthPx),
  };
  const sum =
    measures.timestampMs +
    measures.leftEye +
    measures.rightEye +
    measures.mouth +
    measures.yawIndex +
    measures.yawRadians +
    measures.pitchRadians +
    measures.scale;
  return Number.isFinite(sum) ? measures : null;
}
