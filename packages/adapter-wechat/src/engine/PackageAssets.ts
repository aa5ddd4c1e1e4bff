import type { AssetLoader } from '@huoti/core';

/** Files of the engine out of a mini-program's packages. */
export interface PackageAssets extends AssetLoader {
  /** Which package file holds it, for what the mini-program opens by path: a wasm module. `null` where it is not one file. */
  pathOf(file: string): string | null;
}
