import { HuotiError, isHuotiError } from '@huoti/protocol';
import type { AbortSignalLike } from '../../host/AbortSignalLike.js';
import type { AssetLoader } from '../../host/AssetLoader.js';
import type { ModelManifest } from '../ModelManifest.js';
import { sha256Hex } from './sha256Hex.js';

/** What {@link loadVerifiedAsset} takes. */
export interface LoadVerifiedAssetOptions {
  assets: AssetLoader;
  manifest: Pick<ModelManifest, 'files'>;
  /** Name in `manifest.files`. */
  file: string;
  signal?: AbortSignalLike | undefined;
  /** Bytes of this file so far. */
  onBytes?: (loadedBytes: number) => void;
}

/**
 * Loads one file and checks its length and sha256 against the manifest.
 *
 * @throws HuotiError MODEL_LOAD_FAILED, MODEL_INTEGRITY_MISMATCH (names the file, got and expected), ABORTED
 */
export async function loadVerifiedAsset(options: LoadVerifiedAssetOptions): Promise<ArrayBuffer> {
  const { assets, manifest, file, signal, onBytes } = options;
  const expected = Object.prototype.hasOwnProperty.call(manifest.files, file)
    ? manifest.files[file]
    : undefined;
  if (!expected) {
    throw new HuotiError('MODEL_LOAD_FAILED', `the manifest lists no file ${file}: build the models again`);
  }
  let bytes: ArrayBuffer;
  try {
    bytes = await assets.load(file, {
      signal,
      onProgress: (loaded) => onBytes?.(Math.min(loaded, expected.bytes)),
    });
  } catch (error) {
    if (isHuotiError(error)) throw error;
    throw new HuotiError(
      'MODEL_LOAD_FAILED',
      `${file} could not be loaded: serve it where the page looks for it`,
      {
        cause: error,
        retryable: true,
      },
    );
  }
  if (bytes.byteLength !== expected.bytes) {
    throw mismatch(file, `${bytes.byteLength} bytes`, `${expected.bytes}`);
  }
  const hex = await sha256Hex(bytes, assets);
  if (hex !== expected.sha256) throw mismatch(file, `sha256 ${hex}`, expected.sha256);
  onBytes?.(expected.bytes);
  return bytes;
}

const mismatch = (file: string, got: string, expected: string): HuotiError =>
  new HuotiError(
    'MODEL_INTEGRITY_MISMATCH',
    `${file}: got ${got}, expected ${expected}; serve the file that belongs to this manifest, unchanged`,
  );
