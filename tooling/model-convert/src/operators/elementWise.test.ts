import { beforeAll, describe, expect, it } from '@jest/globals';
import { convertMini, floats, runMini } from '../../test/miniModel.js';
import { startWasm } from '../../test/runGraphModel.js';

const RELU = 1;

beforeAll(startWasm);

describe('element-wise operations', () => {
  const pair = { input: [-1, 2, 3, -4], inputShape: [1, 1, 2, 2], outputShape: [1, 1, 2, 2] };

  it('ADD broadcasts a row of channels', async () => {
    expect((await runMini({ ...pair, builtin: 0, constants: [floats('b', [2], [10, 20])] })).values).toEqual([
      9, 22, 13, 16,
    ]);
  });

  it('MUL multiplies, then applies the RELU of its options', async () => {
    const output = await runMini({
      ...pair,
      builtin: 18,
      constants: [floats('b', [2], [2, 0.5])],
      options: [[0, 'int8', RELU]],
    });
    expect(output.values).toEqual([0, 1, 6, 0]);
  });

  it('RELU cuts at zero', async () => {
    expect((await runMini({ ...pair, builtin: 19 })).values).toEqual([0, 2, 3, 0]);
  });

  it('LOGISTIC is the sigmoid', async () => {
    const output = await runMini({ ...pair, input: [0, 40, -40, Math.log(3)], builtin: 14 });
    [0.5, 1, 0, 0.75].forEach((expected, index) => expect(output.values[index]).toBeCloseTo(expected, 6));
  });

  it('PRELU has a slope for each channel', async () => {
    const output = await runMini({
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
