import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { loadGraphModel, type GraphModel } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';
import type { GraphModelFiles } from '../src/index.js';

const require = createRequire(import.meta.url);

/** Starts the wasm backend, the one that phones run first. */
export async function startWasm(): Promise<void> {
  setWasmPaths(dirname(require.resolve('@tensorflow/tfjs-backend-wasm')) + sep);
  await tf.setBackend('wasm');
  await tf.ready();
}

interface GraphModelJson {
  readonly modelTopology: object;
  readonly format: string;
  readonly weightsManifest: readonly { readonly weights: tf.io.WeightsManifestEntry[] }[];
}

/** Loads converted files as an engine does: topology from JSON, weights as one buffer. */
export async function loadFiles({
  topology,
  weights,
}: Pick<GraphModelFiles, 'topology' | 'weights'>): Promise<GraphModel> {
  const model = JSON.parse(Buffer.from(topology).toString('utf8')) as GraphModelJson & { signature: object };
  const artifacts: tf.io.ModelArtifacts = {
    modelTopology: model.modelTopology,
    format: model.format,
    weightSpecs: model.weightsManifest.flatMap((group) => group.weights),
    weightData: Uint8Array.from(weights).buffer,
  };
  Object.assign(artifacts, { signature: model.signature });
  return loadGraphModel({ load: () => Promise.resolve(artifacts) });
}

/** An output's shape and values. */
export interface OutputValues {
  readonly shape: readonly number[];
  readonly values: readonly number[];
}

/** Runs a model on a flat input and reads the named outputs. */
export function runOutputs(
  model: GraphModel,
  input: { readonly values: Float32Array; readonly shape: readonly number[] },
  names: readonly string[],
): readonly OutputValues[] {
  return tf.tidy(() => {
    const result = model.execute(tf.tensor(input.values, [...input.shape]), [...names]);
    return [result].flat().map((tensor) => ({ shape: tensor.shape, values: [...tensor.dataSync()] }));
  });
}
