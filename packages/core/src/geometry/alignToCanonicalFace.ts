import { largestEigenvector } from './largestEigenvector.js';
import type { Matrix3 } from './Matrix3.js';
import { requireLandmarks } from './requireLandmarks.js';
import { RIGID_FACE_POINTS } from './rigidFacePoints.js';
import type { Vector3 } from './Vector3.js';

const POINTS = RIGID_FACE_POINTS.length;
const LANDMARKS = Int32Array.from(RIGID_FACE_POINTS, ({ landmark }) => landmark);
const WEIGHTS = Float64Array.from(RIGID_FACE_POINTS, ({ weight }) => weight);
const WEIGHT_SUM = WEIGHTS.reduce((sum, weight) => sum + weight, 0);
const CENTRE_CM: Vector3 = [0, 1, 2].map(
  (axis) =>
    RIGID_FACE_POINTS.reduce((sum, { position, weight }) => sum + weight * (position[axis] ?? 0), 0) /
    WEIGHT_SUM,
) as [number, number, number];
/** The canonical points about their centre, x y z each. */
const LOCAL = Float64Array.from(
  RIGID_FACE_POINTS.reduce<number[]>(
    (all, { position }) => all.concat(position.map((value, axis) => value - (CENTRE_CM[axis] ?? 0))),
    [],
  ),
);
const LOCAL_SPREAD = LOCAL.reduce((sum, value, at) => sum + WEIGHTS[Math.floor(at / 3)]! * value * value, 0);

/** How the canonical face has to be turned, scaled and moved to lie on the seen one. */
export interface FaceAlignment {
  /** Canonical axes (x person's left, y up, z towards the camera) to the picture's, with the same directions. */
  readonly rotation: Matrix3;
  /** px for a cm of the canonical face. */
  readonly scalePxPerCm: number;
  /** Weighted centre of the rigid points in the picture, y up and z towards the camera, in px. */
  readonly centrePx: Vector3;
  /** The same centre in the canonical face, in cm. */
  readonly centreCm: Vector3;
}

/**
 * Least-squares similarity between the canonical face and the seen one, over the points that the bones carry.
 *
 * ref: B. K. P. Horn, Closed-form solution of absolute orientation using unit quaternions, J. Opt. Soc. Am. A 4 (1987).
 *
 * @param landmarks 478 points, x y z each, px of the upright, unmirrored frame
 * @throws HuotiError INVALID_ARGUMENT when there are not 478 points
 */
export function alignToCanonicalFace(landmarks: Float32Array): FaceAlignment {
  requireLandmarks(landmarks);
  // Plain loops over flat arrays: this runs three times a frame, and a server replays thousands of sessions.
  let toX = 0;
  let toY = 0;
  let toZ = 0;
  for (let point = 0; point < POINTS; point++) {
    const weight = WEIGHTS[point]!;
    const at = LANDMARKS[point]! * 3;
    // The picture has y down and z away from the camera; the canonical face has both the other way round.
    toX += weight * landmarks[at]!;
    toY -= weight * landmarks[at + 1]!;
    toZ -= weight * landmarks[at + 2]!;
  }
  toX /= WEIGHT_SUM;
  toY /= WEIGHT_SUM;
  toZ /= WEIGHT_SUM;

  // Weighted cross-covariance s[i][j] = sum w * canonical_i * seen_j, about the centres.
  const s = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let point = 0; point < POINTS; point++) {
    const weight = WEIGHTS[point]!;
    const at = LANDMARKS[point]! * 3;
    const x = landmarks[at]! - toX;
    const y = -landmarks[at + 1]! - toY;
    const z = -landmarks[at + 2]! - toZ;
    for (let axis = 0; axis < 3; axis++) {
      const local = weight * LOCAL[point * 3 + axis]!;
      s[axis * 3] = s[axis * 3]! + local * x;
      s[axis * 3 + 1] = s[axis * 3 + 1]! + local * y;
      s[axis * 3 + 2] = s[axis * 3 + 2]! + local * z;
    }
  }
  const rotation = rotationOf(s);

  // sum of w * (R canonical) . seen is the trace of R times the covariance.
  let along = 0;
  for (let i = 0; i < 3; i++) for (let j = 0; j < 3; j++) along += rotation[j * 3 + i]! * s[i * 3 + j]!;
  return {
    rotation,
    scalePxPerCm: along / LOCAL_SPREAD,
    centrePx: [toX, toY, toZ],
    centreCm: CENTRE_CM,
  };
}

/** Horn's quaternion: the largest eigenvector of a symmetric 4x4 matrix made of the covariance. */
function rotationOf(s: readonly number[]): Matrix3 {
  const [xx = 0, xy = 0, xz = 0, yx = 0, yy = 0, yz = 0, zx = 0, zy = 0, zz = 0] = s;
  const n = [
    [xx + yy + zz, yz - zy, zx - xz, xy - yx],
    [yz - zy, xx - yy - zz, xy + yx, zx + xz],
    [zx - xz, xy + yx, yy - xx - zz, yz + zy],
    [xy - yx, zx + xz, yz + zy, zz - xx - yy],
  ];
  const [w = 1, x = 0, y = 0, z = 0] = largestEigenvector(
    n.reduce((all, row) => all.concat(row), []),
    4,
  );
  return [
    w * w + x * x - y * y - z * z,
    2 * (x * y - w * z),
    2 * (x * z + w * y),
    2 * (x * y + w * z),
    w * w - x * x + y * y - z * z,
    2 * (y * z - w * x),
    2 * (x * z - w * y),
    2 * (y * z + w * x),
    w * w - x * x - y * y + z * z,
  ];
}
