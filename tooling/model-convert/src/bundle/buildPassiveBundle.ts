import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { convertPassiveModel } from '../passive/convertPassiveModel.js';
import { passiveCard } from '../passive/passiveCard.js';
import type { AssetFile, AssetModelCard } from './AssetManifest.js';
import { describeFile } from './describeFile.js';
import { WASM_FILES } from './wasmFiles.js';

/** Where the sources are installed. */
export interface PassiveBundleSources {
  /** Folder of the network's pinned package. */
  readonly directory: string;
  /** Folder with the wasm files of the pinned `@tensorflow/tfjs-backend-wasm` (its `dist`). */
  readonly wasmDirectory: string;
}

/** The manifest of what judges a face's texture, version 1. */
export interface PassiveAssetManifest {
  readonly version: 1;
  readonly files: Readonly<Record<string, AssetFile>>;
  readonly models: { readonly texture: AssetModelCard };
  readonly wasm: { readonly simd: string; readonly plain: string };
}

/** All files by name, nothing written yet. */
export interface PassiveBundle {
  readonly assets: ReadonlyMap<string, Uint8Array>;
  readonly manifest: PassiveAssetManifest;
}

/**
 * Makes what judges a face's texture: a folder of its own with all that it needs, so that nobody loads it who did not ask for
 * it. The same sources give the same bytes.
 *
 * @throws ConversionError WRONG_SOURCE, UNSUPPORTED, MALFORMED_FILE
 * @example const { assets, manifest } = await buildPassiveBundle({ directory, wasmDirectory });
 */
export async function buildPassiveBundle({
  directory,
  wasmDirectory,
}: PassiveBundleSources): Promise<PassiveBundle> {
  const { topology, weights } = await convertPassiveModel(directory);
  const assets = new Map<string, Uint8Array>([
    [passiveCard.topologyFile, topology],
    [passiveCard.weightsFile, weights],
  ]);
  for (const file of Object.values(WASM_FILES)) assets.set(file, await readFile(join(wasmDirectory, file)));
  return {
    assets,
    manifest: {
      version: 1,
      files: Object.fromEntries([...assets].map(([name, bytes]) => [name, describeFile(bytes)])),
      models: { texture: passiveCard },
      wasm: WASM_FILES,
    },
  };
}
