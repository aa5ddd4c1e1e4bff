import { ConversionError } from '../errors/ConversionError.js';
import { attribute } from '../graph/attribute.js';
import type { Graph } from '../graph/Graph.js';
import { GraphBuilder } from '../graph/GraphBuilder.js';
import type { StoredWeight, StoredWeights } from './readStoredWeights.js';

const INPUT_NAME = 'input';
const SIDE_PX = 150;

/** The blocks in order: each stage's channels, whether its first block halves the picture, and its plain blocks. */
const STAGES = [
  { channels: 32, down: null, plain: ['conv32_1', 'conv32_2', 'conv32_3'] },
  { channels: 64, down: 'conv64_down', plain: ['conv64_1', 'conv64_2', 'conv64_3'] },
  { channels: 128, down: 'conv128_down', plain: ['conv128_1', 'conv128_2'] },
  { channels: 256, down: 'conv256_down', plain: ['conv256_1', 'conv256_2'] },
  { channels: 256, down: 'conv256_down_out', plain: [] },
] as const;

interface Features {
  readonly node: string;
  readonly side: number;
  readonly channels: number;
}

function floatsOf({ values }: StoredWeight): Float32Array {
  if (values.dtype === 'float32') return values.data;
  if (values.dtype === 'uint8')
    return Float32Array.from(values.data, (step) => values.min + step * values.scale);
  throw new ConversionError('UNSUPPORTED', `a weight of ${values.dtype}, expected uint8 or float32`);
}

/**
 * The residual network of dlib's face recognition (29 convolutions, 128 numbers), whose weights a package ships while its
 * layers stand in that package's code only. Filters stay as they are stored; the scale and shift behind each convolution
 * take its bias in.
 *
 * ref: dlib, dnn_face_recognition_ex.cpp, for the architecture
 *
 * @throws ConversionError MALFORMED_FILE for a weight that is missing or has another shape
 */
export function buildResidualGraph(weights: StoredWeights, { outputName }: { outputName: string }): Graph {
  const builder = new GraphBuilder();
  const weightOf = (name: string, shape: readonly number[]): StoredWeight => {
    const weight = weights.get(name);
    if (weight !== undefined && weight.shape.join() === shape.join()) return weight;
    throw new ConversionError(
      'MALFORMED_FILE',
      `weight ${name} is [${weight?.shape.join() ?? 'missing'}], expected [${shape.join()}]`,
    );
  };
  const vector = (data: Float32Array): string => builder.constant({ dtype: 'float32', data }, [data.length]);

  const convolve = (
    from: Features,
    name: string,
    layer: { size: number; channels: number; stride: number },
  ): Features => {
    const { size, channels, stride } = layer;
    const { values } = weightOf(`${name}/conv/filters`, [size, size, from.channels, channels]);
    const padding = stride === 1 ? 'SAME' : 'VALID';
    const side = stride === 1 ? from.side : Math.floor((from.side - size) / stride) + 1;
    const sum = builder.node({
      op: 'Conv2D',
      inputs: [from.node, builder.constant(values, [size, size, from.channels, channels])],
      attributes: {
        strides: attribute.ints([1, stride, stride, 1]),
        dilations: attribute.ints([1, 1, 1, 1]),
        padding: attribute.text(padding),
      },
    });
    const scale = floatsOf(weightOf(`${name}/scale/weights`, [channels]));
    const bias = floatsOf(weightOf(`${name}/conv/bias`, [channels]));
    const shift = floatsOf(weightOf(`${name}/scale/biases`, [channels]));
    // (sum + bias) * scale + shift
    const offset = shift.map((value, at) => value + (bias[at] ?? 0) * (scale[at] ?? 0));
    const scaled = builder.node({ op: 'Mul', inputs: [sum, vector(scale)] });
    return { node: builder.node({ op: 'AddV2', inputs: [scaled, vector(offset)] }), side, channels };
  };
  const rectify = (from: Features): Features => ({
    ...from,
    node: builder.node({ op: 'Relu', inputs: [from.node] }),
  });
  const pad = (from: Features, rows: number, channels: number): Features => {
    if (rows === 0 && channels === 0) return from;
    const amounts = builder.ints([0, 0, 0, rows, 0, rows, 0, channels], [4, 2]);
    const node = builder.node({ op: 'Pad', inputs: [from.node, amounts] });
    return { node, side: from.side + rows, channels: from.channels + channels };
  };
  const pool = (op: 'MaxPool' | 'AvgPool', from: Features, size: number): Features => {
    const attributes = {
      ksize: attribute.ints([1, size, size, 1]),
      strides: attribute.ints([1, 2, 2, 1]),
      padding: attribute.text('VALID'),
    };
    const node = builder.node({ op, inputs: [from.node], attributes });
    return { ...from, node, side: Math.floor((from.side - size) / 2) + 1 };
  };
  const block = (from: Features, name: string, channels: number, stride: number): Features => {
    const first = rectify(convolve(from, `${name}/conv1`, { size: 3, channels, stride }));
    const second = convolve(first, `${name}/conv2`, { size: 3, channels, stride: 1 });
    const short = stride === 1 ? from : pool('AvgPool', from, 2);
    const main = pad(second, short.side - second.side, 0);
    const beside = pad(short, 0, channels - short.channels);
    return rectify({ ...main, node: builder.node({ op: 'AddV2', inputs: [main.node, beside.node] }) });
  };

  const stem = convolve({ node: INPUT_NAME, side: SIDE_PX, channels: 3 }, 'conv32_down', {
    size: 7,
    channels: 32,
    stride: 2,
  });
  let features = pool('MaxPool', rectify(stem), 3);
  for (const { channels, down, plain } of STAGES) {
    if (down !== null) features = block(features, down, channels, 2);
    for (const name of plain) features = block(features, name, channels, 1);
  }
  const mean = builder.node({
    op: 'Mean',
    inputs: [features.node, builder.ints([1, 2])],
    attributes: { keep_dims: attribute.flag(false) },
  });
  const { values } = weightOf('fc', [256, 128]);
  const output = builder.node({
    op: 'MatMul',
    inputs: [mean, builder.constant(values, [256, 128])],
    attributes: { transpose_a: attribute.flag(false), transpose_b: attribute.flag(false) },
    name: outputName,
  });
  return builder.build({ name: INPUT_NAME, shape: [1, SIDE_PX, SIDE_PX, 3] }, [output]);
}
