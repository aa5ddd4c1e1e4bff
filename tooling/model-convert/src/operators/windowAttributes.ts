import { ConversionError } from '../errors/ConversionError.js';
import { attribute } from '../graph/attribute.js';
import type { NodeAttribute } from '../graph/Graph.js';
import type { TfliteOperator } from '../tflite/TfliteModel.js';

// ref: tensorflow/lite/schema/schema.fbs, enum Padding
const PADDING_NAMES = ['SAME', 'VALID'];
/** Conv2DOptions, DepthwiseConv2DOptions and Pool2DOptions begin alike. */
const FIELD = { padding: 0, strideWidth: 1, strideHeight: 2 } as const;

/**
 * Strides and padding of an operation that slides a window, as TF.js attributes (NHWC).
 *
 * @throws ConversionError UNSUPPORTED for a padding other than SAME and VALID
 */
export function windowAttributes(operator: TfliteOperator): Record<'strides' | 'padding', NodeAttribute> {
  const code = operator.options?.int8(FIELD.padding, 0) ?? 0;
  const padding = PADDING_NAMES[code];
  if (padding === undefined)
    throw new ConversionError('UNSUPPORTED', `${operator.name} has the unknown padding ${code}`);
  const strideHeight = operator.options?.int32(FIELD.strideHeight, 0) ?? 0;
  const strideWidth = operator.options?.int32(FIELD.strideWidth, 0) ?? 0;
  if (strideHeight < 1 || strideWidth < 1) {
    throw new ConversionError(
      'MALFORMED_FILE',
      `${operator.name} has strides ${strideHeight} x ${strideWidth}`,
    );
  }
  return { strides: attribute.ints([1, strideHeight, strideWidth, 1]), padding: attribute.text(padding) };
}
