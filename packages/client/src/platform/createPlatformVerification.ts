import { abortedError, createAbortSource, type AbortSignalLike } from '@huoti/core';
import { HuotiError } from '@huoti/protocol';
import { addressOf } from '../api/addressOf.js';
import type { SessionApi } from '../api/createSessionApi.js';
import { openSessionApi } from '../api/openSessionApi.js';
import { ServerRefusal } from '../api/ServerRefusal.js';
import { asHuotiError } from '../session/asHuotiError.js';
import { awaitDecision } from '../session/awaitDecision.js';
import { meetServer } from '../session/meetServer.js';
import { outcomeOfRefusal, outcomeOfView } from '../session/outcomeOf.js';
import type { PlatformVerification, PlatformVerificationOptions } from './PlatformVerification.js';
import { SessionRefused } from './SessionRefused.js';

/**
 * One verification of one person by the platform that the app runs in, decided by a server: the session's calls around the platform's
 * own screen, which you open between the two. Nothing is asked of anybody before `begin`, and nothing is left running after a call.
 *
 * Both calls have to be made on the same object: the session's key lives in it.
 *
 * @throws HuotiError INVALID_ARGUMENT for a server address, session or token that can't be one
 * @example
 * const verification = createPlatformVerification({ host, server, consent });
 * const { verifyId } = await verification.begin({ signal });
 * await new Promise((complete) => wx.requestFacialVerify({ verifyId, complete }));
 * const { status } = await verification.complete({ signal });
 */
export function createPlatformVerification({
  host,
  server,
  consent = null,
}: PlatformVerificationOptions): PlatformVerification {
  const address = addressOf(server);
  const { sessionId } = address;
  let api: SessionApi | null = null;
  let isRunning = false;
  /** The server was asked to begin: from here on this object is the one that began the session. */
  let hasAsked = false;

  async function alone<T>(
    outer: AbortSignalLike | undefined,
    work: (signal: AbortSignalLike) => Promise<T>,
    refused: (refusal: ServerRefusal) => T,
  ): Promise<T> {
    if (isRunning) throw new HuotiError('BUSY', 'a call of this verification is under way: wait for it');
    isRunning = true;
    const abort = createAbortSource(outer);
    try {
      if (abort.signal.aborted) throw abortedError(outer);
      return await work(abort.signal);
    } catch (error) {
      if (outer?.aborted === true) throw abortedError(outer);
      if (!(error instanceof ServerRefusal)) throw asHuotiError(error);
      host.logger?.warn(error.message, { reason: error.reason });
      return refused(error);
    } finally {
      isRunning = false;
      abort.abort();
      abort.detach();
    }
  }

  return {
    begin: ({ signal: outer } = {}) =>
      alone(
        outer,
        async (signal) => {
          api ??= await openSessionApi(host, server, address);
          if (!hasAsked) {
            const { fresh, view } = await meetServer(api, { consent, host, by: 'platform', signal });
            if (!fresh) {
              const reason = view.state === 'expired' ? 'SESSION_EXPIRED' : 'SESSION_USED';
              throw new ServerRefusal(reason, 'it has ended: a try is a new session', null);
            }
            if (consent !== null) await api.consent(consent, signal);
            hasAsked = true;
          }
          const { verifyId } = await api.platformBegin({ host: host.facts }, signal);
          return { verifyId };
        },
        (refusal) => {
          throw new SessionRefused(refusal.message, outcomeOfRefusal(sessionId, refusal), refusal);
        },
      ),
    complete: ({ signal: outer } = {}) =>
      alone(
        outer,
        async (signal) => {
          if (api === null || !hasAsked) {
            throw new HuotiError('INVALID_ARGUMENT', 'call begin first: there is nothing to complete');
          }
          const view = await api.platformComplete({}, signal);
          return outcomeOfView(await awaitDecision({ api, clock: host.clock, signal }, view), null);
        },
        (refusal) => outcomeOfRefusal(sessionId, refusal),
      ),
  };
}
