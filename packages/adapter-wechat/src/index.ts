export type {
  MiniProgramApi,
  MiniProgramCall,
  MiniProgramCameraContext,
  MiniProgramCameraFrame,
  MiniProgramFaceAnchor,
  MiniProgramFailure,
  MiniProgramFiles,
  MiniProgramFrameListener,
  MiniProgramRequestTask,
  MiniProgramResponse,
  MiniProgramVisionSession,
  MiniProgramWorker,
} from './platform/MiniProgramApi.js';
export type { MiniProgramKind, MiniProgramProfile } from './platform/MiniProgramProfile.js';
export type { MiniProgramWasm } from './platform/MiniProgramWasm.js';
export type { CameraElement, CameraElementFault } from './camera/CameraElement.js';
export type { MiniProgramLightSurface } from './light/MiniProgramLightSurface.js';
export type { MiniProgramHostPieces } from './MiniProgramHostPieces.js';
export type {
  LocalMode,
  MiniProgramMode,
  MiniProgramRun,
  NativeMode,
  WebViewMode,
} from './modes/MiniProgramModes.js';
export { createPackageAssetLoader } from './engine/createPackageAssetLoader.js';
export type { PackageAssetLoaderOptions } from './engine/createPackageAssetLoader.js';
export { layOutPackages } from './engine/layOutPackages.js';
export type { PackageLayoutOptions } from './engine/layOutPackages.js';
export type { PackageAssets } from './engine/PackageAssets.js';
export type { PackageFile, PackageLayout } from './engine/PackageLayout.js';
