import {
  createFrameOrientation,
  createMiniProgramClock,
  createMiniProgramHost,
  createMiniProgramLiveness,
} from '@huoti/adapter-wechat/miniprogram';
import type { ScreenEvent } from '@huoti/ui';
import type { TrySession } from '@huoti/ui-taro';
import { createBackend } from '../../backend/createBackend.js';
import { readPlatform } from '../../platform/platform.js';
import { createEngine } from '../engine/createEngine.js';
import { localMode } from './localMode.js';
import type { ModeOptions } from './ModeOptions.js';

/** What {@link buildSession} takes. */
export type SessionOptions = Omit<ModeOptions, 'platform' | 'clock' | 'tell'>;

/**
 * One try of one person in the mini-program, with a new session of the server where the operator has one.
 *
 * @throws HuotiError what the backend's session throws
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
  const { backendUrl } = settings;
  const session =
    backendUrl === ''
      ? null
      : await createBackend({ api, clock, backendUrl }).openSession('local', request.signal);
  const mirrored = settings.mirrored === 'unknown' ? 'unknown' : settings.mirrored === 'yes';
  const liveness = createMiniProgramLiveness({
    api,
    profile,
    clock,
    mode: localMode({ ...given, platform, clock, tell }, session),
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
