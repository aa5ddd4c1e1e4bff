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
import type { OperatorConverter } from './OperatorConverter.js';

/** Every operation that can be converted, by the name of the TFLite schema or of the custom operation. */
export const operatorConverters: ReadonlyMap<string, OperatorConverter> = new Map<string, OperatorConverter>([
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
  ['Landmarks2TransformMatrix', convertCustom],
  ['TransformLandmarks', convertCustom],
  ['TransformTensorBilinear', convertCustom],
]);
