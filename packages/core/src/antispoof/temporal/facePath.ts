import { landmarkDistance } from '../../geometry/landmarkDistance.js';

/** Numbers of a {@link facePath}; the first {@link RIGID_DIMENSIONS} are of the head, the rest of lids, eyes and lips. */
export const PATH_DIMENSIONS = 13;
export const RIGID_DIMENSIONS = 8;

const NOSE_TIP = 1;
const FOREHEAD = 10;
const SUBNASALE = 2;
const RIGHT_OUTER = 33;
const RIGHT_INNER = 133;
const LEFT_INNER = 362;
const LEFT_OUTER = 263;
const RIGHT_IRIS = 468;
const LEFT_IRIS = 473;
/** Distance of the outer eye corners over the height from forehead to the nose's base, on the canonical face. */
const EYES_OVER_UPPER_FACE = 0.86;

/**
 * Where a face stands and what it does in one frame, as a point of a path: two frames that show the same moment are near
 * each other, whatever was encoded again in between. All in px; divide by the returned unit.
 *
 * @param landmarks 478 points, x y z each, px; only traced ones are read
 * @param out takes PATH_DIMENSIONS numbers: place of the eyes (x, y), from the right eye to the left (x, y), from the eyes
 *   to the nose tip (x, y) and to the nose's base (x, y); lid gaps (right, left), mouth gap and width, the gaze along x
 * @returns the face's unit in px: the distance of its outer eye corners, as if it were not turned
 */
export function facePath(landmarks: Float32Array, out: Float32Array): number {
  const x = (index: number): number => landmarks[index * 3]!;
  const y = (index: number): number => landmarks[index * 3 + 1]!;
  const rightX = (x(RIGHT_OUTER) + x(RIGHT_INNER)) / 2;
  const rightY = (y(RIGHT_OUTER) + y(RIGHT_INNER)) / 2;
  const leftX = (x(LEFT_OUTER) + x(LEFT_INNER)) / 2;
  const leftY = (y(LEFT_OUTER) + y(LEFT_INNER)) / 2;
  out[0] = (rightX + leftX) / 2;
  out[1] = (rightY + leftY) / 2;
  out[2] = leftX - rightX;
  out[3] = leftY - rightY;
  out[4] = x(NOSE_TIP) - out[0];
  out[5] = y(NOSE_TIP) - out[1];
  out[6] = x(SUBNASALE) - out[0];
  out[7] = y(SUBNASALE) - out[1];
  out[8] = landmarkDistance(landmarks, 159, 145);
  out[9] = landmarkDistance(landmarks, 386, 374);
  out[10] = landmarkDistance(landmarks, 13, 14);
  out[11] = landmarkDistance(landmarks, 61, 291);
  out[12] = (x(RIGHT_IRIS) - rightX + x(LEFT_IRIS) - leftX) / 2;
  return Math.max(
    landmarkDistance(landmarks, RIGHT_OUTER, LEFT_OUTER),
    EYES_OVER_UPPER_FACE * landmarkDistance(landmarks, FOREHEAD, SUBNASALE),
  );
}
