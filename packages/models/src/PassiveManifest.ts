import type { AssetFile, ModelCard } from './ModelManifest.js';

/** All files that a texture net may ask a host for, and which of them is what. Fits the engine's own type of this name. */
export interface PassiveManifest {
  readonly version: 1;
  readonly files: Readonly<Record<string, AssetFile>>;
  readonly models: { readonly texture: ModelCard };
  /** Names in {@link PassiveManifest.files}. */
  readonly wasm: { readonly simd: string; readonly plain: string };
}
