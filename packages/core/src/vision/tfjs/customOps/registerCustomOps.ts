import { registerOp, type GraphNode } from '@tensorflow/tfjs-converter';
import {
  getBackend,
  image,
  tensor,
  tensor2d,
  tensor4d,
  type Tensor,
  type Tensor4D,
} from '@tensorflow/tfjs-core';
import { recordStep } from '../replay/recordStep.js';
import { bilinearCrop } from './bilinearCrop.js';
import { cropMatrix, type CropMatrixOptions } from './cropMatrix.js';
import { customOpOptions } from './customOpOptions.js';
import { halfPixelTransform } from './halfPixelTransform.js';
import { transformPoints } from './transformPoints.js';

const OPERATIONS: Readonly<Record<string, (node: GraphNode) => Tensor>> = {
  Landmarks2TransformMatrix: (node) => {
    const [landmarks] = node.inputs as [Tensor];
    const options = readCropOptions(node);
    const matrix = tensor(cropMatrix(values(landmarks), options, new Float32Array(16)), [1, 4, 4]);
    recordStep([landmarks], matrix, ([from], to) => from && cropMatrix(from, options, to));
    return matrix;
  },
  TransformTensorBilinear: (node) => {
    const [map, matrix] = node.inputs as [Tensor4D, Tensor];
    const options = customOpOptions(node);
    const size: [number, number] = [options.number('output_height'), options.number('output_width')];
    const [, height, width, channels] = map.shape;
    if (getBackend() !== 'wasm') {
      const transform = tensor2d(halfPixelTransform(values(matrix), new Float32Array(8)), [1, 8]);
      try {
        return image.transform(map, transform, 'bilinear', 'constant', 0, size);
      } finally {
        transform.dispose();
      }
    }
    const sizes = { width, height, channels, outputHeight: size[0], outputWidth: size[1] };
    const transform = new Float32Array(8);
    const crop = ([from, by]: readonly Float32Array[], to: Float32Array): void => {
      if (from && by) bilinearCrop(from, halfPixelTransform(by, transform), sizes, to);
    };
    const pixels = new Float32Array(size[0] * size[1] * channels);
    crop([values(map), values(matrix)], pixels);
    const result = tensor4d(pixels, [1, size[0], size[1], channels]);
    recordStep([map, matrix], result, crop);
    return result;
  },
  TransformLandmarks: (node) => {
    const [points, matrix] = node.inputs as [Tensor, Tensor];
    const moved = transformPoints(values(points), values(matrix), new Float32Array(points.size));
    const result = tensor(moved, points.shape);
    recordStep([points, matrix], result, ([from, by], to) => from && by && transformPoints(from, by, to));
    return result;
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
