import { ConversionError } from '../errors/ConversionError.js';
import { attribute } from '../graph/attribute.js';
import type { OnnxNode } from './OnnxModel.js';
import type { OnnxContext } from './OnnxScope.js';

interface Window {
  readonly strides: readonly [number, number];
  /** Top, left, bottom, right. */
  readonly pads: readonly [number, number, number, number];
  readonly group: number;
}

function list(node: OnnxNode, name: string, fallback: readonly number[]): readonly number[] {
  const values = node.attributes.get(name) ?? fallback;
  if (values.length === fallback.length) return values;
  throw new ConversionError('UNSUPPORTED', `Conv has ${name} [${values.join()}]: not 2-D`);
}

function readWindow(node: OnnxNode): Window {
  const dilations = list(node, 'dilations', [1, 1]);
  if (dilations.some((size) => size !== 1) || node.attributes.has('auto_pad')) {
    throw new ConversionError('UNSUPPORTED', `Conv has dilations [${dilations.join()}] or auto_pad`);
  }
  const [strideHeight = 1, strideWidth = 1] = list(node, 'strides', [1, 1]);
  const [top = 0, left = 0, bottom = 0, right = 0] = list(node, 'pads', [0, 0, 0, 0]);
  const [group = 1] = list(node, 'group', [1]);
  return { strides: [strideHeight, strideWidth], pads: [top, left, bottom, right], group };
}

/** ONNX keeps filters as [out, in, height, width]; TF.js wants [height, width, in, out], or [height, width, in, 1] where each channel has its own. */
function moveFilter(
  values: Float32Array,
  [outputs = 0, inputs = 0, height = 0, width = 0]: readonly number[],
): Float32Array {
  const moved = new Float32Array(values.length);
  const area = height * width;
  for (let output = 0; output < outputs; output += 1) {
    for (let input = 0; input < inputs; input += 1) {
      for (let tap = 0; tap < area; tap += 1) {
        moved[(tap * inputs + input) * outputs + output] =
          values[(output * inputs + input) * area + tap] ?? 0;
      }
    }
  }
  return moved;
}

/** Conv to `_FusedConv2D`, or to `FusedDepthwiseConv2dNative` where every channel has its own filter. */
export function convertOnnxConv({ node, scope, builder }: OnnxContext): void {
  const { node: source, shape } = scope.value(node, 0);
  const [batch = 0, height = 0, width = 0, channels = 0] = shape;
  const filter = scope.floats(node, 1);
  const [outputs = 0, filterInputs = 0, filterHeight = 0, filterWidth = 0] = filter.shape;
  const { strides, pads, group } = readWindow(node);
  const isDepthwise = group > 1 && group === channels && outputs === channels && filterInputs === 1;
  if (
    shape.length !== 4 ||
    filter.shape.length !== 4 ||
    (!isDepthwise && (group !== 1 || filterInputs !== channels))
  ) {
    throw new ConversionError(
      'UNSUPPORTED',
      `Conv of [${shape.join()}] with filter [${filter.shape.join()}] in ${group} groups`,
    );
  }
  const bias =
    node.inputs.length > 2 ? scope.floats(node, 2) : { values: new Float32Array(outputs), shape: [outputs] };
  const [top, left, bottom, right] = pads;
  // "SAME" puts the odd pixel of a stride at the end, ONNX where the file says: only with stride 1 are they known to agree.
  const isSame =
    strides.every((stride) => stride === 1) &&
    2 * top === filterHeight - 1 &&
    2 * left === filterWidth - 1 &&
    top === bottom &&
    left === right;
  const isPadded = !isSame && pads.some((size) => size > 0);
  const padding = [0, 0, top, bottom, left, right, 0, 0];
  const input = isPadded
    ? builder.node({ op: 'Pad', inputs: [source, builder.ints(padding, [4, 2])] })
    : source;
  const filterShape = isDepthwise
    ? [filterHeight, filterWidth, channels, 1]
    : [filterHeight, filterWidth, filterInputs, outputs];
  const value = builder.node({
    op: isDepthwise ? 'FusedDepthwiseConv2dNative' : '_FusedConv2D',
    inputs: [
      input,
      builder.constant({ dtype: 'float32', data: moveFilter(filter.values, filter.shape) }, filterShape),
      builder.constant({ dtype: 'float32', data: bias.values }, [outputs]),
    ],
    attributes: {
      strides: attribute.ints([1, ...strides, 1]),
      padding: attribute.text(isSame ? 'SAME' : 'VALID'),
      num_args: attribute.int(1),
      fused_ops: attribute.texts(['BiasAdd']),
    },
  });
  const outHeight = Math.floor((height + top + bottom - filterHeight) / strides[0]) + 1;
  const outWidth = Math.floor((width + left + right - filterWidth) / strides[1]) + 1;
  scope.bindOutput(node, { node: value, shape: [batch, outHeight, outWidth, outputs] });
}
