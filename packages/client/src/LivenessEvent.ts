import type { SessionEvent } from '@huoti/core';
import type { SessionOutcome } from '@huoti/protocol';

/** What a session with a server tells its listeners: the device's own events, then what becomes of the evidence. */
export type LivenessEvent =
  | SessionEvent
  /** The camera is off and the evidence is on its way. `fraction` in [0, 1], of its bytes. */
  | { readonly type: 'evidence-progress'; readonly fraction: number }
  /** All of it has arrived; the server has yet to decide. */
  | { readonly type: 'decision-wait' }
  /** The last one, unless the run throws. */
  | { readonly type: 'session-outcome'; readonly outcome: SessionOutcome };
