import { beforeAll, describe, expect, it } from '@jest/globals';
import type { GraphModel } from '@tensorflow/tfjs-converter';
import { faceMeshDirectory } from '../../test/faceAssets.js';
import { registerTestCustomOps } from '../../test/registerTestCustomOps.js';
import { loadFiles, runOutputs, startWasm, type OutputValues } from '../../test/runGraphModel.js';
import { syntheticInput } from '../../test/syntheticInput.js';
import { float16ToFloat32 } from '../float16/float16ToFloat32.js';
import { readPackedAssets, type PackedAssets } from '../source/readPackedAssets.js';
import { readTfliteModel } from '../tflite/readTfliteModel.js';
import { convertFaceModel, type ConvertFaceModelOptions } from './convertFaceModel.js';
import { faceModels, type FaceModelName } from './faceModels.js';

/** Names as `face-detection` 1.0.3 and `face-landmarks-detection` 1.0.6 ask for them, with the shapes they read. */
const ASKED: Readonly<Record<FaceModelName, Readonly<Record<string, readonly number[]>>>> = {
  detector: { 'Identity:0': [1, 896, 17] },
  attention: {
    output_faceflag: [1, 1],
    output_mesh_identity: [1, 1404],
    output_lips: [1, 160],
    'Identity_6:0': [1, 10],
    'Identity_1:0': [1, 142],
    'Identity_2:0': [1, 10],
    'Identity_5:0': [1, 142],
  },
  mesh: { output_faceflag: [1, 1], output_mesh: [1, 1404] },
};
const INPUT_SIZE: Readonly<Record<FaceModelName, number>> = { detector: 128, attention: 192, mesh: 192 };
const NAMES: readonly FaceModelName[] = ['detector', 'attention', 'mesh'];
/** Counted on 2026-11-23. A rise means that an optimisation was lost: each node costs about 8 us a frame on wasm. */
const NODE_COUNTS: Readonly<Record<FaceModelName, number>> = { detector: 170, attention: 650, mesh: 199 };
/**
 * Crop pixels (of 192), or the detector's raw units, that the fusions may move a value by. They are exact in the wasm
 * kernels of today; a thousandth of a pixel leaves room for another order of sums and is far below what is seen.
 */
const FUSION_TOLERANCE = 1e-3;
/** The same for float16 weights against float32 ones. The weights are float16 in the source, so nothing is rounded. */
const PRECISION_TOLERANCE = 1e-3;

let assets: PackedAssets;

beforeAll(async () => {
  registerTestCustomOps();
  await startWasm();
  assets = await readPackedAssets(faceMeshDirectory);
});

async function runFace(
  name: FaceModelName,
  options?: ConvertFaceModelOptions,
): Promise<readonly OutputValues[]> {
  const model: GraphModel = await loadFiles(convertFaceModel(assets, name, options));
  const size = INPUT_SIZE[name];
  const unit = syntheticInput(size);
  const values = name === 'detector' ? unit.map((value) => 2 * value - 1) : unit;
  try {
    return runOutputs(model, { values, shape: [1, size, size, 3] }, Object.keys(ASKED[name]));
  } finally {
    model.dispose();
  }
}

function greatestDifference(one: readonly OutputValues[], other: readonly OutputValues[]): number {
  const differences = one.flatMap(({ values }, output) =>
    values.map((value, index) => Math.abs(value - (other[output]?.values[index] ?? NaN))),
  );
  // Not Math.max alone: it would pass over nothing for two empty lists.
  return differences.length === 0 ? NaN : Math.max(...differences);
}

describe.each(NAMES)('the converted %s', (name) => {
  it('answers under the names it is asked by, in the shapes that are read, with finite values', async () => {
    const outputs = await runFace(name);
    expect(outputs.map(({ shape }) => shape)).toEqual(Object.values(ASKED[name]));
    expect(outputs.every(({ values }) => values.every(Number.isFinite))).toBe(true);
  });

  it('has as many nodes as were counted', () => {
    expect(convertFaceModel(assets, name).nodeCount).toBe(NODE_COUNTS[name]);
  });

  it('computes the same without the optimisations', async () => {
    const optimise = {
      fuseActivations: false,
      collapseReshapes: false,
      mergeEqual: false,
      removeIdentities: false,
    };
    const difference = greatestDifference(await runFace(name), await runFace(name, { optimise }));
    expect(difference).toBeLessThan(FUSION_TOLERANCE);
  });

  it('computes the same with float32 weights', async () => {
    const difference = greatestDifference(await runFace(name), await runFace(name, { precision: 'float32' }));
    expect(difference).toBeLessThan(PRECISION_TOLERANCE);
  });

  it('keeps every float16 weight of the source bit by bit', () => {
    const sorted = (values: readonly number[]): Buffer => Buffer.from(Uint16Array.from(values).sort().buffer);
    const source = readTfliteModel(assets.get(faceModels[name].sourceFile) ?? new Uint8Array(0));
    const sourceBits = source.tensors
      .filter(({ type, data }) => type === 'FLOAT16' && data.length > 0)
      .flatMap(({ data }) => [...new Uint16Array(Uint8Array.from(data).buffer)]);
    // Without merging, each weight of the source is written once, moved but not changed.
    const files = convertFaceModel(assets, name, { optimise: { mergeEqual: false } });
    const model = JSON.parse(Buffer.from(files.topology).toString()) as {
      weightsManifest: { weights: { dtype: string; shape: number[] }[] }[];
    };
    let offset = 0;
    const bits: number[] = [];
    for (const { dtype, shape } of model.weightsManifest[0]?.weights ?? []) {
      const length = shape.reduce((product, size) => product * size, dtype === 'int32' ? 4 : 2);
      const part = Uint8Array.from(files.weights.subarray(offset, offset + length));
      if (dtype === 'float32') new Uint16Array(part.buffer).forEach((value) => bits.push(value));
      offset += length;
    }
    expect(offset).toBe(files.weights.length);
    expect(bits).toHaveLength(sourceBits.length);
    expect(Buffer.compare(sorted(bits), sorted(sourceBits))).toBe(0);
    expect(bits.every((value) => Number.isFinite(float16ToFloat32(value)))).toBe(true);
  });

  it('comes out the same twice, byte by byte', () => {
    const [one, two] = [convertFaceModel(assets, name), convertFaceModel(assets, name)];
    expect(Buffer.compare(one.topology, two.topology)).toBe(0);
    expect(Buffer.compare(one.weights, two.weights)).toBe(0);
  });
});

describe('what the models see in a drawn face', () => {
  it('the detector finds it and puts its box around it', async () => {
    const [{ values } = { values: [] }] = await runFace('detector');
    const rows = Array.from({ length: 896 }, (_, row) => values.slice(17 * row, 17 * row + 17));
    const best = rows.reduce((top, row, index) => ((row[0] ?? 0) > (rows[top]?.[0] ?? 0) ? index : top), 0);
    const [logit = NaN, x = NaN, y = NaN, width = NaN, height = NaN] = rows[best] ?? [];
    // Anchors: two in each cell of a 16 x 16 grid, then six in each of 8 x 8; boxes are in pixels from their anchor.
    const [cell, grid] = best < 512 ? [Math.floor(best / 2), 16] : [Math.floor((best - 512) / 6), 8];
    const centreX = x / 128 + ((cell % grid) + 0.5) / grid;
    const centreY = y / 128 + (Math.floor(cell / grid) + 0.5) / grid;
    const score = 1 / (1 + Math.exp(-logit));
    expect(score).toBeGreaterThan(0.5);
    // The drawn face is 0.6 wide and 0.8 high about (0.5, 0.52); the detector's box runs from brows to chin.
    expect(Math.hypot(centreX - 0.5, centreY - 0.55)).toBeLessThan(0.1);
    expect(width / 128).toBeGreaterThan(0.35);
    expect(width / 128).toBeLessThan(0.75);
    expect(height / width).toBeCloseTo(1, 1);
  });

  it('the attention mesh lays eyes, lips and irises where they are drawn', async () => {
    const outputs = await runFace('attention');
    const asked = Object.keys(ASKED['attention']);
    const centre = (name: string, stride: number): readonly [number, number] => {
      const values = outputs[asked.indexOf(name)]?.values ?? [];
      const points = values.length / stride;
      const mean = (axis: number): number =>
        values.filter((_, index) => index % stride === axis).reduce((sum, value) => sum + value, 0) /
        points /
        192;
      return [mean(0), mean(1)];
    };
    /** Share of the crop: the drawn eyes are 0.12 wide. */
    const near = 0.06;
    const drawn = [
      ['Identity_2:0', 0.38, 0.42],
      ['Identity_6:0', 0.62, 0.42],
      ['output_lips', 0.5, 0.72],
    ] as const;
    for (const [name, x, y] of drawn) {
      const [cx, cy] = centre(name, 2);
      expect(Math.hypot(cx - x, cy - y)).toBeLessThan(near);
    }
  });
});
