import {
  createFrameOrientation,
  createMiniProgramClock,
  createMiniProgramHost,
  createMiniProgramLiveness,
  HuotiError,
  type MiniProgramMode,
} from '@huoti/adapter-wechat/miniprogram';
import type { ScreenEvent } from '@huoti/ui';
import type { TrySession } from '@huoti/ui-taro';
import { createBackend } from '../backend/createBackend.js';
import { createEngine } from '../engine/createEngine.js';
import { readPlatform } from '../engine/platform.js';
import { localMode } from './localMode.js';
import type { ModeOptions } from './ModeOptions.js';
import { nativeMode } from './nativeMode.js';
import { webViewMode } from './webViewMode.js';

/** What {@link buildSession} takes. */
export type SessionOptions = Pick<
  ModeOptions,
  'element' | 'request' | 'settings' | 'fetchPackages' | 'showPage'
>;

/** The mode that the operator chose, with a new session of the server where it has one. */
async function makeMode(options: ModeOptions): Promise<MiniProgramMode> {
  const { platform, clock, request, settings } = options;
  const { mode, backendUrl } = settings;
  if (backendUrl === '') {
    if (mode === 'local') return localMode(options, null);
    throw new HuotiError(
      'INVALID_ARGUMENT',
      `the mode ${mode} needs a backend: build with HUOTI_BACKEND_URL`,
    );
  }
  const backend = createBackend({ api: platform.api, clock, backendUrl });
  const session = await backend.openSession(mode, request.signal);
  if (mode === 'local') return localMode(options, session);
  if (mode === 'native') return nativeMode({ ...options, session });
  return webViewMode({ ...options, session }, backend);
}

/**
 * One try of one person, by the one call that all three modes have.
 *
 * @throws HuotiError INVALID_ARGUMENT for a mode that needs a backend, without one; what the backend's session throws
 */
export async function buildSession(given: SessionOptions): Promise<TrySession> {
  const { element, request, fetchPackages, settings } = given;
  const platform = readPlatform();
  const { api, profile } = platform;
  const clock = createMiniProgramClock();
  const listeners = new Set<(event: ScreenEvent) => void>();
  const tell = (event: ScreenEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const mode = await makeMode({ ...given, platform, clock, tell });
  const mirrored = settings.mirrored === 'unknown' ? 'unknown' : settings.mirrored === 'yes';
  const liveness = createMiniProgramLiveness({
    api,
    profile,
    clock,
    mode,
    createHost: ({ signal }) =>
      createMiniProgramHost({
        api,
        profile,
        element,
        clock,
        orientation: createFrameOrientation({ mirrored }),
        light: request.light,
        signal,
        landmarker: createEngine({ platform, clock, fetchPackages }),
      }),
  });
  return {
    run: (options) => liveness.run(options),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
