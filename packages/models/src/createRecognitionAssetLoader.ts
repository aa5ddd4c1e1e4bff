import { fileURLToPath } from 'node:url';
import type { AssetLoader } from './AssetLoader.js';
import { createNodeAssetLoader, type NodeAssetLoaderOptions } from './createNodeAssetLoader.js';

/**
 * An asset loader for the files of `recognitionManifest`, for Node: `createNodeAssetLoader` on a folder of its own.
 *
 * @example createTfjsEmbedder({ assets: createRecognitionAssetLoader(), manifest: recognitionManifest, clock })
 */
export function createRecognitionAssetLoader({
  directory = fileURLToPath(new URL('../dist/recognition', import.meta.url)),
}: NodeAssetLoaderOptions = {}): AssetLoader & Required<Pick<AssetLoader, 'sha256Hex'>> {
  return createNodeAssetLoader({ directory });
}
