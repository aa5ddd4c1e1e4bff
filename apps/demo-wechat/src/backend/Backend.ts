import type { AbortSignalLike } from '@huoti/core';
import type { SessionOutcome } from '@huoti/protocol';
import type { DemoSettings } from '../settings/DemoSettings.js';
import type { OperatorSession } from './OperatorSession.js';

/** The operator's backend, which alone holds the server's key and knows who the person is. */
export interface Backend {
  /** @throws HuotiError NETWORK_FAILED (retryable), PROTOCOL_MALFORMED, ABORTED */
  openSession(mode: DemoSettings['mode'], signal: AbortSignalLike): Promise<OperatorSession>;
  /**
   * How a session ended that ran elsewhere.
   *
   * @throws HuotiError ABORTED (retryable) where it has not ended: the person came back before; NETWORK_FAILED (retryable),
   * PROTOCOL_MALFORMED
   */
  outcomeOf(sessionId: string, signal: AbortSignalLike): Promise<SessionOutcome>;
}
