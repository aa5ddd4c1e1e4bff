import { attribute } from '../graph/attribute.js';
import type { NodeAttribute } from '../graph/Graph.js';
import type { TfliteConstant } from '../graph/TensorScope.js';
import type { OperatorContext } from './OperatorConverter.js';
import { windowAttributes } from './windowAttributes.js';
import { withActivation } from './withActivation.js';

/** What differs between the two convolutions. */
export interface ConvolutionParts {
  readonly op: '_FusedConv2D' | 'FusedDepthwiseConv2dNative';
  /** In TF.js layout. */
  readonly filter: TfliteConstant;
  readonly outputChannels: number;
  /** Field numbers in the operation's option table. */
  readonly fields: {
    readonly activation: number;
    readonly dilationWidth: number;
    readonly dilationHeight: number;
  };
}

/** Adds a convolution with its bias, and its activation behind it, and binds the operation's output. */
export function addConvolution({ operator, scope, builder }: OperatorContext, parts: ConvolutionParts): void {
  const { op, filter, outputChannels, fields } = parts;
  const input = scope.name(scope.input(operator, 0), operator);
  const filterName = builder.constant(filter, filter.shape);
  const biasIndex = operator.inputs[2] ?? -1;
  const bias =
    biasIndex >= 0
      ? scope.name(biasIndex, operator)
      : builder.constant({ dtype: 'float32', data: new Float32Array(outputChannels) }, [outputChannels]);
  const dilationHeight = operator.options?.int32(fields.dilationHeight, 1) ?? 1;
  const dilationWidth = operator.options?.int32(fields.dilationWidth, 1) ?? 1;
  const dilations: Record<string, NodeAttribute> =
    dilationHeight === 1 && dilationWidth === 1
      ? {}
      : { dilations: attribute.ints([1, dilationHeight, dilationWidth, 1]) };
  const value = builder.node({
    op,
    inputs: [input, filterName, bias],
    attributes: {
      ...windowAttributes(operator),
      ...dilations,
      num_args: attribute.int(1),
      fused_ops: attribute.texts(['BiasAdd']),
    },
  });
  scope.bind(scope.output(operator), withActivation(value, { operator, builder, field: fields.activation }));
}
