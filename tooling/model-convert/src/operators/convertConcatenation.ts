import { attribute } from '../graph/attribute.js';
import type { OperatorConverter } from './OperatorConverter.js';
import { withActivation } from './withActivation.js';

// ref: tensorflow/lite/schema/schema.fbs, table ConcatenationOptions
const FIELD = { axis: 0, activation: 1 } as const;

/** CONCATENATION; a negative axis counts from the end. */
export const convertConcatenation: OperatorConverter = ({ operator, scope, builder }) => {
  const output = scope.output(operator);
  const rank = scope.tensor(output).shape.length;
  const axis = operator.options?.int32(FIELD.axis, 0) ?? 0;
  const parts = operator.inputs.map((_, position) => scope.name(scope.input(operator, position), operator));
  const value = builder.node({
    op: 'ConcatV2',
    inputs: [...parts, builder.ints([axis < 0 ? axis + rank : axis], [])],
    attributes: { N: attribute.int(parts.length) },
  });
  scope.bind(output, withActivation(value, { operator, builder, field: FIELD.activation }));
};
