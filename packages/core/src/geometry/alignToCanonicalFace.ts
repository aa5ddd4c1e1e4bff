import { largestEigenvector } from './largestEigenvector.js';
import type { Matrix3 } from './Matrix3.js';
import { requireLandmarks } from './requireLandmarks.js';
import { RIGID_FACE_POINTS } from './rigidFacePoints.js';
import { rotateVector } from './rotateVector.js';
import type { Vector3 } from './Vector3.js';

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
  const seen: Vector3[] = [];
  const from: [number, number, number] = [0, 0, 0];
  const to: [number, number, number] = [0, 0, 0];
  let weights = 0;
  for (const { landmark, position, weight } of RIGID_FACE_POINTS) {
    // The picture has y down and z away from the camera; the canonical face has both the other way round.
    const point: Vector3 = [
      landmarks[landmark * 3] ?? NaN,
      -(landmarks[landmark * 3 + 1] ?? NaN),
      -(landmarks[landmark * 3 + 2] ?? NaN),
    ];
    seen.push(point);
    weights += weight;
    for (const axis of [0, 1, 2] as const) {
      from[axis] += weight * position[axis];
      to[axis] += weight * point[axis];
    }
  }
  for (const axis of [0, 1, 2] as const) {
    from[axis] /= weights;
    to[axis] /= weights;
  }

  // Weighted cross-covariance s[i][j] = sum w * canonical_i * seen_j, about the centres.
  const s = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  RIGID_FACE_POINTS.forEach(({ position, weight }, index) => {
    const point = seen[index] ?? to;
    for (const i of [0, 1, 2] as const) {
      for (const j of [0, 1, 2] as const) {
        s[i * 3 + j] = (s[i * 3 + j] ?? 0) + weight * (position[i] - from[i]) * (point[j] - to[j]);
      }
    }
  });
  const rotation = rotationOf(s);

  let along = 0;
  let spread = 0;
  RIGID_FACE_POINTS.forEach(({ position, weight }, index) => {
    const local: Vector3 = [position[0] - from[0], position[1] - from[1], position[2] - from[2]];
    const turned = rotateVector(rotation, local);
    const point = seen[index] ?? to;
    for (const axis of [0, 1, 2] as const) {
      along += weight * turned[axis] * (point[axis] - to[axis]);
      spread += weight * local[axis] * local[axis];
    }
  });
  return { rotation, scalePxPerCm: along / spread, centrePx: to, centreCm: from };
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
