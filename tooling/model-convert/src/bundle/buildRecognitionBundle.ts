import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { convertRecognitionModel } from '../recognition/convertRecognitionModel.js';
import { recognitionCards } from '../recognition/recognitionCards.js';
import type { RecognitionModelName } from '../recognition/recognitionModels.js';
import type { AssetFile, AssetModelCard } from './AssetManifest.js';
import { describeFile } from './describeFile.js';
import { WASM_FILES } from './wasmFiles.js';

/** Where the sources are installed. */
export interface RecognitionBundleSources {
  /** Folder of each network's pinned package. */
  readonly directories: Readonly<Record<RecognitionModelName, string>>;
  /** Folder with the wasm files of the pinned `@tensorflow/tfjs-backend-wasm` (its `dist`). */
  readonly wasmDirectory: string;
}

/** The manifest of what compares faces, version 1. */
export interface RecognitionAssetManifest {
  readonly version: 1;
  readonly files: Readonly<Record<string, AssetFile>>;
  readonly models: Readonly<Record<RecognitionModelName, AssetModelCard>>;
  readonly wasm: { readonly simd: string; readonly plain: string };
}

/** All files by name, nothing written yet. */
export interface RecognitionBundle {
  readonly assets: ReadonlyMap<string, Uint8Array>;
  readonly manifest: RecognitionAssetManifest;
}

/**
 * Makes what a server compares faces with: a folder of its own with all that it needs, so that nothing of it is ever part of
 * what a phone loads. The same sources give the same bytes.
 *
 * @throws ConversionError WRONG_SOURCE, UNSUPPORTED, MALFORMED_FILE
 * @example const { assets, manifest } = await buildRecognitionBundle({ directories, wasmDirectory });
 */
export async function buildRecognitionBundle({
  directories,
  wasmDirectory,
}: RecognitionBundleSources): Promise<RecognitionBundle> {
  const assets = new Map<string, Uint8Array>();
  for (const [name, directory] of Object.entries(directories) as [RecognitionModelName, string][]) {
    const { topology, weights } = await convertRecognitionModel(name, directory);
    assets.set(recognitionCards[name].topologyFile, topology);
    assets.set(recognitionCards[name].weightsFile, weights);
  }
  for (const file of Object.values(WASM_FILES)) assets.set(file, await readFile(join(wasmDirectory, file)));
  return {
    assets,
    manifest: {
      version: 1,
      files: Object.fromEntries([...assets].map(([name, bytes]) => [name, describeFile(bytes)])),
      models: recognitionCards,
      wasm: WASM_FILES,
    },
  };
}
