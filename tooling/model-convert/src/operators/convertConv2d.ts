import { ConversionError } from '../errors/ConversionError.js';
import type { TfliteConstant } from '../graph/TensorScope.js';
import { addConvolution } from './convolution.js';
import type { OperatorConverter } from './OperatorConverter.js';

// ref: tensorflow/lite/schema/schema.fbs, table Conv2DOptions
const FIELDS = { activation: 3, dilationWidth: 4, dilationHeight: 5 } as const;

/** TFLite keeps filters as [out, height, width, in], TF.js as [height, width, in, out]. Values are moved, not changed. */
function reorderFilter(constant: TfliteConstant): TfliteConstant {
  const [outputs = 0, height = 0, width = 0, inputs = 0] = constant.shape;
  const shape = [height, width, inputs, outputs];
  if (constant.dtype === 'float16')
    return { dtype: 'float16', data: outputsLast(constant.data, outputs), shape };
  if (constant.dtype === 'float32')
    return { dtype: 'float32', data: outputsLast(constant.data, outputs), shape };
  throw new ConversionError('UNSUPPORTED', 'CONV_2D has a filter of whole numbers, expected floats');
}

function outputsLast<T extends Uint16Array | Float32Array>(data: T, outputs: number): T {
  const moved = data.slice() as T;
  const perOutput = data.length / outputs;
  for (let output = 0; output < outputs; output += 1) {
    for (let tap = 0; tap < perOutput; tap += 1) {
      moved[tap * outputs + output] = data[output * perOutput + tap] ?? 0;
    }
  }
  return moved;
}

/** CONV_2D to `_FusedConv2D` with its bias. */
export const convertConv2d: OperatorConverter = (context) => {
  const { operator, scope } = context;
  const filter = scope.constant(scope.input(operator, 1), operator);
  const [outputChannels = 0, , , filterInputs] = filter.shape;
  const inputShape = scope.tensor(scope.input(operator, 0)).shape;
  if (filter.shape.length !== 4 || inputShape.length !== 4 || inputShape[3] !== filterInputs) {
    throw new ConversionError(
      'UNSUPPORTED',
      `CONV_2D of input [${inputShape.join()}] with filter [${filter.shape.join()}]: grouped or not 2-D`,
    );
  }
  addConvolution(context, {
    op: '_FusedConv2D',
    filter: reorderFilter(filter),
    outputChannels,
    fields: FIELDS,
  });
};
