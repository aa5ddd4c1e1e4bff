import { ConversionError } from '../errors/ConversionError.js';
import type { OperatorConverter } from './OperatorConverter.js';

/** PAD with zeros; paddings are [before, after] for every axis. */
export const convertPad: OperatorConverter = ({ operator, scope, builder }) => {
  const input = scope.input(operator, 0);
  const paddings = scope.constant(scope.input(operator, 1), operator);
  const rank = scope.tensor(input).shape.length;
  if (paddings.dtype !== 'int32' || paddings.data.length !== 2 * rank) {
    throw new ConversionError(
      'UNSUPPORTED',
      `PAD of rank ${rank} has paddings [${paddings.shape.join()}] ${paddings.dtype}`,
    );
  }
  const inputs = [scope.name(input, operator), builder.ints([...paddings.data], [rank, 2])];
  scope.bind(scope.output(operator), builder.node({ op: 'Pad', inputs }));
};
