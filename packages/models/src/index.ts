// The build writes the manifest into dist; this path reaches it from the sources and from the emitted file alike.
import { generatedManifest } from '../dist/manifest.js';
import type { ModelManifest } from './ModelManifest.js';

export type { AssetFile, ModelCard, ModelManifest } from './ModelManifest.js';

/**
 * The manifest of the files in `@huoti/models/assets`: a plain object, no bytes, usable on every host.
 *
 * @example createTfjsLandmarker({ manifest: modelManifest, assets, clock })
 */
export const modelManifest: ModelManifest = generatedManifest;
