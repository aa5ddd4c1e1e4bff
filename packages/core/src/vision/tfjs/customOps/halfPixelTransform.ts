/**
 * Brings a crop matrix to the eight numbers that `tf.image.transform` takes, with the correction for pixels that are
 * read at their centres.
 *
 * ref: mediapipe/util/tflite/operations/transform_tensor_bilinear.cc (version 2)
 */
export function halfPixelTransform(matrix: Float32Array, into: Float32Array): Float32Array {
  into[0] = matrix[0]!;
  into[1] = matrix[1]!;
  into[2] = matrix[3]! + 0.5 * matrix[0]! + 0.5 * matrix[1]! - 0.5;
  into[3] = matrix[4]!;
  into[4] = matrix[5]!;
  into[5] = matrix[7]! + 0.5 * matrix[4]! + 0.5 * matrix[5]! - 0.5;
  into[6] = 0;
  into[7] = 0;
  return into;
}
