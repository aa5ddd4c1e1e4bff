/** Which part of a face to look at, and how large a crop to make of it. Names as in the model file. */
export interface CropMatrixOptions {
  /** The line from the first to the second of these points becomes `targetRotationRadians`. */
  readonly leftRotationIndex: number;
  readonly rightRotationIndex: number;
  /** Points whose bounding box is cropped. */
  readonly subset: readonly number[];
  readonly targetRotationRadians: number;
  readonly outputWidthPx: number;
  readonly outputHeightPx: number;
  readonly scaleX: number;
  readonly scaleY: number;
}

/**
 * The matrix that maps a crop's pixel to the place it is read from: 4 x 4, row by row, of which the 2-D affine part is
 * used. `landmarks` are x y z triples in pixels of the map that is cropped.
 *
 * ref: mediapipe/util/tflite/operations/landmarks_to_transform_matrix.cc (version 2)
 */
export function cropMatrix(
  landmarks: Float32Array,
  options: CropMatrixOptions,
  into: Float32Array,
): Float32Array {
  const x = (index: number): number => landmarks[3 * index]!;
  const y = (index: number): number => landmarks[3 * index + 1]!;
  const {
    leftRotationIndex: left,
    rightRotationIndex: right,
    outputWidthPx: width,
    outputHeightPx: height,
  } = options;
  const angle = options.targetRotationRadians - Math.atan2(y(right) - y(left), x(right) - x(left));
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (const index of options.subset) {
    const turnedX = cos * x(index) - sin * y(index);
    const turnedY = sin * x(index) + cos * y(index);
    if (turnedX < minX) minX = turnedX;
    if (turnedX > maxX) maxX = turnedX;
    if (turnedY < minY) minY = turnedY;
    if (turnedY > maxY) maxY = turnedY;
  }
  const middleX = (minX + maxX) / 2;
  const middleY = (minY + maxY) / 2;
  const perPixelX = (options.scaleX * (maxX - minX)) / width;
  const perPixelY = (options.scaleY * (maxY - minY)) / height;
  // shift(centre) * rotate(-angle) * scale * shift(-width / 2, -height / 2)
  into.fill(0);
  into[0] = cos * perPixelX;
  into[1] = sin * perPixelY;
  into[3] = cos * middleX + sin * middleY - (into[0] * width) / 2 - (into[1] * height) / 2;
  into[4] = -sin * perPixelX;
  into[5] = cos * perPixelY;
  into[7] = -sin * middleX + cos * middleY - (into[4] * width) / 2 - (into[5] * height) / 2;
  into[10] = 1;
  into[15] = 1;
  return into;
}
