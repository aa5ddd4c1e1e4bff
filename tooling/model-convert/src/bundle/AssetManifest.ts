/** A file of the bundle, for a host to serve and an engine to check. */
export interface AssetFile {
  /** Lower-case hex. */
  readonly sha256: string;
  readonly bytes: number;
}

/** What is known of one model. */
export interface AssetModelCard {
  readonly topologyFile: string;
  readonly weightsFile: string;
  /** NHWC. */
  readonly inputShape: readonly number[];
  readonly valueRange: readonly [number, number];
  readonly licence: string;
  readonly source: { readonly package: string; readonly version: string; readonly file: string };
  readonly trainedOn: string;
  readonly errorRates: readonly string[];
}

/** The manifest of the bundle, version 1; the engine's `ModelManifest` has the same shape. */
export interface AssetManifest {
  readonly version: 1;
  readonly files: Readonly<Record<string, AssetFile>>;
  readonly models: { readonly detector: AssetModelCard; readonly attention: AssetModelCard };
  readonly wasm: { readonly simd: string; readonly plain: string };
}
