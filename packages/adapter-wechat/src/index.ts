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
export { miniProgramProfiles } from './platform/miniProgramProfiles.js';
export { foldMiniProgramFailure } from './platform/foldMiniProgramFailure.js';
export { createCameraElement } from './camera/createCameraElement.js';
export type { CameraElementOptions } from './camera/createCameraElement.js';
export { createFrameOrientation } from './camera/createFrameOrientation.js';
export type {
  FrameOrientation,
  FrameOrientationOptions,
  FrameRotation,
} from './camera/createFrameOrientation.js';
export { orientLandmarker } from './camera/orientLandmarker.js';
export { createMiniProgramCameraSource } from './camera/createMiniProgramCameraSource.js';
export type { MiniProgramCameraSourceOptions } from './camera/createMiniProgramCameraSource.js';
export { checkCameraAccess } from './permission/checkCameraAccess.js';
export type { CameraAccessOptions } from './permission/checkCameraAccess.js';
export type { CameraAccess } from './permission/CameraAccess.js';
export { openCameraSettings } from './permission/openCameraSettings.js';
export type { CameraSettingsOptions } from './permission/openCameraSettings.js';
export { watchMiniProgram } from './lifecycle/watchMiniProgram.js';
export type { MiniProgramInterruption, MiniProgramWatchOptions } from './lifecycle/watchMiniProgram.js';
export { readMiniProgramFacts } from './facts/readMiniProgramFacts.js';
export type { MiniProgramFactsOptions } from './facts/readMiniProgramFacts.js';
export { createAbortController } from './host/createAbortController.js';
export type { MiniProgramAbortController } from './host/createAbortController.js';
export { createMiniProgramClock } from './host/createMiniProgramClock.js';
export type { MiniProgramClockOptions } from './host/createMiniProgramClock.js';
export { createMiniProgramRandom } from './host/createMiniProgramRandom.js';
export type { MiniProgramRandomOptions } from './host/createMiniProgramRandom.js';
export { createMiniProgramTransport } from './host/createMiniProgramTransport.js';
export type {
  MiniProgramTransport,
  MiniProgramTransportOptions,
  PlatformRequest,
} from './host/createMiniProgramTransport.js';
export type { PlatformAnswer } from './host/readPlatformAnswer.js';
export { createMiniProgramScreenLight } from './light/createMiniProgramScreenLight.js';
export type { MiniProgramScreenLightOptions } from './light/createMiniProgramScreenLight.js';
export { miniProgramLightSupport } from './light/miniProgramLightSupport.js';
export type {
  MiniProgramLightSupport,
  MiniProgramLightSupportOptions,
} from './light/miniProgramLightSupport.js';
export { createMiniProgramHost } from './createMiniProgramHost.js';
export type { MiniProgramHostOptions } from './createMiniProgramHost.js';
export { createMiniProgramLiveness } from './modes/createMiniProgramLiveness.js';
export type { MiniProgramLiveness, MiniProgramLivenessOptions } from './modes/createMiniProgramLiveness.js';
export { createVisionKitLandmarker } from './vision-kit/createVisionKitLandmarker.js';
export type {
  VisionKitLandmarker,
  VisionKitLandmarkerOptions,
} from './vision-kit/createVisionKitLandmarker.js';
export type { VisionKitCapabilities } from './vision-kit/VisionKitCapabilities.js';
