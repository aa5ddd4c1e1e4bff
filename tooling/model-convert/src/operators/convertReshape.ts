import { ConversionError } from '../errors/ConversionError.js';
import type { OperatorConverter } from './OperatorConverter.js';

function countElements(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** RESHAPE to the shape that the file states for the output, which is fixed in these files. */
export const convertReshape: OperatorConverter = ({ operator, scope, builder }) => {
  const input = scope.input(operator, 0);
  const output = scope.output(operator);
  const from = scope.tensor(input).shape;
  const to = scope.tensor(output).shape;
  if (countElements(from) !== countElements(to)) {
    throw new ConversionError(
      'UNSUPPORTED',
      `RESHAPE from [${from.join()}] to [${to.join()}] changes the element count`,
    );
  }
  scope.bind(
    output,
    builder.node({ op: 'Reshape', inputs: [scope.name(input, operator), builder.ints(to)] }),
  );
};
