import type { AssetFile, ModelCard, ModelManifest } from '@huoti/core';
import type { NetworkName } from './networks/networks.js';

/** `recognitionManifest` of `@huoti/models/recognition`: what an embedder may load. */
export interface RecognitionManifest {
  readonly version: 1;
  readonly files: Readonly<Record<string, AssetFile>>;
  readonly models: Readonly<Record<NetworkName, ModelCard>>;
  /** The compute backend's own files, names in `files`. */
  readonly wasm: ModelManifest['wasm'];
}
