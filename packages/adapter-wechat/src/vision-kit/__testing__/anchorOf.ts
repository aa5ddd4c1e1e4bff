import type { FaceObservation } from '@huoti/core';
import type { MiniProgramFaceAnchor } from '../../platform/MiniProgramApi.js';
import { ANCHOR_POINTS, MESH_POINT_OF } from '../meshPointOf.js';

/**
 * What the kit would say of a synthetic person: mapped points where the person has them, all others on the chin. It shows that what the
 * kit measures is carried through; whether the kit numbers its points so is for a device to show.
 */
export function anchorOf({
  landmarks,
  frameWidthPx,
  frameHeightPx,
  presence,
}: FaceObservation): MiniProgramFaceAnchor {
  const place = (landmark: number): { x: number; y: number } => ({
    x: (landmarks[landmark * 3] ?? NaN) / frameWidthPx,
    y: (landmarks[landmark * 3 + 1] ?? NaN) / frameHeightPx,
  });
  const points = Array.from({ length: ANCHOR_POINTS }, () => place(152));
  for (const [point, landmark] of MESH_POINT_OF) points[point] = place(landmark);
  return {
    points,
    origin: { x: 0, y: 0 },
    size: { width: 1, height: 1 },
    // Nobody reads them: their order, sense and unit are not documented.
    angle: [99, 99, 99],
    confidence: presence,
  };
}
