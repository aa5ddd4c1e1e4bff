import {
  createFrameOrientation,
  createMiniProgramClock,
  createMiniProgramHost,
  createMiniProgramLiveness,
  createSession,
  type CameraElement,
} from '@huoti/adapter-wechat/miniprogram';
import type { SessionRequest, TrySession } from '@huoti/ui-taro';
import type { ScreenEvent } from '@huoti/ui';
import { createEngine } from '../../engine/createEngine.js';
import { readPlatform } from '../../engine/platform.js';
import type { DemoSettings } from '../../../settings/DemoSettings.js';
import { drawPlan } from './drawPlan.js';

/** What {@link buildLocalSession} takes. */
export interface LocalSessionOptions {
  readonly element: CameraElement;
  readonly request: SessionRequest;
  readonly fetchPackages: () => Promise<unknown>;
  readonly settings: Pick<DemoSettings, 'plan' | 'mirrored'>;
}

/** A session that is judged in the mini-program, and whose result stays there. */
export function buildLocalSession({
  element,
  request,
  fetchPackages,
  settings,
}: LocalSessionOptions): TrySession {
  const platform = readPlatform();
  const { api, profile } = platform;
  const clock = createMiniProgramClock();
  const mirrored = settings.mirrored === 'unknown' ? 'unknown' : settings.mirrored === 'yes';
  const listeners = new Set<(event: ScreenEvent) => void>();
  const liveness = createMiniProgramLiveness({
    api,
    profile,
    clock,
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
    mode: {
      mode: 'local',
      start: (host) => {
        const plan = drawPlan({ host, actions: settings.plan, mirroringKnown: mirrored !== 'unknown' });
        const session = createSession({ ...host, plan });
        session.subscribe((event) => {
          for (const listener of listeners) listener(event);
        });
        return session;
      },
    },
  });
  return {
    run: (options) => liveness.run(options),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
