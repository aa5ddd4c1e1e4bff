import { abortedError, type AbortSignalLike, type Clock } from '@huoti/core';
import { HuotiError, type LivenessResult, type SessionOutcome } from '@huoti/protocol';
import { createMiniProgramClock } from '../host/createMiniProgramClock.js';
import type { MiniProgramHostPieces } from '../MiniProgramHostPieces.js';
import { foldMiniProgramFailure } from '../platform/foldMiniProgramFailure.js';
import type { MiniProgramApi } from '../platform/MiniProgramApi.js';
import type { MiniProgramProfile } from '../platform/MiniProgramProfile.js';
import type { MiniProgramMode } from './MiniProgramModes.js';
import { runLocal } from './runLocal.js';
import { runNative } from './runNative.js';
import { runWebView } from './runWebView.js';

/** What {@link createMiniProgramLiveness} takes. */
export interface MiniProgramLivenessOptions {
  readonly api: MiniProgramApi;
  readonly profile: MiniProgramProfile;
  /** Which way the operator chose. */
  readonly mode: MiniProgramMode;
  /** Makes this device's pieces, by `createMiniProgramHost`; needed for `local`, and not called for the others. */
  readonly createHost?: (options: {
    signal?: AbortSignalLike;
  }) => MiniProgramHostPieces | Promise<MiniProgramHostPieces>;
  /** @default createMiniProgramClock() */
  readonly clock?: Clock;
}

/** One try of one person. */
export interface MiniProgramLiveness {
  /**
   * Runs to its end and leaves nothing running.
   *
   * @throws HuotiError HOST_FORBIDS where the platform's rules or the operator's configuration say no; CAMERA_UNSUPPORTED where the
   * platform lacks what the mode needs; BUSY while another one runs in this mini-program; SESSION_ALREADY_RUN on a second call;
   * ABORTED, by the caller or by a person who closed the platform's own page; what the session throws
   */
  run(options?: { signal?: AbortSignalLike }): Promise<LivenessResult | SessionOutcome>;
}

/** Mini-programs in which a person is being checked: one camera, one screen, one person. */
const running = new WeakSet<MiniProgramApi>();

/**
 * One call for the three ways in which a mini-program may check a person.
 *
 * `local` judges in the mini-program: no picture, no landmark and no template leaves it, and the server signs only that an outcome was
 * reported (assurance `device-only`). `native` hands over to WeChat's own verification, which its rules demand of a mini-program that
 * collects or stores a face. `web-view` hands over to the H5 page.
 *
 * @throws HuotiError INVALID_ARGUMENT for a mode that is none of the three, or `local` without `createHost`
 * @example
 * const liveness = createMiniProgramLiveness({
 *   api: wx,
 *   profile: miniProgramProfiles.wechat,
 *   mode: { mode: 'local', start: (host) => createLiveness({ host, server, consent }) },
 *   createHost: () => createMiniProgramHost({ api: wx, profile: miniProgramProfiles.wechat, element, landmarker }),
 * });
 * const { status } = await liveness.run({ signal });
 */
export function createMiniProgramLiveness({
  api,
  profile,
  mode,
  createHost,
  clock = createMiniProgramClock(),
}: MiniProgramLivenessOptions): MiniProgramLiveness {
  if (mode.mode !== 'local' && mode.mode !== 'native' && mode.mode !== 'web-view') {
    throw new HuotiError('INVALID_ARGUMENT', 'mode.mode has to be local, native or web-view');
  }
  if (mode.mode === 'local' && createHost === undefined) {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      'the mode local needs createHost: the pieces of createMiniProgramHost',
    );
  }
  let started = false;

  const runMode = (signal: AbortSignalLike | undefined): Promise<LivenessResult | SessionOutcome> => {
    if (mode.mode === 'native') return runNative({ api, profile, mode, clock, signal });
    if (mode.mode === 'web-view') return runWebView({ mode, signal });
    const makeHost = createHost as NonNullable<typeof createHost>;
    return runLocal({ mode, createHost: makeHost, signal });
  };

  return {
    async run({ signal } = {}) {
      if (started) {
        throw new HuotiError(
          'SESSION_ALREADY_RUN',
          'a session runs once: ask your backend for a new one and try again with that',
        );
      }
      if (running.has(api)) {
        throw new HuotiError('BUSY', 'another check runs in this mini-program: wait for it to end', {
          retryable: true,
        });
      }
      started = true;
      if (signal?.aborted) throw abortedError(signal);
      running.add(api);
      try {
        return await runMode(signal);
      } catch (error) {
        if (signal?.aborted) throw abortedError(signal);
        throw foldMiniProgramFailure(error, `the mode ${mode.mode}`);
      } finally {
        running.delete(api);
      }
    },
  };
}
