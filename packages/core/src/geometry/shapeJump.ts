import { SIGNATURE_POINTS } from './signaturePoints.js';

const RIGHT_EYE_OUTER = 33;
const LEFT_EYE_OUTER = 263;
const FOREHEAD = 10;
const CHIN = 152;
/** In a turned head the eye distance shrinks; the face's height, at the canonical ratio, stands in for it. */
const EYES_OVER_HEIGHT = 0.6;

/**
 * What is left of the difference between two faces once one is moved, turned in the picture and scaled onto the other:
 * root mean square over 34 bone points, in eye distances. Two frames of one head, 33 ms apart, leave up to 0.03; frames
 * of two people leave 0.02 and more.
 *
 * ref: S. Umeyama, Least-squares estimation of transformation parameters, PAMI 1991 (the similarity in two dimensions).
 *
 * @param before 478 points, x y z each, px
 * @param after likewise
 */
export function shapeJump(before: Float32Array, after: Float32Array): number {
  const at = (landmarks: Float32Array, index: number): number => landmarks[index] ?? NaN;
  const count = SIGNATURE_POINTS.length;
  let beforeX = 0;
  let beforeY = 0;
  let afterX = 0;
  let afterY = 0;
  for (const { landmark } of SIGNATURE_POINTS) {
    beforeX += at(before, landmark * 3) / count;
    beforeY += at(before, landmark * 3 + 1) / count;
    afterX += at(after, landmark * 3) / count;
    afterY += at(after, landmark * 3 + 1) / count;
  }
  let dot = 0;
  let cross = 0;
  let spread = 0;
  for (const { landmark } of SIGNATURE_POINTS) {
    const x = at(before, landmark * 3) - beforeX;
    const y = at(before, landmark * 3 + 1) - beforeY;
    const u = at(after, landmark * 3) - afterX;
    const v = at(after, landmark * 3 + 1) - afterY;
    dot += x * u + y * v;
    cross += x * v - y * u;
    spread += x * x + y * y;
  }
  if (!(spread > 0)) return 0;
  let squares = 0;
  for (const { landmark } of SIGNATURE_POINTS) {
    const x = at(before, landmark * 3) - beforeX;
    const y = at(before, landmark * 3 + 1) - beforeY;
    const offX = (dot * x - cross * y) / spread - (at(after, landmark * 3) - afterX);
    const offY = (cross * x + dot * y) / spread - (at(after, landmark * 3 + 1) - afterY);
    squares += offX * offX + offY * offY;
  }
  const apart = (a: number, b: number): number =>
    Math.sqrt(
      (at(after, a * 3) - at(after, b * 3)) ** 2 + (at(after, a * 3 + 1) - at(after, b * 3 + 1)) ** 2,
    );
  const unit = Math.max(apart(RIGHT_EYE_OUTER, LEFT_EYE_OUTER), EYES_OVER_HEIGHT * apart(FOREHEAD, CHIN));
  return unit > 0 ? Math.sqrt(squares / count) / unit : 0;
}
