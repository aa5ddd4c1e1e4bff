// The one file that a mini-program needs: adapter, engine and client, composed. It is bundled by bundleMiniProgram.mjs; its text,
// with `../src/` as `../`, is the bundle's type file, so it holds nothing but exports.
export * from '../src/index.js';
export { createMiniProgramLandmarker } from '../src/engine/createMiniProgramLandmarker.js';
export type { MiniProgramLandmarkerOptions } from '../src/engine/createMiniProgramLandmarker.js';
export {
  createAbortSource,
  createPlan,
  createPlanRandom,
  createSession,
  DEADLINES,
  DEVICE_ONLY_POLICIES,
  // Judges a recorded trace again: the same verdict in every host is tested through it.
  replaySession,
} from '@huoti/core';
export { createLiveness, createPlatformVerification, refusedOutcome } from '@huoti/client';
export { decodeTraceChunk, HuotiError, isHuotiError } from '@huoti/protocol';
export {
  createScreenState,
  en,
  errorGuidance,
  formatMessage,
  reduceScreen,
  refusalGuidance,
  zhCN,
} from '@huoti/ui';
export { modelManifest } from '@huoti/models';
