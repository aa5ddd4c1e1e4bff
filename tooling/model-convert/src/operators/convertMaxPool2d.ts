import { attribute } from '../graph/attribute.js';
import type { OperatorConverter } from './OperatorConverter.js';
import { windowAttributes } from './windowAttributes.js';
import { withActivation } from './withActivation.js';

// ref: tensorflow/lite/schema/schema.fbs, table Pool2DOptions
const FIELD = { filterWidth: 3, filterHeight: 4, activation: 5 } as const;

/** MAX_POOL_2D. */
export const convertMaxPool2d: OperatorConverter = ({ operator, scope, builder }) => {
  const height = operator.options?.int32(FIELD.filterHeight, 0) ?? 0;
  const width = operator.options?.int32(FIELD.filterWidth, 0) ?? 0;
  const value = builder.node({
    op: 'MaxPool',
    inputs: [scope.name(scope.input(operator, 0), operator)],
    attributes: { ...windowAttributes(operator), ksize: attribute.ints([1, height, width, 1]) },
  });
  scope.bind(scope.output(operator), withActivation(value, { operator, builder, field: FIELD.activation }));
};
