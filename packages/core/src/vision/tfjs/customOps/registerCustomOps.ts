import { registerOp, type GraphNode } from '@tensorflow/tfjs-converter';
import { image, tensor, tensor2d, type Tensor, type Tensor4D } from '@tensorflow/tfjs-core';
import { cropMatrix, type CropMatrixOptions } from './cropMatrix.js';
import { customOpOptions } from './customOpOptions.js';
import { halfPixelTransform } from './halfPixelTransform.js';
import { transformPoints } from './transformPoints.js';

const OPERATIONS: Readonly<Record<string, (node: GraphNode) => Tensor>> = {
  Landmarks2TransformMatrix: (node) => {
    const [landmarks] = node.inputs as [Tensor];
    const matrix = cropMatrix(values(landmarks), readCropOptions(node), new Float32Array(16));
    return tensor(matrix, [1, 4, 4]);
  },
  TransformTensorBilinear: (node) => {
    const [map, matrix] = node.inputs as [Tensor4D, Tensor];
    const options = customOpOptions(node);
    const transform = tensor2d(halfPixelTransform(values(matrix), new Float32Array(8)), [1, 8]);
    const size: [number, number] = [options.number('output_height'), options.number('output_width')];
    try {
      return image.transform(map, transform, 'bilinear', 'constant', 0, size);
    } finally {
      transform.dispose();
    }
  },
  TransformLandmarks: (node) => {
    const [points, matrix] = node.inputs as [Tensor, Tensor];
    return tensor(
      transformPoints(values(points), values(matrix), new Float32Array(points.size)),
      points.shape,
    );
  },
};

/** Registers the three operations of the attention mesh with the graph executor; a second call changes nothing. */
export function registerCustomOps(): void {
  for (const name of Object.keys(OPERATIONS)) {
    const operation = OPERATIONS[name];
    if (operation) registerOp(name, operation);
  }
}

/** On wasm this reads memory; elsewhere it waits for the device. */
const values = (of: Tensor): Float32Array => of.dataSync<'float32'>();

/** The model's own names for {@link CropMatrixOptions}. */
export function readCropOptions(node: GraphNode): CropMatrixOptions {
  const options = customOpOptions(node);
  return {
    leftRotationIndex: options.number('left_rotation_idx'),
    rightRotationIndex: options.number('right_rotation_idx'),
    subset: options.numbers('subset_idxs'),
    targetRotationRadians: options.number('target_rotation_radians'),
    outputWidthPx: options.number('output_width'),
    outputHeightPx: options.number('output_height'),
    scaleX: options.number('scale_x'),
    scaleY: options.number('scale_y'),
  };
}
