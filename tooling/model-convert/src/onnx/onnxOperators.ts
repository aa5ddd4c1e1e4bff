import { ConversionError } from '../errors/ConversionError.js';
import { attribute } from '../graph/attribute.js';
import { convertBatchNormalization } from './convertBatchNormalization.js';
import { convertOnnxConv } from './convertOnnxConv.js';
import { foldConcat, foldGather, foldShape, foldUnsqueeze } from './foldShapes.js';
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

/** Mul of two values of one shape, or of a picture with one number a channel. */
function convertMul({ node, scope, builder }: OnnxContext): void {
  const [a, b] = [scope.value(node, 0), scope.value(node, 1)];
  const isGain = (shape: readonly number[], of: readonly number[]): boolean =>
    shape.length === of.length &&
    shape.every((size, axis) => size === of[axis] || (size === 1 && axis > 0 && axis < of.length - 1));
  if (!isGain(a.shape, b.shape) && !isGain(b.shape, a.shape)) {
    throw new ConversionError('UNSUPPORTED', `Mul of [${a.shape.join()}] and [${b.shape.join()}]`);
  }
  const shape = isGain(b.shape, a.shape) ? a.shape : b.shape;
  scope.bindOutput(node, { node: builder.node({ op: 'Mul', inputs: [a.node, b.node] }), shape });
}

/** A function of each number by itself. */
const convertEach =
  (op: 'Relu' | 'Sigmoid') =>
  ({ node, scope, builder }: OnnxContext): void => {
    const { node: source, shape } = scope.value(node, 0);
    scope.bindOutput(node, { node: builder.node({ op, inputs: [source] }), shape });
  };

function convertGlobalAveragePool({ node, scope, builder }: OnnxContext): void {
  const { node: source, shape } = scope.value(node, 0);
  const [batch = 0, , , channels = 0] = shape;
  if (shape.length !== 4) {
    throw new ConversionError('UNSUPPORTED', `GlobalAveragePool of [${shape.join()}]: not 2-D`);
  }
  const value = builder.node({
    op: 'Mean',
    inputs: [source, builder.ints([1, 2])],
    attributes: { keep_dims: attribute.flag(true) },
  });
  scope.bindOutput(node, { node: value, shape: [batch, 1, 1, channels] });
}

/** A row of numbers times a constant matrix. */
function convertMatMul({ node, scope, builder }: OnnxContext): void {
  const { node: source, shape } = scope.value(node, 0);
  const matrix = scope.floats(node, 1);
  const [rows = 0, inner = 0] = shape;
  const [height, width = 0] = matrix.shape;
  if (shape.length !== 2 || matrix.shape.length !== 2 || inner !== height) {
    throw new ConversionError('UNSUPPORTED', `MatMul of [${shape.join()}] and [${matrix.shape.join()}]`);
  }
  const weights = builder.constant({ dtype: 'float32', data: matrix.values }, [inner, width]);
  const attributes = { transpose_a: attribute.flag(false), transpose_b: attribute.flag(false) };
  const value = builder.node({ op: 'MatMul', inputs: [source, weights], attributes });
  scope.bindOutput(node, { node: value, shape: [rows, width] });
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
  ['Mul', convertMul],
  ['Relu', convertEach('Relu')],
  ['Sigmoid', convertEach('Sigmoid')],
  ['GlobalAveragePool', convertGlobalAveragePool],
  ['MatMul', convertMatMul],
  ['BatchNormalization', convertBatchNormalization],
  ['Reshape', convertReshape],
  ['Shape', foldShape],
  ['Gather', foldGather],
  ['Unsqueeze', foldUnsqueeze],
  ['Concat', foldConcat],
]);
