import { alignToCanonicalFace } from './alignToCanonicalFace.js';
import { SIGNATURE_POINTS } from './signaturePoints.js';

const LANDMARKS = Int32Array.from(SIGNATURE_POINTS, ({ landmark }) => landmark);

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
  const signature = new Float32Array(LANDMARKS.length * 3);
  for (let point = 0; point < LANDMARKS.length; point++) {
    const at = LANDMARKS[point]! * 3;
    const x = landmarks[at]! - centrePx[0];
    const y = -landmarks[at + 1]! - centrePx[1];
    const z = -landmarks[at + 2]! - centrePx[2];
    // The rotation's transpose turns the seen face back.
    signature[point * 3] = (r[0] * x + r[3] * y + r[6] * z) / scalePxPerCm + centreCm[0];
    signature[point * 3 + 1] = (r[1] * x + r[4] * y + r[7] * z) / scalePxPerCm + centreCm[1];
    signature[point * 3 + 2] = (r[2] * x + r[5] * y + r[8] * z) / scalePxPerCm + centreCm[2];
  }
  return signature;
}
