import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { recognitionDirectories } from '../../test/recognitionDirectories.js';
import { recognitionReferences } from '../../test/recognitionReferences.js';
import { loadFiles, runOutputs, startWasm } from '../../test/runGraphModel.js';
import { syntheticInput } from '../../test/syntheticInput.js';
import { convertRecognitionModel } from './convertRecognitionModel.js';
import { recognitionModels, type RecognitionModelName } from './recognitionModels.js';

const NAMES = Object.keys(recognitionModels) as RecognitionModelName[];

/** What each network is fed in its reference run: side in px, and numbers from red, green and blue of 0 to 1. */
const INPUTS: Readonly<
  Record<RecognitionModelName, { side: number; from: (value: number, at: number) => number }>
> = {
  residual: {
    side: 150,
    from: (value, at) => (value * 255 - ([122.782, 117.001, 104.298][at % 3] ?? 0)) / 255,
  },
  mobile: { side: 112, from: (value) => (value * 255 - 127) / 128 },
  pooled: { side: 224, from: (value) => value * 255 },
};

/**
 * The least cosine with the reference. Measured: float32 weights 1.000000 for each; float16 ones, in which two of the three
 * are stored, 0.999995 or more.
 */
const LEAST_COSINE = 0.9999;

async function run(name: RecognitionModelName, precision: 'float16' | 'float32'): Promise<readonly number[]> {
  const { side, from } = INPUTS[name];
  const model = await loadFiles(
    await convertRecognitionModel(name, recognitionDirectories[name], { precision }),
  );
  const [output] = runOutputs(model, { values: syntheticInput(side).map(from), shape: [1, side, side, 3] }, [
    'embedding',
  ]);
  model.dispose();
  return output?.values ?? [];
}

function cosine(a: readonly number[], b: readonly number[]): number {
  const dot = a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
  return dot / (Math.hypot(...a) * Math.hypot(...b));
}

let scratch: string;

beforeAll(async () => {
  await startWasm();
  scratch = await mkdtemp(join(tmpdir(), 'huoti-recognition-'));
});

afterAll(() => rm(scratch, { recursive: true }));

describe.each(NAMES)('%s', (name) => {
  const reference = recognitionReferences[name];
  const sampled = (values: readonly number[]): number[] =>
    values.filter((_value, at) => at % reference.step === 0);

  it('gives with float32 weights what the original gives in its own runtime', async () => {
    const values = await run(name, 'float32');
    expect(values).toHaveLength(reference.values);
    expect(Math.hypot(...values)).toBeCloseTo(reference.length, 3);
    for (const [index, value] of sampled(values).entries()) {
      expect(Math.abs(value - (reference.sampled[index] ?? NaN))).toBeLessThan(1e-3 * reference.length);
    }
  });

  it('points in the same direction with the weights that are shipped', async () => {
    const values = await run(name, 'float16');
    expect(cosine(sampled(values), reference.sampled)).toBeGreaterThan(LEAST_COSINE);
  });

  it('comes out the same twice', async () => {
    const [once, again] = [
      await convertRecognitionModel(name, recognitionDirectories[name]),
      await convertRecognitionModel(name, recognitionDirectories[name]),
    ];
    expect(Buffer.compare(once.topology, again.topology)).toBe(0);
    expect(Buffer.compare(once.weights, again.weights)).toBe(0);
  });

  it('is refused where a byte of the source differs from the pinned one', async () => {
    const folder = join(scratch, name);
    const { files } = recognitionModels[name];
    for (const { path } of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await copyFile(join(recognitionDirectories[name], path), join(folder, path));
    }
    const bytes = await readFile(join(folder, files[0].path));
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    await writeFile(join(folder, files[0].path), bytes);
    await expect(convertRecognitionModel(name, folder)).rejects.toMatchObject({ code: 'WRONG_SOURCE' });
  });
});
