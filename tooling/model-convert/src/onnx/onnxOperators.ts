import { ConversionError } from '../errors/ConversionError.js';
import { convertOnnxConv } from './convertOnnxConv.js';
import type { OnnxContext } from './OnnxScope.js';

function convertPrelu({ node, scope, builder }: OnnxContext): void {
  const { node: source, shape } = scope.value(node, 0);
  const slopes = scope.floats(node, 1);
  const channels = shape[shape.length - 1] ?? 0;
  const [first, ...others] = slopes.shape;
  if (first !== channels || others.some((size) => size !== 1)) {
    throw new ConversionError(
      'UNSUPPORTED',
      `PRelu of ${channels} channels has slopes [${slopes.shape.join()}], expected one a channel`,
    );
  }
  const alpha = builder.constant({ dtype: 'float32', data: slopes.values }, [1, 1, channels]);
  scope.bindOutput(node, { node: builder.node({ op: 'Prelu', inputs: [source, alpha] }), shape });
}

function convertAdd({ node, scope, builder }: OnnxContext): void {
  const [a, b] = [scope.value(node, 0), scope.value(node, 1)];
  if (a.shape.join() !== b.shape.join()) {
    throw new ConversionError('UNSUPPORTED', `Add of [${a.shape.join()}] and [${b.shape.join()}]`);
  }
  const value = builder.node({ op: 'AddV2', inputs: [a.node, b.node] });
  scope.bindOutput(node, { node: value, shape: a.shape });
}

/** Reshape of one pixel: with more of them the order of numbers would depend on the layout. */
function convertReshape({ node, scope, builder }: OnnxContext): void {
  const { node: source, shape } = scope.value(node, 0);
  const [batch = 0, height, width, channels = 0] = shape;
  if (shape.length !== 4 || height !== 1 || width !== 1) {
    throw new ConversionError('UNSUPPORTED', `Reshape of [${shape.join()}], expected one pixel`);
  }
  const target = [...scope.constant(node, 1).values];
  const meant = target.map((size, axis) => (size === -1 ? [batch, channels][axis] : size));
  if (meant.length !== 2 || meant[0] !== batch || meant[1] !== channels) {
    throw new ConversionError('UNSUPPORTED', `Reshape of [${shape.join()}] to [${target.join()}]`);
  }
  const value = builder.node({ op: 'Reshape', inputs: [source, builder.ints([batch, channels])] });
  scope.bindOutput(node, { node: value, shape: [batch, channels] });
}

/** The operations that are converted. */
export const onnxOperators: ReadonlyMap<string, (context: OnnxContext) => void> = new Map([
  ['Conv', convertOnnxConv],
  ['PRelu', convertPrelu],
  ['Add', convertAdd],
  ['Reshape', convertReshape],
]);
