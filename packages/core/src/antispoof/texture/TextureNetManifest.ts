import type { AssetFile, ModelCard, ModelManifest } from '../../vision/ModelManifest.js';

/** `passiveManifest` of `@huoti/models/passive`: what a texture net may load. */
export interface TextureNetManifest {
  readonly version: 1;
  readonly files: Readonly<Record<string, AssetFile>>;
  readonly models: { readonly texture: ModelCard };
  /** The compute backend's own files, names in `files`. */
  readonly wasm: ModelManifest['wasm'];
}
