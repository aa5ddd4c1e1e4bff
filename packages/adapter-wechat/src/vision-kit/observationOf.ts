import type { FaceObservation, Frame } from '@huoti/core';
import type { MiniProgramFaceAnchor } from '../platform/MiniProgramApi.js';
import { fitHeadPose } from './fitHeadPose.js';
import { ANCHOR_POINTS, MESH_POINT_OF } from './meshPointOf.js';

const LANDMARKS = 478;

/** What an observation is made of beside the anchor. */
export interface SeenIn extends Pick<Frame, 'timestampMs'> {
  /** Of the upright picture. */
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * A face of the vision kit as core's observation: what it measured stands at its landmarks, in px; everything else is NaN. The pose is
 * fitted to the points, since no page says in which order, sense and unit the kit's own angles are.
 *
 * @returns `null` where the anchor has not 106 points, or they are no face
 */
export function observationOf(
  { points, confidence }: MiniProgramFaceAnchor,
  { widthPx, heightPx, timestampMs }: SeenIn,
): FaceObservation | null {
  if (points.length !== ANCHOR_POINTS) return null;
  const landmarks = new Float32Array(LANDMARKS * 3).fill(NaN);
  for (const [point, landmark] of MESH_POINT_OF) {
    landmarks[landmark * 3] = (points[point]?.x ?? NaN) * widthPx;
    landmarks[landmark * 3 + 1] = (points[point]?.y ?? NaN) * heightPx;
  }
  const pose = fitHeadPose(landmarks);
  if (pose === null) return null;
  const xs = points.map(({ x }) => x * widthPx);
  const ys = points.map(({ y }) => y * heightPx);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return {
    landmarks,
    box: { xPx: left, yPx: top, widthPx: Math.max(...xs) - left, heightPx: Math.max(...ys) - top },
    presence: presenceOf(confidence),
    pose,
    frameWidthPx: widthPx,
    frameHeightPx: heightPx,
    timestampMs,
  };
}

/** A number, or one for each point: the pages name both. */
function presenceOf(confidence: MiniProgramFaceAnchor['confidence']): number {
  const values = typeof confidence === 'number' ? [confidence] : confidence;
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return Number.isFinite(mean) ? Math.max(0, Math.min(1, mean)) : 0;
}
