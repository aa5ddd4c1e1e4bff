import { registerOp, type GraphNode } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';

// Throw-away kernels after the operations' published definition, so that this package's tests need no engine.
// ref: mediapipe/util/tflite/operations/landmarks_to_transform_matrix.cc, transform_landmarks.cc, transform_tensor_bilinear.cc

interface CropOptions {
  readonly left_rotation_idx: number;
  readonly right_rotation_idx: number;
  readonly subset_idxs: readonly number[];
  readonly target_rotation_radians: number;
  readonly output_width: number;
  readonly output_height: number;
  readonly scale_x: number;
  readonly scale_y: number;
}

function options(node: GraphNode): CropOptions {
  return JSON.parse(String(node.attrs['options'])) as CropOptions;
}

function inputs(node: GraphNode): readonly [tf.Tensor, tf.Tensor] {
  return [node.inputs[0] as tf.Tensor, (node.inputs[1] ?? node.inputs[0]) as tf.Tensor];
}

function cropMatrix(landmarks: ArrayLike<number>, o: CropOptions): number[] {
  const x = (index: number): number => landmarks[3 * index] ?? NaN;
  const y = (index: number): number => landmarks[3 * index + 1] ?? NaN;
  const [l, r] = [o.left_rotation_idx, o.right_rotation_idx];
  const angle = o.target_rotation_radians - Math.atan2(y(r) - y(l), x(r) - x(l));
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const xs = o.subset_idxs.map((index) => cos * x(index) - sin * y(index));
  const ys = o.subset_idxs.map((index) => sin * x(index) + cos * y(index));
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [mx, my] = [(left + right) / 2, (top + bottom) / 2];
  const [sx, sy] = [
    (o.scale_x * (right - left)) / o.output_width,
    (o.scale_y * (bottom - top)) / o.output_height,
  ];
  const [a, b, c, d] = [cos * sx, sin * sy, -sin * sx, cos * sy];
  const [hx, hy] = [-o.output_width / 2, -o.output_height / 2];
  const [tx, ty] = [cos * mx + sin * my + a * hx + b * hy, -sin * mx + cos * my + c * hx + d * hy];
  return [a, b, 0, tx, c, d, 0, ty, 0, 0, 1, 0, 0, 0, 0, 1];
}

/** Registers the three custom operations for the models of this test run. */
export function registerTestCustomOps(): void {
  registerOp('Landmarks2TransformMatrix', (node) =>
    tf.tensor(cropMatrix(inputs(node)[0].dataSync(), options(node)), [1, 4, 4]),
  );
  registerOp('TransformTensorBilinear', (node) => {
    const [map, matrix] = inputs(node);
    const [a = 0, b = 0, , tx = 0, c = 0, d = 0, , ty = 0] = matrix.dataSync();
    const transform = tf.tensor2d(
      [a, b, tx + 0.5 * (a + b) - 0.5, c, d, ty + 0.5 * (c + d) - 0.5, 0, 0],
      [1, 8],
    );
    const { output_height: height, output_width: width } = options(node);
    return tf.image.transform(map as tf.Tensor4D, transform, 'bilinear', 'constant', 0, [height, width]);
  });
  registerOp('TransformLandmarks', (node) => {
    const [points, matrix] = inputs(node);
    const [a = 0, b = 0, , tx = 0, c = 0, d = 0, , ty = 0] = matrix.dataSync();
    const source = points.dataSync();
    const moved = Float32Array.from(source, (_, index) => {
      const [x = 0, y = 0] =
        index % 2 === 0 ? [source[index], source[index + 1]] : [source[index - 1], source[index]];
      return index % 2 === 0 ? a * x + b * y + tx : c * x + d * y + ty;
    });
    return tf.tensor(moved, points.shape);
  });
}
