import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { convertFaceModel } from '../faces/convertFaceModel.js';
import type { FaceModelName } from '../faces/faceModels.js';
import { readCanonicalFace } from '../faces/readCanonicalFace.js';
import { readPackedAssets } from '../source/readPackedAssets.js';
import type { AssetManifest } from './AssetManifest.js';
import { describeFile } from './describeFile.js';
import { modelCards } from './modelCards.js';
import { WASM_FILES } from './wasmFiles.js';

/** Where the bundle's sources are installed. */
export interface ModelBundleSources {
  /** Folder of the pinned `@mediapipe/face_mesh`. */
  readonly faceMeshDirectory: string;
  /** Folder with the wasm files of the pinned `@tensorflow/tfjs-backend-wasm` (its `dist`). */
  readonly wasmDirectory: string;
}

/** All files of the bundle by name, nothing written yet. */
export interface ModelBundle {
  readonly assets: ReadonlyMap<string, Uint8Array>;
  /** For development and tests; not in the manifest. */
  readonly development: ReadonlyMap<string, Uint8Array>;
  readonly manifest: AssetManifest;
}

const CANONICAL_FACE_FILE = 'canonical-face.json';

/**
 * Makes everything that the models package ships. The same sources give the same bytes.
 *
 * @throws ConversionError WRONG_SOURCE, UNSUPPORTED, MALFORMED_FILE
 * @example const { assets, manifest } = await buildModelBundle({ faceMeshDirectory, wasmDirectory });
 */
export async function buildModelBundle({
  faceMeshDirectory,
  wasmDirectory,
}: ModelBundleSources): Promise<ModelBundle> {
  const packed = await readPackedAssets(faceMeshDirectory);
  const filesOf = (name: FaceModelName): [string, Uint8Array][] => {
    const { topology, weights } = convertFaceModel(packed, name);
    return [
      [`face-${name}.json`, topology],
      [`face-${name}.bin`, weights],
    ];
  };
  const wasmFiles = Object.values(WASM_FILES).map(
    async (file): Promise<[string, Uint8Array]> => [file, await readFile(join(wasmDirectory, file))],
  );
  const assets = new Map([
    ...filesOf('detector'),
    ...filesOf('attention'),
    ...(await Promise.all(wasmFiles)),
  ]);
  const canonicalFace = Buffer.from(JSON.stringify(readCanonicalFace(packed)), 'utf8');
  return {
    assets,
    development: new Map([...filesOf('mesh'), [CANONICAL_FACE_FILE, canonicalFace]]),
    manifest: {
      version: 1,
      files: Object.fromEntries([...assets].map(([name, bytes]) => [name, describeFile(bytes)])),
      models: modelCards,
      wasm: WASM_FILES,
    },
  };
}
