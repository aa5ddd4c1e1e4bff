import { HuotiError } from '@huoti/adapter-wechat/miniprogram/hand-over';
import type { SessionOutcome } from '@huoti/protocol';

/**
 * How the backend says that a session ended: what the person may know of it, and `null` where it has not ended.
 *
 * @throws HuotiError ABORTED (retryable) for `null`; PROTOCOL_MALFORMED
 */
export function readOutcome(answer: unknown, sessionId: string): SessionOutcome {
  if (answer === null) {
    throw new HuotiError('ABORTED', 'the person came back before the session had ended', { retryable: true });
  }
  const told = answer as Partial<SessionOutcome>;
  if (told.sessionId !== sessionId || (told.status !== 'completed' && told.status !== 'failed')) {
    throw new HuotiError(
      'PROTOCOL_MALFORMED',
      'the backend told of no outcome, or of that of another session',
    );
  }
  const { status, reason = null, gate = null, retryAfterS = null, decided = true } = told;
  return { sessionId, status, reason, gate, retryAfterS, decided };
}
