// Measures what docs/models.md states: node counts, bytes raw and brotli, and milliseconds an execution on the wasm
// backend of this machine, with each optimisation left out in turn. The variants take turns, so that load hits all alike.
// Run after `build`: node scripts/measure.mjs [runs]
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { loadGraphModel } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';
import ts from 'typescript';
import { convertFaceModel, readPackedAssets } from '../dist/index.js';

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('..', import.meta.url));
const runs = Number(process.argv[2] ?? 100);
const WARM_UP_RUNS = 20;
const SIZES = { detector: 128, attention: 192, mesh: 192 };
const NONE = { fuseActivations: false, collapseReshapes: false, mergeEqual: false, removeIdentities: false };
const VARIANTS = {
  'as shipped': {},
  'no fusing': { fuseActivations: false },
  'no merging': { mergeEqual: false },
  'no collapsing': { collapseReshapes: false },
  'identities kept': { removeIdentities: false },
  'no optimisation': NONE,
};

/** The tests' helpers are TypeScript; they are stripped of their types here. */
async function importHelper(name) {
  const source = await readFile(join(root, 'test', `${name}.ts`), 'utf8');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { target: 'ES2022', module: 'ES2022' },
  });
  const directory = join(root, 'dist', 'measure');
  await mkdir(directory, { recursive: true });
  const file = join(directory, `${name}.js`);
  await writeFile(file, outputText);
  return import(file);
}

async function load(files) {
  const { modelTopology, format, signature, weightsManifest } = JSON.parse(
    Buffer.from(files.topology).toString(),
  );
  const weightData = Uint8Array.from(files.weights).buffer;
  const weightSpecs = weightsManifest.flatMap(({ weights }) => weights);
  return loadGraphModel({
    load: async () => ({ modelTopology, format, signature, weightSpecs, weightData }),
  });
}

const { registerTestCustomOps } = await importHelper('registerTestCustomOps');
const { syntheticInput } = await importHelper('syntheticInput');
registerTestCustomOps();
setWasmPaths(dirname(require.resolve('@tensorflow/tfjs-backend-wasm')) + sep);
await tf.setBackend('wasm');
const simd = await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT');
console.log(`Node ${process.version}, wasm SIMD ${simd}, ${runs} runs of each`);
const assets = await readPackedAssets(dirname(require.resolve('@mediapipe/face_mesh/package.json')));
for (const [name, size] of Object.entries(SIZES)) {
  const input = tf.tensor(syntheticInput(size), [1, size, size, 3]);
  const rows = [];
  for (const [variant, optimise] of Object.entries(VARIANTS)) {
    const files = convertFaceModel(assets, name, { optimise });
    const model = await load(files);
    rows.push({ variant, files, model, outputs: model.outputs.map((output) => output.name), times: [] });
  }
  const execute = ({ model, outputs }) =>
    tf.tidy(() => [model.execute(input, outputs)].flat().forEach((t) => t.dataSync()));
  for (const row of rows) for (let run = 0; run < WARM_UP_RUNS; run += 1) execute(row);
  for (let run = 0; run < runs; run += 1) {
    for (const row of rows) {
      const start = performance.now();
      execute(row);
      row.times.push(performance.now() - start);
    }
  }
  for (const { variant, files, times } of rows) {
    times.sort((a, b) => a - b);
    const [min, median] = [times[0], times[Math.floor(times.length / 2)]].map((time) => time.toFixed(2));
    const sizes = [files.topology, files.weights].map(
      (bytes) => `${bytes.length} (${brotliCompressSync(bytes).length})`,
    );
    console.log(
      `${name} | ${variant} | ${files.nodeCount} nodes | min ${min} median ${median} ms | ${sizes.join(' + ')}`,
    );
  }
}
