import { ConversionError } from '../errors/ConversionError.js';
import { addConvolution } from './convolution.js';
import type { OperatorConverter } from './OperatorConverter.js';

// ref: tensorflow/lite/schema/schema.fbs, table DepthwiseConv2DOptions; its field 3, depth_multiplier, follows from the shapes
const FIELDS = { activation: 4, dilationWidth: 5, dilationHeight: 6 } as const;

/**
 * DEPTHWISE_CONV_2D to `FusedDepthwiseConv2dNative` with its bias. TFLite keeps filters as [1, height, width, in * multiplier],
 * TF.js as [height, width, in, multiplier]; the values lie in the same order.
 */
export const convertDepthwiseConv2d: OperatorConverter = (context) => {
  const { operator, scope } = context;
  const filter = scope.constant(scope.input(operator, 1), operator);
  const [one, height = 0, width = 0, outputChannels = 0] = filter.shape;
  const inputShape = scope.tensor(scope.input(operator, 0)).shape;
  const inputChannels = inputShape[3] ?? 0;
  const multiplier = outputChannels / inputChannels;
  if (filter.shape.length !== 4 || one !== 1 || !Number.isInteger(multiplier) || multiplier < 1) {
    throw new ConversionError(
      'UNSUPPORTED',
      `DEPTHWISE_CONV_2D of input [${inputShape.join()}] with filter [${filter.shape.join()}]`,
    );
  }
  addConvolution(context, {
    op: 'FusedDepthwiseConv2dNative',
    filter: { ...filter, shape: [height, width, inputChannels, multiplier] },
    outputChannels,
    fields: FIELDS,
  });
};
