import { SIGNATURE_POINTS } from './signaturePoints.js';

/**
 * Above it, in six frames in a row, the face is another one than the mean of the second before (see
 * createSignatureMonitor). Largest of one person over six frames in a row, expressions included: train 0.14, test 0.17
 * (genuine clips of the fixtures, 2026-11-23).
 */
export const RECENT_FACE_DISTANCE = 0.19;

/**
 * How unlike two face shapes are: weighted root mean square distance of their points, in cm of the canonical face. 0 is
 * the same shape; different people are 0.1 to 0.5 apart, one person's frames up to 0.2.
 *
 * @param a from faceSignature
 * @param b from faceSignature
 */
export function signatureDistance(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  SIGNATURE_POINTS.forEach(({ weights }, index) => {
    for (const axis of [0, 1, 2] as const) {
      const difference = (a[index * 3 + axis] ?? NaN) - (b[index * 3 + axis] ?? NaN);
      sum += weights[axis] * difference * difference;
    }
  });
  return Math.sqrt(sum);
}
