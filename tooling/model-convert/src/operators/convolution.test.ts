import type { TestOption } from '../../test/buildTflite.js';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { convertMini, floats, runMini, type MiniModel } from '../../test/miniModel.js';
import { startWasm } from '../../test/runGraphModel.js';

const SAME = 0;
const VALID = 1;
const RELU = 1;
const RELU6 = 3;
const TANH = 4;

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
    expect(await runMini(conv)).toEqual({ shape: [1, 1, 1, 2], values: [4321.5, -1] });
  });

  it('applies a RELU of its options', async () => {
    const options: TestOption[] = [...(conv.options ?? []), [3, 'int8', RELU]];
    expect((await runMini({ ...conv, options })).values).toEqual([4321.5, 0]);
  });

  it('applies a RELU6 of its options', async () => {
    const options: TestOption[] = [...(conv.options ?? []), [3, 'int8', RELU6]];
    expect((await runMini({ ...conv, options })).values).toEqual([6, 0]);
  });

  it('takes a left-out bias for zero', async () => {
    const constants = (conv.constants ?? []).slice(0, 1);
    expect((await runMini({ ...conv, constants })).values).toEqual([4321, -2]);
  });

  it('pads SAME like TFLite: at stride 2 the odd row and column of zeros lie below and right', async () => {
    const output = await runMini({
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
    const output = await runMini({
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
    const output = await runMini({
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
    const output = await runMini({
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
    const output = await runMini({
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
