import { ConversionError } from '../errors/ConversionError.js';
import type { OnnxNode } from './OnnxModel.js';
import type { OnnxContext } from './OnnxScope.js';

// Exporters compute the target of a reshape from the shape of what is reshaped. Shapes are known here, so that all of it
// comes out as constants, and none of these operations is part of the graph.

function assertFirstAxis({ op, attributes }: OnnxNode, name: string): void {
  const axes = attributes.get(name) ?? [0];
  if (axes.length !== 1 || axes[0] !== 0) {
    throw new ConversionError('UNSUPPORTED', `${op} along ${name} [${axes.join()}], expected the first`);
  }
}

/** The shape in the file's own order: channels before height and width. */
export function foldShape({ node, scope }: OnnxContext): void {
  const { shape } = scope.value(node, 0);
  const [batch = 0, height = 0, width = 0, channels = 0] = shape;
  scope.foldOutput(node, shape.length === 4 ? [batch, channels, height, width] : shape);
}

/** One number of a list. */
export function foldGather({ node, scope }: OnnxContext): void {
  assertFirstAxis(node, 'axis');
  const list = scope.constant(node, 0);
  const index = scope.constant(node, 1);
  const value = list.values[index.values[0] ?? -1];
  if (list.shape.length !== 1 || index.shape.length !== 0 || value === undefined) {
    throw new ConversionError(
      'UNSUPPORTED',
      `Gather of number ${[...index.values].join()} of [${[...list.values].join()}]`,
    );
  }
  scope.foldOutput(node, [value], []);
}

/** A number becomes a list of one. */
export function foldUnsqueeze({ node, scope }: OnnxContext): void {
  assertFirstAxis(node, 'axes');
  const { values, shape } = scope.constant(node, 0);
  if (shape.length !== 0) {
    throw new ConversionError('UNSUPPORTED', `Unsqueeze of [${shape.join()}], expected one number`);
  }
  scope.foldOutput(node, [...values]);
}

/** Lists of numbers, one behind the other. */
export function foldConcat({ node, scope }: OnnxContext): void {
  assertFirstAxis(node, 'axis');
  scope.foldOutput(
    node,
    node.inputs.flatMap((_name, position) => [...scope.constant(node, position).values]),
  );
}
