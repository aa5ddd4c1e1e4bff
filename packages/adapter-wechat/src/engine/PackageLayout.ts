/** Where one file of the engine lies in a mini-program's packages. */
export interface PackageFile {
  /** Absolute paths in the code package, in the order in which they are joined. */
  readonly parts: readonly string[];
  /**
   * How each part is stored: a brotli stream, a JSON file with base64 in its `data` (an ending that every platform takes, with a
   * content that no build tool breaks), or as it is.
   */
  readonly packing: 'brotli' | 'base64' | 'none';
}

/** Where the engine's files lie in a mini-program: what `huoti-miniprogram-assets` writes and the asset loader reads. */
export interface PackageLayout {
  /** By the name that the file has in the manifest; the two probes besides. */
  readonly files: Readonly<Record<string, PackageFile>>;
  /** The worker's script, as `createWorker` takes it: from the package's root, without a leading slash. */
  readonly workerScript: string;
}
