/** The part of `AbortSignal` that is used; the engine's type of the same name has the same shape. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  readonly reason?: unknown;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** What {@link AssetLoader.load} takes besides the name. */
export interface AssetLoadOptions {
  signal?: AbortSignalLike | undefined;
  /** Called as bytes arrive. */
  onProgress?: ((loadedBytes: number, totalBytes: number | null) => void) | undefined;
}

/** How a host gets files to the engine, whose own `AssetLoader` has the same shape. */
export interface AssetLoader {
  /** @param file name as it stands in the manifest */
  load(file: string, options?: AssetLoadOptions): Promise<ArrayBuffer>;
  /** sha256 as lower-case hex. */
  sha256Hex?(bytes: ArrayBuffer): Promise<string>;
}
