/** One file of `@huoti/models/assets`, to be served under its name. */
export interface AssetFile {
  /** Lower-case hex. */
  readonly sha256: string;
  readonly bytes: number;
}

/** What is known of one model. */
export interface ModelCard {
  /** Names in {@link ModelManifest.files}. */
  readonly topologyFile: string;
  readonly weightsFile: string;
  /** NHWC. */
  readonly inputShape: readonly number[];
  /** What the input's values range over. */
  readonly valueRange: readonly [number, number];
  /** SPDX identifier. */
  readonly licence: string;
  /** npm package, version and file it was converted from. */
  readonly source: { readonly package: string; readonly version: string; readonly file: string };
  /** What is known of its training data. */
  readonly trainedOn: string;
  /** Measured error rates, each with what it was measured on. Empty where none were measured. */
  readonly errorRates: readonly string[];
}

/** All files that an engine may ask a host for, and which of them is what. Fits the engine's own `ModelManifest`. */
export interface ModelManifest {
  readonly version: 1;
  readonly files: Readonly<Record<string, AssetFile>>;
  readonly models: { readonly detector: ModelCard; readonly attention: ModelCard };
  /** Names in {@link ModelManifest.files}. */
  readonly wasm: { readonly simd: string; readonly plain: string };
}
