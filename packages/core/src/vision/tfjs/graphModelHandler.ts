import { HuotiError } from '@huoti/protocol';
import type { io } from '@tensorflow/tfjs-core';

interface GraphModelFile {
  readonly format: string;
  readonly modelTopology: object;
  readonly signature: object;
  readonly weightsManifest: readonly { readonly weights: io.WeightsManifestEntry[] }[];
}

/** Hands a graph model that is already in memory to TF.js. The bytes are read, not kept. */
export function graphModelHandler(file: string, topology: ArrayBuffer, weights: ArrayBuffer): io.IOHandler {
  return {
    load: async () => {
      const model = parse(file, topology);
      const weightSpecs: io.WeightsManifestEntry[] = [];
      for (const group of model.weightsManifest) weightSpecs.push(...group.weights);
      return {
        format: model.format,
        modelTopology: model.modelTopology,
        signature: model.signature,
        weightSpecs,
        weightData: weights,
      };
    },
  };
}

function parse(file: string, topology: ArrayBuffer): GraphModelFile {
  try {
    const bytes = new Uint8Array(topology);
    // ASCII by construction: node names and base64.
    const parts: string[] = [];
    for (let at = 0; at < bytes.length; at += 8192) {
      parts.push(String.fromCharCode(...Array.from(bytes.subarray(at, at + 8192))));
    }
    return JSON.parse(parts.join('')) as GraphModelFile;
  } catch (cause) {
    throw new HuotiError('MODEL_LOAD_FAILED', `${file} is not a graph model: build the models again`, {
      cause,
    });
  }
}
