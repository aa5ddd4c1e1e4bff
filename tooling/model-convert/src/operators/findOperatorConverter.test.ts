import { beforeAll, describe, expect, it } from '@jest/globals';
import { buildTflite, type TestOperator, type TestOption, type TestTensor } from '../../test/buildTflite.js';
import { loadFiles, runOutputs, startWasm, type OutputValues } from '../../test/runGraphModel.js';
import { ConversionError } from '../errors/ConversionError.js';
import { convertTflite } from '../graph/convertTflite.js';
import { optimiseGraph } from '../optimise/optimiseGraph.js';
import { readTfliteModel } from '../tflite/readTfliteModel.js';
import { writeGraphModel } from '../tfjs/writeGraphModel.js';

const SAME = 0;
const VALID = 1;
const RELU = 1;
const RELU6 = 3;
const TANH = 4;

interface MiniModel {
  readonly builtin: number;
  readonly input: readonly number[];
  readonly inputShape: readonly number[];
  readonly outputShape: readonly number[];
  readonly constants?: readonly TestTensor[];
  readonly options?: readonly TestOption[];
}

function floats(name: string, shape: readonly number[], values: readonly number[]): TestTensor {
  return { name, shape, data: Float32Array.from(values) };
}

function integers(
  name: string,
  values: readonly number[],
  shape: readonly number[] = [values.length],
): TestTensor {
  return { name, shape, type: 2, data: Int32Array.from(values) };
}

/** One operation between the input (tensor 0) and the output (tensor 1), its constants behind them. */
function convertMini({ builtin, inputShape, outputShape, constants = [], options }: MiniModel) {
  const operator: TestOperator = {
    builtin,
    inputs: [0, ...constants.map((_, index) => index + 2)],
    outputs: [1],
    ...(options && { options }),
  };
  const tensors = [{ name: 'in', shape: inputShape }, { name: 'out', shape: outputShape }, ...constants];
  const file = buildTflite({ tensors, operators: [operator], inputs: [0], outputs: [1] });
  return convertTflite(readTfliteModel(file), [{ name: 'result', from: ['out'] }]);
}

/** Converts, optimises and runs on the wasm backend. */
async function run(mini: MiniModel): Promise<OutputValues> {
  const model = await loadFiles(writeGraphModel(optimiseGraph(convertMini(mini)), { weightsFile: 'w.bin' }));
  const [output] = runOutputs(model, { values: Float32Array.from(mini.input), shape: mini.inputShape }, [
    'result',
  ]);
  model.dispose();
  if (output === undefined) throw new Error('the model gave no output');
  return output;
}

beforeAll(startWasm);

describe('CONV_2D', () => {
  // Two pixels of two channels, (1, 2) and (3, 4), under a filter one high and two wide.
  const conv: MiniModel = {
    builtin: 3,
    input: [1, 2, 3, 4],
    inputShape: [1, 1, 2, 2],
    outputShape: [1, 1, 1, 2],
    constants: [
      // out 0: 1*1 + 2*10 + 3*100 + 4*1000 = 4321; out 1: 1*2 - 4 = -2
      floats('filter', [2, 1, 2, 2], [1, 10, 100, 1000, 2, 0, 0, -1]),
      floats('bias', [2], [0.5, 1]),
    ],
    options: [[0, 'int8', VALID], [1, 'int32', 1], [2, 'int32', 1]], // prettier-ignore
  };

  it('moves filters to the layout of TF.js and adds the bias', async () => {
    expect(await run(conv)).toEqual({ shape: [1, 1, 1, 2], values: [4321.5, -1] });
  });

  it('applies a RELU of its options', async () => {
    const options: TestOption[] = [...(conv.options ?? []), [3, 'int8', RELU]];
    expect((await run({ ...conv, options })).values).toEqual([4321.5, 0]);
  });

  it('applies a RELU6 of its options', async () => {
    const options: TestOption[] = [...(conv.options ?? []), [3, 'int8', RELU6]];
    expect((await run({ ...conv, options })).values).toEqual([6, 0]);
  });

  it('takes a left-out bias for zero', async () => {
    const constants = (conv.constants ?? []).slice(0, 1);
    expect((await run({ ...conv, constants })).values).toEqual([4321, -2]);
  });

  it('pads SAME like TFLite: at stride 2 the odd row and column of zeros lie below and right', async () => {
    const output = await run({
      builtin: 3,
      input: Array.from({ length: 16 }, (_, index) => index + 1),
      inputShape: [1, 4, 4, 1],
      outputShape: [1, 2, 2, 1],
      constants: [floats('filter', [1, 3, 3, 1], Array<number>(9).fill(1)), floats('bias', [1], [0])],
      options: [[0, 'int8', SAME], [1, 'int32', 2], [2, 'int32', 2]], // prettier-ignore
    });
    expect(output).toEqual({ shape: [1, 2, 2, 1], values: [54, 45, 72, 54] });
  });

  it('keeps different strides for rows and columns apart', async () => {
    const output = await run({
      builtin: 3,
      input: [1, 2, 3, 4, 5, 6],
      inputShape: [1, 2, 3, 1],
      outputShape: [1, 2, 2, 1],
      constants: [floats('filter', [1, 1, 1, 1], [1]), floats('bias', [1], [0])],
      options: [[0, 'int8', VALID], [1, 'int32', 2], [2, 'int32', 1]], // prettier-ignore
    });
    expect(output).toEqual({ shape: [1, 2, 2, 1], values: [1, 3, 4, 6] });
  });

  it('keeps a dilation', async () => {
    const output = await run({
      builtin: 3,
      input: [1, 2, 3],
      inputShape: [1, 1, 3, 1],
      outputShape: [1, 1, 1, 1],
      constants: [floats('filter', [1, 1, 2, 1], [1, 10]), floats('bias', [1], [0])],
      options: [[0, 'int8', VALID], [1, 'int32', 1], [2, 'int32', 1], [4, 'int32', 2], [5, 'int32', 1]], // prettier-ignore
    });
    expect(output.values).toEqual([31]);
  });

  it('refuses a grouped convolution and an activation it does not know', () => {
    const grouped = { ...conv, inputShape: [1, 1, 2, 4] };
    const tanh = { ...conv, options: [...(conv.options ?? []), [3, 'int8', TANH] as const] };
    expect(() => convertMini(grouped)).toThrow(/CONV_2D of input \[1,1,2,4\] with filter \[2,1,2,2\]/);
    expect(() => convertMini(tanh)).toThrow(/CONV_2D has the unknown activation 4/);
  });

  it('refuses a stride of zero', () => {
    expect(() => convertMini({ ...conv, options: [] })).toThrow(/strides 0 x 0/);
  });
});

describe('DEPTHWISE_CONV_2D', () => {
  it('filters each channel by itself', async () => {
    const output = await run({
      builtin: 4,
      input: [1, 10, 2, 20, 3, 30, 4, 40],
      inputShape: [1, 2, 2, 2],
      outputShape: [1, 1, 1, 2],
      // channel 0: all ones; channel 1: first minus last
      constants: [floats('filter', [1, 2, 2, 2], [1, 1, 1, 0, 1, 0, 1, -1]), floats('bias', [2], [1, 2])],
      options: [[0, 'int8', VALID], [1, 'int32', 1], [2, 'int32', 1], [3, 'int32', 1]], // prettier-ignore
    });
    expect(output).toEqual({ shape: [1, 1, 1, 2], values: [11, -28] });
  });

  it('makes several outputs of one channel where the filter has a multiplier', async () => {
    const output = await run({
      builtin: 4,
      input: [2, 3],
      inputShape: [1, 1, 1, 2],
      outputShape: [1, 1, 1, 4],
      constants: [floats('filter', [1, 1, 1, 4], [1, 10, 100, 1000]), floats('bias', [4], [0, 0, 0, 0])],
      options: [[0, 'int8', VALID], [1, 'int32', 1], [2, 'int32', 1], [3, 'int32', 2]], // prettier-ignore
    });
    expect(output.values).toEqual([2, 20, 300, 3000]);
  });
});

describe('element-wise operations', () => {
  const pair = { input: [-1, 2, 3, -4], inputShape: [1, 1, 2, 2], outputShape: [1, 1, 2, 2] };

  it('ADD broadcasts a row of channels', async () => {
    expect((await run({ ...pair, builtin: 0, constants: [floats('b', [2], [10, 20])] })).values).toEqual([
      9, 22, 13, 16,
    ]);
  });

  it('MUL multiplies, then applies the RELU of its options', async () => {
    const output = await run({
      ...pair,
      builtin: 18,
      constants: [floats('b', [2], [2, 0.5])],
      options: [[0, 'int8', RELU]],
    });
    expect(output.values).toEqual([0, 1, 6, 0]);
  });

  it('RELU cuts at zero', async () => {
    expect((await run({ ...pair, builtin: 19 })).values).toEqual([0, 2, 3, 0]);
  });

  it('LOGISTIC is the sigmoid', async () => {
    const output = await run({ ...pair, input: [0, 40, -40, Math.log(3)], builtin: 14 });
    [0.5, 1, 0, 0.75].forEach((expected, index) => expect(output.values[index]).toBeCloseTo(expected, 6));
  });

  it('PRELU has a slope for each channel', async () => {
    const output = await run({
      ...pair,
      input: [-1, -2, 3, -4],
      builtin: 54,
      constants: [floats('a', [1, 1, 2], [0.5, 0.25])],
    });
    expect(output.values).toEqual([-0.5, -0.5, 3, -1]);
  });

  it('PRELU with a slope for each pixel is refused', () => {
    expect(() =>
      convertMini({ ...pair, builtin: 54, constants: [floats('a', [1, 2, 2], [1, 1, 1, 1])] }),
    ).toThrow(/PRELU of 2 channels has slopes of shape \[1,2,2\]/);
  });
});

describe('operations on shapes', () => {
  it('PAD puts zeros where its paddings say', async () => {
    const output = await run({
      builtin: 34,
      input: [1, 2],
      inputShape: [1, 1, 2, 1],
      outputShape: [1, 2, 2, 3],
      constants: [integers('paddings', [0, 0, 1, 0, 0, 0, 0, 2], [4, 2])],
    });
    expect(output).toEqual({ shape: [1, 2, 2, 3], values: [0, 0, 0, 0, 0, 0, 1, 0, 0, 2, 0, 0] });
  });

  it('MAX_POOL_2D takes the greatest of each window', async () => {
    const output = await run({
      builtin: 17,
      input: [1, 2, 5, 4, 3, 9, 8, 7],
      inputShape: [1, 2, 4, 1],
      outputShape: [1, 1, 2, 1],
      options: [[0, 'int8', VALID], [1, 'int32', 2], [2, 'int32', 2], [3, 'int32', 2], [4, 'int32', 2]], // prettier-ignore
    });
    expect(output).toEqual({ shape: [1, 1, 2, 1], values: [9, 8] });
  });

  it('RESHAPE keeps the order of values', async () => {
    const output = await run({
      builtin: 22,
      input: [1, 2, 3, 4],
      inputShape: [1, 1, 2, 2],
      outputShape: [1, 4],
    });
    expect(output).toEqual({ shape: [1, 4], values: [1, 2, 3, 4] });
  });

  it('RESHAPE that would lose values is refused', () => {
    expect(() => convertMini({ builtin: 22, input: [], inputShape: [1, 4], outputShape: [1, 3] })).toThrow(
      /changes the element count/,
    );
  });

  it('CONCATENATION counts a negative axis from the end', async () => {
    const output = await run({
      builtin: 2,
      input: [1, 2],
      inputShape: [1, 2, 1],
      outputShape: [1, 2, 2],
      constants: [floats('more', [1, 2, 1], [3, 4])],
      options: [[0, 'int32', -1]],
    });
    expect(output).toEqual({ shape: [1, 2, 2], values: [1, 3, 2, 4] });
  });

  const slice = (
    begin: number[],
    end: number[],
    strides: number[],
    options: TestOption[] = [],
  ): MiniModel => ({
    builtin: 45,
    input: [1, 2, 3, 4, 5, 6],
    inputShape: [2, 3],
    outputShape: [2, 3],
    constants: [integers('begin', begin), integers('end', end), integers('strides', strides)],
    options,
  });

  it('STRIDED_SLICE of a part is a slice', async () => {
    expect(await run(slice([0, 0], [2, 3], [1, 2]))).toEqual({ shape: [2, 2], values: [1, 3, 4, 6] });
  });

  it('STRIDED_SLICE honours its masks', async () => {
    // begin mask on axis 1, end mask on axis 0: the numbers given there do not count
    expect(await run(slice([1, 2], [1, 2], [1, 1], [[0, 'int32', 2], [1, 'int32', 1]]))).toEqual({ shape: [1, 2], values: [4, 5] }); // prettier-ignore
  });

  it('STRIDED_SLICE of everything costs no node', () => {
    const ops = optimiseGraph(convertMini(slice([0, 0], [2, 3], [1, 1]))).nodes.map(({ op }) => op);
    expect(ops).not.toContain('StridedSlice');
  });

  it('STRIDED_SLICE of everything that drops an axis stays', () => {
    const ops = convertMini(slice([0, 0], [2, 3], [1, 1], [[4, 'int32', 1]])).nodes.map(({ op }) => op);
    expect(ops).toContain('StridedSlice');
  });
});

describe('constants', () => {
  it('DEQUANTIZE of a float16 constant gives its values', async () => {
    const file = buildTflite({
      tensors: [
        { name: 'in', shape: [1, 2] },
        { name: 'out', shape: [1, 2] },
        { name: 'half', shape: [2], type: 1, data: Uint16Array.of(0x3c00, 0xc100) },
        { name: 'wide', shape: [2] },
      ],
      operators: [
        { builtin: 6, inputs: [2], outputs: [3] },
        { builtin: 0, inputs: [0, 3], outputs: [1] },
      ],
      inputs: [0],
      outputs: [1],
    });
    const graph = optimiseGraph(convertTflite(readTfliteModel(file), [{ name: 'result', from: ['out'] }]));
    const model = await loadFiles(writeGraphModel(graph, { weightsFile: 'w.bin' }));
    const [output] = runOutputs(model, { values: Float32Array.of(10, 10), shape: [1, 2] }, ['result']);
    expect(output?.values).toEqual([11, 7.5]);
  });

  it('DEQUANTIZE of anything but a float16 constant is refused', () => {
    expect(() => convertMini({ builtin: 6, input: [], inputShape: [2], outputShape: [2] })).toThrow(
      /DEQUANTIZE of tensor in \(FLOAT32\)/,
    );
  });

  it('a constant of another type is refused by name', () => {
    const quantised: TestTensor = { name: 'b8', shape: [2], type: 9, data: Int8Array.of(1, 2) };
    expect(() =>
      convertMini({ builtin: 0, input: [], inputShape: [1, 2], outputShape: [1, 2], constants: [quantised] }),
    ).toThrow(/tensor b8 of ADD is of TYPE_9/);
  });

  it('a constant whose bytes do not fill its shape is malformed', () => {
    const short = floats('b', [4], [1, 2]);
    expect(() =>
      convertMini({ builtin: 0, input: [], inputShape: [1, 4], outputShape: [1, 4], constants: [short] }),
    ).toThrow(/tensor b of ADD has 8 bytes, its shape needs 16/);
  });
});

describe('operations outside the list', () => {
  it('are refused with the operation and the tensor it makes', () => {
    const convert = () => convertMini({ builtin: 25, input: [], inputShape: [1, 2], outputShape: [1, 2] });
    expect(convert).toThrow(ConversionError);
    expect(convert).toThrow('operation BUILTIN_25, which makes tensor out, is not supported');
  });

  it.each(['Mystery', 'ADD'])('are refused when they are custom, as %s is here', (custom) => {
    const file = buildTflite({
      tensors: [
        { name: 'in', shape: [1] },
        { name: 'out', shape: [1] },
      ],
      operators: [{ builtin: 32, custom, inputs: [0, 0], outputs: [1] }],
      inputs: [0],
      outputs: [1],
    });
    expect(() => convertTflite(readTfliteModel(file), [])).toThrow(
      `custom operation ${custom}, which makes tensor out, is not supported`,
    );
  });
});
