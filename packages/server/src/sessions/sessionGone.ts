import type { Refused } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';
import type { SessionRow } from '../ports/rows.js';

/** Why nothing more can be done with a session; `null` where something can. */
export function sessionGone(session: SessionRow, nowMs: number): Refused | null {
  if (session.state === 'completed' || session.state === 'decided') {
    return refused('SESSION_USED', 'the session was completed: a retry is a new session');
  }
  if (session.state === 'expired' || nowMs >= session.expiresAtMs) {
    return refused('SESSION_EXPIRED', 'the session has run out: a retry is a new session');
  }
  return null;
}
