import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  add,
  concat,
  engine,
  image,
  mul,
  randomUniform,
  relu,
  tensor,
  tensor2d,
  tidy,
  type Tensor,
  type Tensor4D,
} from '@tensorflow/tfjs-core';
import { builtModels } from '../../../../test/vision/engineUnderTest.js';
import { startBackend, stopBackend } from '../startBackend.js';
import { recordGraph } from './recordGraph.js';

const { manifest, assets } = await builtModels();

beforeAll(() => startBackend({ backend: 'wasm-simd', wasmBytes: () => assets.load(manifest.wasm.simd) }));
afterAll(() => stopBackend('wasm-simd'));

const values = (work: () => Tensor): number[] => tidy(() => Array.from(work().dataSync()));

describe("TF.js's kernels as the engine changes them", () => {
  it.each([0, 1, 2, -1])('concatenate along axis %d', (axis) => {
    const parts = [0, 100].map((start) => Array.from({ length: 8 }, (_value, at) => start + at));
    const expected: Record<number, number[]> = {
      0: [0, 1, 2, 3, 4, 5, 6, 7, 100, 101, 102, 103, 104, 105, 106, 107],
      1: [0, 1, 2, 3, 100, 101, 102, 103, 4, 5, 6, 7, 104, 105, 106, 107],
      2: [0, 1, 100, 101, 2, 3, 102, 103, 4, 5, 104, 105, 6, 7, 106, 107],
    };
    const joined = values(() =>
      concat(
        parts.map((part) => tensor(part, [2, 2, 2])),
        axis,
      ),
    );
    expect(joined).toEqual(expected[axis < 0 ? 2 : axis]);
  });

  it('still interpolate for a transform that is not the identity, and hand on for one that is', () => {
    const pixels = [0, 10, 20, 30];
    const by = (matrix: number[]): number[] =>
      values(() =>
        image.transform(
          tensor(pixels, [1, 2, 2, 1]) as Tensor4D,
          tensor2d(matrix, [1, 8]),
          'bilinear',
          'nearest',
          0,
          [2, 2],
        ),
      );
    expect(by([1, 0, 0, 0, 1, 0, 0, 0])).toEqual(pixels);
    expect(by([1, 0, 0.5, 0, 1, 0, 0, 0])).toEqual([5, 10, 25, 30]);
  });
});

describe('a recorded graph', () => {
  it('gives for another input what TF.js gives, and leaves no tensor', () => {
    const before = engine().state.numTensors;
    const graph = (input: Tensor): Tensor[] => {
      const doubled = mul(input, 2);
      const sum = add(doubled, input);
      doubled.dispose();
      return [relu(sum), sum];
    };
    const [first, second] = [randomUniform([4, 5], -1, 1), randomUniform([4, 5], -1, 1)];
    const replay = recordGraph(first, graph)!;
    const expected = graph(second);
    replay.run(second);
    expect(Array.from(replay.values(0))).toEqual(Array.from(expected[0]!.dataSync()));
    expect(Array.from(replay.values(1))).toEqual(Array.from(expected[1]!.dataSync()));
    for (const one of [first, second, ...expected]) one.dispose();
    replay.dispose();
    replay.dispose();
    expect(engine().state.numTensors).toBe(before);
  });

  it('frees what was made when the graph throws', () => {
    const before = engine().state;
    const [tensors, buffers] = [before.numTensors, before.numDataBuffers];
    const input = randomUniform([4]);
    expect(() =>
      recordGraph(input, (source) => {
        mul(source, 2).dispose();
        throw new RangeError('broken');
      }),
    ).toThrow('broken');
    input.dispose();
    expect([engine().state.numTensors, engine().state.numDataBuffers]).toEqual([tensors, buffers]);
  });
});
