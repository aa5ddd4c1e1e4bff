import { fileURLToPath } from 'node:url';
import type { AssetLoader } from './AssetLoader.js';
import { createNodeAssetLoader, type NodeAssetLoaderOptions } from './createNodeAssetLoader.js';

/**
 * An asset loader for the files of `passiveManifest`, for Node: `createNodeAssetLoader` on a folder of its own.
 *
 * @example createTfjsTextureNet({ assets: createPassiveAssetLoader(), manifest: passiveManifest, clock })
 */
export function createPassiveAssetLoader({
  directory = fileURLToPath(new URL('../dist/passive', import.meta.url)),
}: NodeAssetLoaderOptions = {}): AssetLoader & Required<Pick<AssetLoader, 'sha256Hex'>> {
  return createNodeAssetLoader({ directory });
}
