import type { Clock, FaceLandmarker, Logger, ModelManifest } from '@huoti/core';
import type { MiniProgramApi } from '../platform/MiniProgramApi.js';
import type { MiniProgramProfile } from '../platform/MiniProgramProfile.js';
import type { MiniProgramWasm } from '../platform/MiniProgramWasm.js';
import { createPackageAssetLoader } from './createPackageAssetLoader.js';
import { createPackageEngine } from './createPackageEngine.js';
import type { PackageAssets } from './PackageAssets.js';
import { layOutPackages } from './layOutPackages.js';
import type { PackageLayout } from './PackageLayout.js';

/** What {@link createMiniProgramLandmarker} takes. */
export interface MiniProgramLandmarkerOptions {
  api: Pick<
    MiniProgramApi,
    'getFileSystemManager' | 'createWorker' | 'getDeviceInfo' | 'getAppBaseInfo' | 'getSystemInfoSync'
  >;
  /** `WXWebAssembly`, `TTWebAssembly`; `null` where the realm has none. */
  wasm: MiniProgramWasm | null;
  profile: Pick<MiniProgramProfile, 'readsBrotli'>;
  /** `modelManifest`, which the same file exports. */
  manifest: ModelManifest;
  /** On the scale of the frames' timestamps. */
  clock: Clock;
  /** @default where `huoti-miniprogram-assets` writes by itself */
  layout?: PackageLayout;
  /** @default the package files of `layout` */
  assets?: PackageAssets;
  /** Brings the subpackages with the files before the first is read: see `createPackageAssetLoader`. */
  fetchPackages?: () => Promise<unknown>;
  logger?: Logger;
}

/** Finds landmarks in a mini-program. */
export function createMiniProgramLandmarker(options: MiniProgramLandmarkerOptions): FaceLandmarker {
  const { api, wasm, profile, manifest, clock, fetchPackages, logger } = options;
  const layout = options.layout ?? layOutPackages({ files: Object.keys(manifest.files), profile });
  const assets =
    options.assets ?? createPackageAssetLoader({ api, layout, ...(fetchPackages ? { fetchPackages } : {}) });
  return createPackageEngine({ wasm, assets, manifest, clock, logger });
}
