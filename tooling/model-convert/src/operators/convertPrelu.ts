import { ConversionError } from '../errors/ConversionError.js';
import type { OperatorConverter } from './OperatorConverter.js';

/** PRELU with one slope a channel: the kernels of the wasm backend read the slopes as a row of channels and no other way. */
export const convertPrelu: OperatorConverter = ({ operator, scope, builder }) => {
  const input = scope.input(operator, 0);
  const slopes = scope.constant(scope.input(operator, 1), operator);
  const channels = scope.tensor(input).shape.slice(-1)[0];
  const perChannel = slopes.shape.every(
    (size, axis) => size === (axis === slopes.shape.length - 1 ? channels : 1),
  );
  if (!perChannel) {
    throw new ConversionError(
      'UNSUPPORTED',
      `PRELU of ${channels} channels has slopes of shape [${slopes.shape.join()}], expected one a channel`,
    );
  }
  const alpha = builder.constant(slopes, [1, 1, ...slopes.shape.slice(-1)]);
  const node = builder.node({ op: 'Prelu', inputs: [scope.name(input, operator), alpha] });
  scope.bind(scope.output(operator), node);
};
