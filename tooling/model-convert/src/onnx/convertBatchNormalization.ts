import { ConversionError } from '../errors/ConversionError.js';
import type { OnnxContext } from './OnnxScope.js';

/** Of the ONNX operator where the file says nothing. */
const DEFAULT_EPSILON = 1e-5;

/** Normalisation by stored statistics: one factor and one shift a channel, channels last. */
export function convertBatchNormalization({ node, scope, builder }: OnnxContext): void {
  const { node: source, shape } = scope.value(node, 0);
  const channels = shape[shape.length - 1] ?? 0;
  const [gain, bias, mean, variance] = [1, 2, 3, 4].map((position) => scope.floats(node, position).values);
  if (
    !gain ||
    !bias ||
    !mean ||
    !variance ||
    [gain, bias, mean, variance].some((s) => s.length !== channels)
  ) {
    throw new ConversionError(
      'UNSUPPORTED',
      `BatchNormalization of ${channels} channels, expected four numbers each`,
    );
  }
  const epsilon = node.attributes.get('epsilon')?.[0] ?? DEFAULT_EPSILON;
  const factors = gain.map((value, at) => value / Math.sqrt((variance[at] ?? 0) + epsilon));
  const shifts = bias.map((value, at) => value - (mean[at] ?? 0) * (factors[at] ?? 0));
  const factor = builder.constant({ dtype: 'float32', data: factors }, [channels]);
  const shift = builder.constant({ dtype: 'float32', data: shifts }, [channels]);
  const scaled = builder.node({ op: 'Mul', inputs: [source, factor] });
  scope.bindOutput(node, { node: builder.node({ op: 'AddV2', inputs: [scaled, shift] }), shape });
}
