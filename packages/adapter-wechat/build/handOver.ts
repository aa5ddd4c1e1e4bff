// What a mini-program needs that hands a person over: to the platform's own verification, or to the operator's H5 page. No engine is in it,
// so that a page of the main package can have it. Bundled by bundleMiniProgram.mjs; its text, with `../src/` as `../`, is the bundle's type
// file, so it holds nothing but exports.
export type {
  MiniProgramApi,
  MiniProgramRequestTask,
  MiniProgramResponse,
} from '../src/platform/MiniProgramApi.js';
export type { MiniProgramKind, MiniProgramProfile } from '../src/platform/MiniProgramProfile.js';
export type {
  MiniProgramMode,
  MiniProgramRun,
  NativeMode,
  WebViewMode,
} from '../src/modes/MiniProgramModes.js';
export { miniProgramProfiles } from '../src/platform/miniProgramProfiles.js';
export { createAbortController } from '../src/host/createAbortController.js';
export { createMiniProgramClock } from '../src/host/createMiniProgramClock.js';
export { createMiniProgramRandom } from '../src/host/createMiniProgramRandom.js';
export { createMiniProgramTransport } from '../src/host/createMiniProgramTransport.js';
export { readMiniProgramFacts } from '../src/facts/readMiniProgramFacts.js';
export { createMiniProgramLiveness } from '../src/modes/createMiniProgramLiveness.js';
export { createPlatformVerification } from '@huoti/client';
export { HuotiError, isHuotiError } from '@huoti/protocol';
