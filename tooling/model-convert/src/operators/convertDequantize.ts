import { ConversionError } from '../errors/ConversionError.js';
import type { OperatorConverter } from './OperatorConverter.js';

/** DEQUANTIZE of a float16 constant: no node is needed, since TF.js widens float16 weights when it loads them. */
export const convertDequantize: OperatorConverter = ({ operator, scope }) => {
  const source = scope.input(operator, 0);
  const { name, type, data } = scope.tensor(source);
  if (type !== 'FLOAT16' || data.length === 0) {
    throw new ConversionError(
      'UNSUPPORTED',
      `DEQUANTIZE of tensor ${name} (${type}), expected a FLOAT16 constant`,
    );
  }
  scope.bindDequantized(scope.output(operator), source);
};
