import type { StillPicture } from '@huoti/core';
import type { FaceLayout } from './FaceLayout.js';
import { fitSimilarity } from './fitSimilarity.js';
import { fivePoints, type Point } from './fivePoints.js';
import { warpFace } from './warpFace.js';

/**
 * The square of a face as a network was trained to see it.
 *
 * @param landmarks 478 points, in px of the picture
 * @returns RGB, 0 to 255, `sidePx * sidePx * 3` values
 * @throws HuotiError INVALID_ARGUMENT for landmarks that are none
 */
export function alignFace(
  picture: StillPicture,
  landmarks: Float32Array,
  { layout, sidePx }: { layout: FaceLayout; sidePx: number },
): Float32Array {
  // Shares of the side become positions of pixel centres.
  const targets = layout.map(([x, y]): Point => [x * sidePx - 0.5, y * sidePx - 0.5]);
  return warpFace(picture, fitSimilarity(fivePoints(landmarks), targets), sidePx);
}
