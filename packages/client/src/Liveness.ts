import type { AbortSignalLike } from '@huoti/core';
import type { SessionOutcome } from '@huoti/protocol';
import type { LivenessEvent } from './LivenessEvent.js';

/** One try of one person with a server. A retry is a new session, asked of your backend. */
export interface Liveness {
  /**
   * Runs to its end and leaves nothing running, on every path: no request, timer, listener or camera.
   *
   * @throws HuotiError for a broken machine or network, or an abort: CONSENT_REQUIRED and HOST_FORBIDS before the
   * camera opens, NETWORK_FAILED (retryable), PROTOCOL_MALFORMED, the CAMERA_ and MODEL_ codes; SESSION_ALREADY_RUN on a second call
   */
  run(options?: { signal?: AbortSignalLike }): Promise<SessionOutcome>;
  /** Listens until the returned function is called. A listener that throws does not disturb the session. */
  subscribe(listener: (event: LivenessEvent) => void): () => void;
}
