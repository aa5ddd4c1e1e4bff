/** One file that a host has to serve, by name. */
export interface AssetFile {
  readonly sha256: string;
  readonly bytes: number;
}

/** What is known of one converted model. */
export interface ModelCard {
  /** Names in {@link ModelManifest.files}. */
  readonly topologyFile: string;
  readonly weightsFile: string;
  /** NHWC. */
  readonly inputShape: readonly number[];
  /** What the input's values range over, for example [0, 1] or [-1, 1]. */
  readonly valueRange: readonly [number, number];
  readonly licence: string;
  /** npm package, version and file it was converted from. */
  readonly source: { readonly package: string; readonly version: string; readonly file: string };
  /** What is known of its training data, in a sentence. */
  readonly trainedOn: string;
  /** Measured error rates, each with what it was measured on. Empty where none were measured. */
  readonly errorRates: readonly string[];
}

/** Made by the models package; the engine checks every byte it loads against it. */
export interface ModelManifest {
  readonly version: 1;
  readonly files: Readonly<Record<string, AssetFile>>;
  readonly models: { readonly detector: ModelCard; readonly attention: ModelCard };
  /** The compute backend's own files, names in `files`. */
  readonly wasm: { readonly simd: string; readonly plain: string };
}
