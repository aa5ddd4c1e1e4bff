/**
 * Maps x y pairs by the affine part of a 4 x 4 matrix.
 *
 * ref: mediapipe/util/tflite/operations/transform_landmarks.cc (version 2)
 */
export function transformPoints(
  points: Float32Array,
  matrix: Float32Array,
  into: Float32Array,
): Float32Array {
  for (let at = 0; at + 1 < points.length; at += 2) {
    const x = points[at]!;
    const y = points[at + 1]!;
    into[at] = matrix[0]! * x + matrix[1]! * y + matrix[3]!;
    into[at + 1] = matrix[4]! * x + matrix[5]! * y + matrix[7]!;
  }
  return into;
}
