import type { FaceLayout } from './FaceLayout.js';

const layout = (sidePx: number, points: readonly (readonly [number, number])[]): FaceLayout =>
  points.map(([x, y]) => [x / sidePx, y / sidePx] as const);

/** The layout of 112 px networks: a face that fills the square from brow to chin. ref: Deng et al. 2019, arXiv 1801.07698 */
export const TIGHT_LAYOUT: FaceLayout = layout(112, [
  [38.2946, 51.6963],
  [73.5318, 51.5014],
  [56.0252, 71.7366],
  [41.5493, 92.3655],
  [70.7299, 92.2041],
]);

/**
 * dlib's 150 px chips with a padding of a quarter: eye centres, nose tip and mouth corners of its mean face.
 * ref: dlib, image_transforms/interpolation.h, get_face_chip_details
 */
export const CHIP_LAYOUT: FaceLayout = layout(150, [
  [47.55, 46.6],
  [100.48, 46.6],
  [74, 76.6],
  [50.4, 103],
  [97.6, 103],
]);
