import { convertBinary } from './convertBinary.js';
import { convertConcatenation } from './convertConcatenation.js';
import { convertConv2d } from './convertConv2d.js';
import { convertCustom } from './convertCustom.js';
import { convertDepthwiseConv2d } from './convertDepthwiseConv2d.js';
import { convertDequantize } from './convertDequantize.js';
import { convertMaxPool2d } from './convertMaxPool2d.js';
import { convertPad } from './convertPad.js';
import { convertPrelu } from './convertPrelu.js';
import { convertReshape } from './convertReshape.js';
import { convertStridedSlice } from './convertStridedSlice.js';
import { convertUnary } from './convertUnary.js';
import type { TfliteOperator } from '../tflite/TfliteModel.js';
import type { OperatorConverter } from './OperatorConverter.js';

const BUILTIN_CONVERTERS: ReadonlyMap<string, OperatorConverter> = new Map<string, OperatorConverter>([
  ['ADD', convertBinary.add],
  ['CONCATENATION', convertConcatenation],
  ['CONV_2D', convertConv2d],
  ['DEPTHWISE_CONV_2D', convertDepthwiseConv2d],
  ['DEQUANTIZE', convertDequantize],
  ['LOGISTIC', convertUnary.logistic],
  ['MAX_POOL_2D', convertMaxPool2d],
  ['MUL', convertBinary.multiply],
  ['PAD', convertPad],
  ['PRELU', convertPrelu],
  ['RELU', convertUnary.relu],
  ['RESHAPE', convertReshape],
  ['STRIDED_SLICE', convertStridedSlice],
]);
/** Those that the engine has kernels for. */
const CUSTOM_NAMES: ReadonlySet<string> = new Set([
  'Landmarks2TransformMatrix',
  'TransformLandmarks',
  'TransformTensorBilinear',
]);

/** The converter of an operation; `undefined` where there is none. A custom operation may bear a built-in's name. */
export function findOperatorConverter({ name, isCustom }: TfliteOperator): OperatorConverter | undefined {
  if (isCustom) return CUSTOM_NAMES.has(name) ? convertCustom : undefined;
  return BUILTIN_CONVERTERS.get(name);
}
