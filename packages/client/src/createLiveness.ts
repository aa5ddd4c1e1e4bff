import { abortedError, createAbortSource, type AbortSignalLike } from '@huoti/core';
import { HuotiError, isHuotiError, type SessionOutcome } from '@huoti/protocol';
import { createSessionApi } from './api/createSessionApi.js';
import { ServerRefusal } from './api/ServerRefusal.js';
import type { Liveness } from './Liveness.js';
import type { LivenessEvent } from './LivenessEvent.js';
import type { LivenessOptions } from './LivenessOptions.js';
import type { LivenessServer } from './LivenessServer.js';
import { createProofKey } from './proof/createProofKey.js';
import { createProver } from './proof/createProver.js';
import { hostSubtle } from './proof/hostSubtle.js';
import { conduct } from './session/conduct.js';
import { outcomeOfRefusal } from './session/outcomeOf.js';
import { createFetchTransport } from './transport/createFetchTransport.js';

const withoutLogging = { debug: () => undefined, warn: () => undefined };
const SESSION_ID = /^[A-Za-z0-9_-]{22}$/;
const CLIENT_TOKEN = /^[A-Za-z0-9_-]{43}$/;
const BASE_URL = /^https?:\/\/[^\s?#]+$/;

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
  const { sessionId } = server;
  const baseUrl = checkServer(server);
  const publicUrl = checkServer({ ...server, baseUrl: server.publicUrl ?? baseUrl });
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
      const { clock, random, subtle = hostSubtle(), epochMs = Date.now } = host;
      const key = await createProofKey(subtle, random);
      const prover = createProver({ key, token: server.clientToken, random, epochMs });
      const transport = server.transport ?? createFetchTransport();
      const api = createSessionApi({ transport, prover, clock, random }, { baseUrl, publicUrl, sessionId });
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

/** @returns the address without a slash at its end */
function checkServer({ baseUrl, sessionId, clientToken }: LivenessServer): string {
  if (!BASE_URL.test(baseUrl)) {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      'server.baseUrl and server.publicUrl have to be absolute, as in https://liveness.example.com',
    );
  }
  if (!SESSION_ID.test(sessionId) || !CLIENT_TOKEN.test(clientToken)) {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      'server.sessionId and server.clientToken have to be as the server gave them to your backend',
    );
  }
  return baseUrl.replace(/\/+$/, '');
}

/** What a host threw that is none of our errors keeps its message and stands as the cause. */
function asHuotiError(thrown: unknown): HuotiError {
  if (isHuotiError(thrown)) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new HuotiError('HOST_ERROR', `the host failed: ${message}`, { cause: thrown });
}
