import { ConversionError } from '../errors/ConversionError.js';
import type { GraphBuilder } from '../graph/GraphBuilder.js';
import type { TfliteOperator } from '../tflite/TfliteModel.js';

// ref: tensorflow/lite/schema/schema.fbs, enum ActivationFunctionType
const ACTIVATION_OPS: Readonly<Record<number, 'Relu' | 'Relu6' | null>> = { 0: null, 1: 'Relu', 3: 'Relu6' };

/**
 * Adds the activation that a TFLite operation carries in its options as a node of its own; the optimiser fuses it later.
 *
 * @param field number of `fused_activation_function` in the operation's option table
 * @returns the name of the activated value
 * @throws ConversionError UNSUPPORTED for an activation other than none, RELU and RELU6
 */
export function withActivation(
  value: string,
  { operator, builder, field }: { operator: TfliteOperator; builder: GraphBuilder; field: number },
): string {
  const code = operator.options?.int8(field, 0) ?? 0;
  const op = ACTIVATION_OPS[code];
  if (op === undefined)
    throw new ConversionError('UNSUPPORTED', `${operator.name} has the unknown activation ${code}`);
  return op === null ? value : builder.node({ op, inputs: [value] });
}
