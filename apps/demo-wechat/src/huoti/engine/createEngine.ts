import {
  createMiniProgramLandmarker,
  modelManifest,
  type createMiniProgramClock,
} from '@huoti/adapter-wechat/miniprogram';
import { packageLayout } from './packageLayout.js';
import type { Platform } from '../../platform/platform.js';

/** What {@link createEngine} takes. */
export interface EngineOptions {
  readonly platform: Platform;
  readonly clock: ReturnType<typeof createMiniProgramClock>;
  /** Brings the two packages with weights. Its paths count from the page's file, so that each page has its own. */
  readonly fetchPackages: () => Promise<unknown>;
}

/** The engine for one session, out of this mini-program's packages. */
export function createEngine({
  platform,
  clock,
  fetchPackages,
}: EngineOptions): ReturnType<typeof createMiniProgramLandmarker> {
  const { api, profile, wasm } = platform;
  return createMiniProgramLandmarker({
    api,
    wasm,
    profile,
    manifest: modelManifest,
    clock,
    layout: packageLayout(platform),
    fetchPackages,
  });
}
