import { alignToCanonicalFace } from './alignToCanonicalFace.js';
import { rotateVector } from './rotateVector.js';
import type { Matrix3 } from './Matrix3.js';
import { SIGNATURE_POINTS } from './signaturePoints.js';

/**
 * The shape of a face, freed from where it stands, how near it is and where it looks: 34 points that the bones carry,
 * brought onto the canonical face, x y z each, in cm of that face. Compare two with signatureDistance; it is a sign that
 * another person took the place, far from a proof of who someone is.
 *
 * @param landmarks 478 points, x y z each, px of the upright, unmirrored frame; a nearly frontal face
 * @throws HuotiError INVALID_ARGUMENT when there are not 478 points
 */
export function faceSignature(landmarks: Float32Array): Float32Array {
  const { rotation: r, scalePxPerCm, centrePx, centreCm } = alignToCanonicalFace(landmarks);
  const back: Matrix3 = [r[0], r[3], r[6], r[1], r[4], r[7], r[2], r[5], r[8]];
  const signature = new Float32Array(SIGNATURE_POINTS.length * 3);
  SIGNATURE_POINTS.forEach(({ landmark }, index) => {
    const local = rotateVector(back, [
      (landmarks[landmark * 3] ?? NaN) - centrePx[0],
      -(landmarks[landmark * 3 + 1] ?? NaN) - centrePx[1],
      -(landmarks[landmark * 3 + 2] ?? NaN) - centrePx[2],
    ]);
    for (const axis of [0, 1, 2] as const) {
      signature[index * 3 + axis] = local[axis] / scalePxPerCm + centreCm[axis];
    }
  });
  return signature;
}
