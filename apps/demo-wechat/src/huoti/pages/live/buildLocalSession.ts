import {
  createMiniProgramClock,
  createMiniProgramHost,
  createMiniProgramLiveness,
  createPlan,
  createSession,
  DEVICE_ONLY_POLICIES,
  type CameraElement,
} from '@huoti/adapter-wechat/miniprogram';
import type { SessionRequest, TrySession } from '@huoti/ui-taro';
import type { ScreenEvent } from '@huoti/ui';
import { createEngine } from '../../engine/createEngine.js';
import { readPlatform } from '../../engine/platform.js';

/** What {@link buildLocalSession} takes. */
export interface LocalSessionOptions {
  readonly element: CameraElement;
  readonly request: SessionRequest;
  readonly fetchPackages: () => Promise<unknown>;
}

/** A session that is judged in the mini-program, and whose result stays there. */
export function buildLocalSession({ element, request, fetchPackages }: LocalSessionOptions): TrySession {
  const platform = readPlatform();
  const { api, profile } = platform;
  const clock = createMiniProgramClock();
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
        light: request.light,
        signal,
        landmarker: createEngine({ platform, clock, fetchPackages }),
      }),
    mode: {
      mode: 'local',
      start: (host) => {
        const plan = createPlan({
          random: host.random,
          policy: DEVICE_ONLY_POLICIES.default,
          light: host.lightSupport?.() ?? 'available',
        });
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
