import type { AssetFile, ModelCard } from './ModelManifest.js';

/** All files that an embedder may ask a host for, and which of them is what. Fits the embedder's own type of this name. */
export interface RecognitionManifest {
  readonly version: 1;
  readonly files: Readonly<Record<string, AssetFile>>;
  readonly models: {
    readonly residual: ModelCard;
    readonly mobile: ModelCard;
    readonly pooled: ModelCard;
  };
  /** Names in {@link RecognitionManifest.files}. */
  readonly wasm: { readonly simd: string; readonly plain: string };
}
