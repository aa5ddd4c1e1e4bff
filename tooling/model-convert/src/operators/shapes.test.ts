import type { TestOption } from '../../test/buildTflite.js';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { convertMini, floats, integers, runMini, type MiniModel } from '../../test/miniModel.js';
import { startWasm } from '../../test/runGraphModel.js';
import { optimiseGraph } from '../optimise/optimiseGraph.js';

const VALID = 1;

beforeAll(startWasm);

describe('operations on shapes', () => {
  it('PAD puts zeros where its paddings say', async () => {
    const output = await runMini({
      builtin: 34,
      input: [1, 2],
      inputShape: [1, 1, 2, 1],
      outputShape: [1, 2, 2, 3],
      constants: [integers('paddings', [0, 0, 1, 0, 0, 0, 0, 2], [4, 2])],
    });
    expect(output).toEqual({ shape: [1, 2, 2, 3], values: [0, 0, 0, 0, 0, 0, 1, 0, 0, 2, 0, 0] });
  });

  it('MAX_POOL_2D takes the greatest of each window', async () => {
    const output = await runMini({
      builtin: 17,
      input: [1, 2, 5, 4, 3, 9, 8, 7],
      inputShape: [1, 2, 4, 1],
      outputShape: [1, 1, 2, 1],
      options: [[0, 'int8', VALID], [1, 'int32', 2], [2, 'int32', 2], [3, 'int32', 2], [4, 'int32', 2]], // prettier-ignore
    });
    expect(output).toEqual({ shape: [1, 1, 2, 1], values: [9, 8] });
  });

  it('RESHAPE keeps the order of values', async () => {
    const output = await runMini({
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
    const output = await runMini({
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
    expect(await runMini(slice([0, 0], [2, 3], [1, 2]))).toEqual({ shape: [2, 2], values: [1, 3, 4, 6] });
  });

  it('STRIDED_SLICE honours its masks', async () => {
    // begin mask on axis 1, end mask on axis 0: the numbers given there do not count
    expect(await runMini(slice([1, 2], [1, 2], [1, 1], [[0, 'int32', 2], [1, 'int32', 1]]))).toEqual({ shape: [1, 2], values: [4, 5] }); // prettier-ignore
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
