export type { AbortSignalLike, AssetLoader, AssetLoadOptions } from './AssetLoader.js';
export { createNodeAssetLoader } from './createNodeAssetLoader.js';
export type { NodeAssetLoaderOptions } from './createNodeAssetLoader.js';
export { createPassiveAssetLoader } from './createPassiveAssetLoader.js';
export { createRecognitionAssetLoader } from './createRecognitionAssetLoader.js';
