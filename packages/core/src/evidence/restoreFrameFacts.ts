import { EVIDENCE_LANDMARKS, LANDMARK_UNITS_PER_SIDE, type TraceFrame } from '@huoti/protocol';
import { headPose, type HeadPose } from '../geometry/HeadPose.js';
import { LANDMARK_COUNT } from '../geometry/requireLandmarks.js';
import type { FaceBox, FaceObservation } from '../vision/FaceObservation.js';
import type { FrameFacts } from './FrameFacts.js';
import { restoreLandmarks } from './restoreLandmarks.js';
import { restoreStatistics } from './restoreStatistics.js';

const NO_POSE: HeadPose = { yawRadians: 0, pitchRadians: 0, rollRadians: 0 };

/**
 * What a traced frame tells a session: the client judges by these facts while it records, and the server by the same
 * ones when it replays, so that both see the very same numbers. Presence is not traced and stands as 1.
 */
export function restoreFrameFacts(frame: TraceFrame): FrameFacts {
  const { timestampMs, frameWidthPx, frameHeightPx, afterFallback } = frame;
  return {
    timestampMs,
    observations: observationsOf(frame),
    statistics: restoreStatistics(frame.statistics),
    frameWidthPx,
    frameHeightPx,
    afterFallback,
  };
}

function observationsOf(frame: TraceFrame): readonly FaceObservation[] {
  const { timestampMs, frameWidthPx, frameHeightPx, landmarks: quantised, second } = frame;
  const common = { presence: 1, frameWidthPx, frameHeightPx };
  if (quantised === null) {
    if (!frame.broken) return [];
    const landmarks = new Float32Array(LANDMARK_COUNT * 3).fill(NaN);
    const box = { xPx: 0, yPx: 0, widthPx: 0, heightPx: 0 };
    return [{ ...common, landmarks, box, pose: NO_POSE, timestampMs }];
  }
  const landmarks = restoreLandmarks(quantised, frameWidthPx, frameHeightPx);
  const main = { ...common, landmarks, box: boxOf(landmarks), pose: headPose(landmarks), timestampMs };
  if (second === null) return [main];
  // Of another face only its width and the time of the look are judged.
  const widthPx = (second.width * Math.max(frameWidthPx, frameHeightPx)) / LANDMARK_UNITS_PER_SIDE;
  return [
    main,
    {
      ...common,
      landmarks: new Float32Array(0),
      box: { xPx: 0, yPx: 0, widthPx, heightPx: widthPx },
      pose: NO_POSE,
      timestampMs: timestampMs - second.ageMs,
    },
  ];
}

function boxOf(landmarks: Float32Array): FaceBox {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const landmark of EVIDENCE_LANDMARKS) {
    const x = landmarks[landmark * 3]!;
    const y = landmarks[landmark * 3 + 1]!;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return { xPx: left, yPx: top, widthPx: right - left, heightPx: bottom - top };
}
