import type { AbortSignalLike } from './AbortSignalLike.js';

/** What {@link AssetLoader.load} takes besides the name. */
export interface AssetLoadOptions {
  signal?: AbortSignalLike | undefined;
  /** Called as bytes arrive; `totalBytes` is `null` where the host does not know it. */
  onProgress?: ((loadedBytes: number, totalBytes: number | null) => void) | undefined;
}

/**
 * How a host gets model and wasm files: a fetch from its own origin, a package file, a folder. It only carries bytes;
 * the engine checks length and sha256 against the manifest.
 */
export interface AssetLoader {
  /**
   * @param file name as it stands in the manifest, without a path
   * @throws HuotiError MODEL_LOAD_FAILED (retryable where another try may help), ABORTED
   */
  load(file: string, options?: AssetLoadOptions): Promise<ArrayBuffer>;
  /** sha256 as lower-case hex, where the host has a faster one than the engine's own. */
  sha256Hex?(bytes: ArrayBuffer): Promise<string>;
}
