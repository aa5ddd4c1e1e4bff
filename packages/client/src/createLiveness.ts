import { abortedError, createAbortSource, type AbortSignalLike } from '@huoti/core';
import { HuotiError, type SessionOutcome } from '@huoti/protocol';
import { addressOf } from './api/addressOf.js';
import { openSessionApi } from './api/openSessionApi.js';
import { ServerRefusal } from './api/ServerRefusal.js';
import type { Liveness } from './Liveness.js';
import type { LivenessEvent } from './LivenessEvent.js';
import type { LivenessOptions } from './LivenessOptions.js';
import { asHuotiError } from './session/asHuotiError.js';
import { conduct } from './session/conduct.js';
import { outcomeOfRefusal } from './session/outcomeOf.js';

const withoutLogging = { debug: () => undefined, warn: () => undefined };

/**
 * One try of one person, decided by a server: consent, plan, session, evidence, outcome, over plain HTTPS. Nothing is asked of the
 * device or the network before `run`, and nothing is left after it, on any path.
 *
 * What comes back tells the person what to do next, never a verdict: that is signed by the server and fetched by your backend.
 *
 * @throws HuotiError INVALID_ARGUMENT for a server address, session or token that can't be one
 * @example
 * const liveness = createLiveness({ host, server: { baseUrl, sessionId, clientToken }, consent });
 * liveness.subscribe((event) => draw(event));
 * const { status } = await liveness.run({ signal });
 */
export function createLiveness({ host, server, consent = null }: LivenessOptions): Liveness {
  const address = addressOf(server);
  const { sessionId } = address;
  const logger = host.logger ?? withoutLogging;
  const listeners = new Set<(event: LivenessEvent) => void>();
  const emit = (event: LivenessEvent): void => {
    for (const listener of Array.from(listeners)) {
      try {
        listener(event);
      } catch (error) {
        logger.warn('a session listener threw', { event: event.type, error: String(error) });
      }
    }
  };
  let started = false;

  async function run({ signal }: { signal?: AbortSignalLike } = {}): Promise<SessionOutcome> {
    if (started) {
      throw new HuotiError(
        'SESSION_ALREADY_RUN',
        'a session runs once: ask your backend for a new one and try again with that',
      );
    }
    started = true;
    const abort = createAbortSource(signal);
    try {
      if (abort.signal.aborted) throw abortedError(signal);
      const api = await openSessionApi(host, server, address);
      const outcome = await conduct({ host, api, consent, sessionId, emit, signal: abort.signal });
      emit({ type: 'session-outcome', outcome });
      return outcome;
    } catch (error) {
      if (signal?.aborted) throw abortedError(signal);
      if (!(error instanceof ServerRefusal)) throw asHuotiError(error);
      logger.warn(error.message, { reason: error.reason });
      const outcome = outcomeOfRefusal(sessionId, error);
      emit({ type: 'session-outcome', outcome });
      return outcome;
    } finally {
      // Whatever is still on its way is given up with the session.
      abort.abort();
      abort.detach();
      listeners.clear();
    }
  }

  return {
    run,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
