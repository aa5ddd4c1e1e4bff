import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { wasmDirectory } from '../../test/faceAssets.js';
import { recognitionDirectories } from '../../test/recognitionDirectories.js';
import { loadFiles, runOutputs, startWasm } from '../../test/runGraphModel.js';
import { syntheticInput } from '../../test/syntheticInput.js';
import { buildPassiveBundle } from '../bundle/buildPassiveBundle.js';
import { convertPassiveModel } from './convertPassiveModel.js';
import { passiveModel } from './passiveModel.js';

const SIDE = 128;
/** The network that compares faces comes from the same package. */
const directory = recognitionDirectories.mobile;
/** What the original gives for the drawn face: onnxruntime-web 1.14.0, wasm, one thread, RGB 0 to 255 (2026-11-26). */
const REFERENCE: readonly number[] = [-0.131235, 4.373344, -4.242069];

beforeAll(startWasm);

async function run(precision: 'float16' | 'float32'): Promise<readonly number[]> {
  const model = await loadFiles(await convertPassiveModel(directory, { precision }));
  const values = syntheticInput(SIDE).map((value) => value * 255);
  const [output] = runOutputs(model, { values, shape: [1, SIDE, SIDE, 3] }, ['classes']);
  model.dispose();
  return output?.values ?? [];
}

describe('the network that judges texture', () => {
  it('gives with float32 weights what the original gives in its own runtime', async () => {
    const values = await run('float32');
    expect(values).toHaveLength(REFERENCE.length);
    for (const [at, value] of values.entries()) expect(value).toBeCloseTo(REFERENCE[at] ?? NaN, 3);
  });

  it('gives nearly the same with the weights that are shipped', async () => {
    const values = await run('float16');
    for (const [at, value] of values.entries()) expect(value).toBeCloseTo(REFERENCE[at] ?? NaN, 1);
  });

  it('is refused where a byte of the source differs from the pinned one', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'huoti-passive-'));
    try {
      const { path } = passiveModel.file;
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await copyFile(join(directory, path), join(folder, path));
      const bytes = await readFile(join(folder, path));
      bytes[100] = (bytes[100] ?? 0) ^ 1;
      await writeFile(join(folder, path), bytes);
      await expect(convertPassiveModel(folder)).rejects.toMatchObject({ code: 'WRONG_SOURCE' });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('is bundled with the kernels that it runs on and nothing else, the same twice', async () => {
    const bundle = await buildPassiveBundle({ directory, wasmDirectory });
    const { models, wasm, files } = bundle.manifest;
    const named = [models.texture.topologyFile, models.texture.weightsFile, wasm.simd, wasm.plain];
    expect([...bundle.assets.keys()].sort()).toEqual([...named].sort());
    expect(Object.keys(files).sort()).toEqual([...named].sort());
    expect((await buildPassiveBundle({ directory, wasmDirectory })).manifest).toEqual(bundle.manifest);
  });
});
