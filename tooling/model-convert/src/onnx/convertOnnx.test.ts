import { beforeAll, describe, expect, it } from '@jest/globals';
import { buildOnnx, type TestOnnxNode, type TestOnnxTensor } from '../../test/buildOnnx.js';
import { loadFiles, runOutputs, startWasm } from '../../test/runGraphModel.js';
import { optimiseGraph } from '../optimise/optimiseGraph.js';
import { writeGraphModel } from '../tfjs/writeGraphModel.js';
import { convertOnnx } from './convertOnnx.js';
import { readOnnxModel } from './readOnnxModel.js';

beforeAll(startWasm);

const convert = (
  shape: readonly number[],
  nodes: readonly TestOnnxNode[],
  constants: readonly TestOnnxTensor[],
) => convertOnnx(readOnnxModel(buildOnnx(shape, nodes, constants)), { outputName: 'result' });

/** Runs on an input whose numbers lie with channels last. */
async function run(
  input: { shape: readonly [number, number, number, number]; values: readonly number[] },
  nodes: readonly TestOnnxNode[],
  constants: readonly TestOnnxTensor[],
) {
  const [batch, height, width, channels] = input.shape;
  const graph = convert([batch, channels, height, width], nodes, constants);
  const model = await loadFiles(writeGraphModel(optimiseGraph(graph), { weightsFile: 'w.bin' }));
  const [output] = runOutputs(model, { values: Float32Array.from(input.values), shape: input.shape }, [
    'result',
  ]);
  model.dispose();
  return output;
}

const pads = (size: number): readonly number[] => [size, size, size, size];

describe('Conv', () => {
  it('moves filters from [out, in, height, width] and adds the bias', async () => {
    // One pixel of two channels, (3, 5); out 0 = 3 * 1 + 5 * 10 + 0.5, out 1 = 3 * 100 + 5 * 1000 - 1.
    const output = await run(
      { shape: [1, 1, 1, 2], values: [3, 5] },
      [{ op: 'Conv', inputs: ['in', 'w', 'b'], output: 'out' }],
      [
        { name: 'w', shape: [2, 2, 1, 1], floats: [1, 10, 100, 1000] },
        { name: 'b', shape: [2], floats: [0.5, -1] },
      ],
    );
    expect(output?.values).toEqual([53.5, 5299]);
  });

  it('pads evenly where a stride would have TF.js pad at the end only', async () => {
    // 4 x 4 of ones under a 3 x 3 of ones, stride 2, padding 1: the corner sees 2 x 2, the rest of the first row 2 x 3.
    const output = await run(
      { shape: [1, 4, 4, 1], values: Array<number>(16).fill(1) },
      [{ op: 'Conv', inputs: ['in', 'w'], output: 'out', attributes: { pads: pads(1), strides: [2, 2] } }],
      [{ name: 'w', shape: [1, 1, 3, 3], floats: Array<number>(9).fill(1) }],
    );
    expect(output).toEqual({ shape: [1, 2, 2, 1], values: [4, 6, 6, 9] });
  });

  it('keeps the size with stride 1, and each channel apart where each is a group', async () => {
    const output = await run(
      { shape: [1, 1, 2, 2], values: [1, 10, 2, 20] },
      [{ op: 'Conv', inputs: ['in', 'w'], output: 'out', attributes: { pads: pads(1), group: 2 } }],
      // Channel 0 reads its left neighbour, channel 1 its right one.
      [{ name: 'w', shape: [2, 1, 3, 3], floats: [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0] }],
    );
    expect(output).toEqual({ shape: [1, 1, 2, 2], values: [0, 20, 1, 0] });
  });
});

describe('PRelu, Add and Reshape', () => {
  it('give what they say', async () => {
    const output = await run(
      { shape: [1, 1, 1, 2], values: [-4, 3] },
      [
        { op: 'PRelu', inputs: ['in', 'slope'], output: 'p' },
        { op: 'Add', inputs: ['p', 'in'], output: 's' },
        { op: 'Reshape', inputs: ['s', 'shape'], output: 'out' },
      ],
      [
        { name: 'slope', shape: [2, 1, 1], floats: [0.25, 0.5] },
        { name: 'shape', shape: [2], ints: [1, 2] },
      ],
    );
    expect(output).toEqual({ shape: [1, 2], values: [-5, 6] });
  });
});

describe('attention over channels', () => {
  it('is the mean over a picture, through a layer and a sigmoid, times each pixel', async () => {
    // Two pixels of two channels: the means are (2, -1). The layer turns them round: (-1, 2), then (0, 2), of which the
    // sigmoid is (0.5, 0.880797).
    const output = await run(
      { shape: [1, 1, 2, 2], values: [1, -3, 3, 1] },
      [
        { op: 'GlobalAveragePool', inputs: ['in'], output: 'mean' },
        { op: 'Conv', inputs: ['mean', 'w'], output: 'layer' },
        { op: 'Relu', inputs: ['layer'], output: 'positive' },
        { op: 'Sigmoid', inputs: ['positive'], output: 'gain' },
        { op: 'Mul', inputs: ['in', 'gain'], output: 'out' },
      ],
      [{ name: 'w', shape: [2, 2, 1, 1], floats: [0, 1, 1, 0] }],
    );
    expect(output?.shape).toEqual([1, 1, 2, 2]);
    for (const [at, value] of [0.5, -2.642391, 1.5, 0.880797].entries()) {
      expect(output?.values[at]).toBeCloseTo(value, 5);
    }
  });
});

describe('the end of a classifier', () => {
  it('reshapes to a computed size, multiplies by a matrix and normalises', async () => {
    // (3, 5) times the matrix is (13, 26); less the means (3, 6) and over the deviations (5, 2) it is (2, 10), then * 2 + 1.
    const output = await run(
      { shape: [1, 1, 1, 2], values: [3, 5] },
      [
        { op: 'Shape', inputs: ['in'], output: 'shape' },
        { op: 'Gather', inputs: ['shape', 'zero'], output: 'batch', attributes: { axis: 0 } },
        { op: 'Unsqueeze', inputs: ['batch'], output: 'list', attributes: { axes: [0] } },
        { op: 'Concat', inputs: ['list', 'rest'], output: 'target', attributes: { axis: 0 } },
        { op: 'Reshape', inputs: ['in', 'target'], output: 'row' },
        { op: 'MatMul', inputs: ['row', 'm'], output: 'product' },
        { op: 'BatchNormalization', inputs: ['product', 'g', 'b', 'mean', 'v'], output: 'out' },
      ],
      [
        { name: 'zero', shape: [], ints: [0] },
        { name: 'rest', shape: [1], ints: [-1] },
        { name: 'm', shape: [2, 2], floats: [1, 2, 2, 4] },
        { name: 'g', shape: [2], floats: [2, 2] },
        { name: 'b', shape: [2], floats: [1, 1] },
        { name: 'mean', shape: [2], floats: [3, 6] },
        { name: 'v', shape: [2], floats: [25, 4] },
      ],
    );
    expect(output?.shape).toEqual([1, 2]);
    for (const [at, value] of [5, 21].entries()) expect(output?.values[at]).toBeCloseTo(value, 1);
  });
});

describe('what is not known', () => {
  const w: TestOnnxTensor = { name: 'w', shape: [1, 1, 1, 1], floats: [1] };
  const conv = (attributes: TestOnnxNode['attributes'] = {}): TestOnnxNode => ({
    op: 'Conv',
    inputs: ['in', 'w'],
    output: 'out',
    attributes,
  });

  it.each([
    [
      'an operation',
      { op: 'Einsum', inputs: ['in'], output: 'out' },
      /Einsum, which makes out, is not supported/,
    ],
    ['dilation', conv({ dilations: [2, 2] }), /dilations \[2,2\]/],
    ['groups of several channels', conv({ group: 3 }), /in 3 groups/],
    ['a filter that is computed', { op: 'Conv', inputs: ['in', 'in'], output: 'out' }, /is no constant/],
    ['a sum of two shapes', { op: 'Add', inputs: ['in', 'w'], output: 'out' }, /is not computed/],
    [
      'a product of a picture and a smaller one',
      [
        { op: 'GlobalAveragePool', inputs: ['in'], output: 'mean' },
        { op: 'Conv', inputs: ['mean', 'two'], output: 'wide' },
        { op: 'Mul', inputs: ['in', 'wide'], output: 'out' },
      ],
      /Mul of \[1,2,2,1\] and \[1,1,1,2\]/,
    ],
    ['a matrix for pictures', { op: 'MatMul', inputs: ['in', 'w'], output: 'out' }, /MatMul of/],
    [
      'a normalisation of too few numbers',
      { op: 'BatchNormalization', inputs: ['in', 'w', 'two', 'w', 'w'], output: 'out' },
      /expected four numbers each/,
    ],
    [
      'joining values that are computed',
      { op: 'Concat', inputs: ['in', 'in'], output: 'out' },
      /is no constant/,
    ],
    [
      'a reshape of more than one pixel',
      { op: 'Reshape', inputs: ['in', 'w'], output: 'out' },
      /expected one pixel/,
    ],
  ] as const)('%s stops the conversion', (_name, nodes, message) => {
    const two: TestOnnxTensor = { name: 'two', shape: [2, 1, 1, 1], floats: [1, 1] };
    expect(() => convert([1, 1, 2, 2], [nodes].flat(), [w, two])).toThrow(message);
  });
});

describe('a broken file', () => {
  it('is malformed wherever it is cut off', () => {
    const file = buildOnnx([1, 1, 1, 1], [{ op: 'Add', inputs: ['in', 'in'], output: 'out' }]);
    for (let length = 1; length < file.length; length += 1) {
      expect(() => readOnnxModel(file.subarray(0, length))).toThrow(
        expect.objectContaining({ code: 'MALFORMED_FILE' }),
      );
    }
  });

  it('has bytes that do not fill a shape', () => {
    const short: TestOnnxTensor = { name: 'w', shape: [4], floats: [1, 2] };
    expect(() => readOnnxModel(buildOnnx([1, 1, 1, 1], [], [short]))).toThrow(
      /tensor w has 8 bytes, its shape needs 16/,
    );
  });
});
