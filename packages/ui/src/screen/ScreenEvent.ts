import type { ErrorCode, SessionOutcome } from '@huoti/protocol';
import type { SessionEvent } from '@huoti/core';

/** What moves the screen: the session's own events, and the few that only a screen knows. */
export type ScreenEvent =
  | SessionEvent
  /** With a server: the camera is off, the evidence is on its way. `fraction` in [0, 1]. */
  | { readonly type: 'evidence-progress'; readonly fraction: number }
  /** With a server: all of it has arrived, and the server has yet to decide. */
  | { readonly type: 'decision-wait' }
  /** With a server: how it ended. */
  | { readonly type: 'session-outcome'; readonly outcome: SessionOutcome }
  /** The person pressed start (or retry). */
  | { readonly type: 'screen-start' }
  /** Time has passed: let hints, countdown and spoken texts move on. Five a second are enough. */
  | { readonly type: 'screen-tick' }
  /** The person pressed cancel, and the camera is off. */
  | { readonly type: 'screen-cancel' }
  /** The run threw. */
  | { readonly type: 'screen-error'; readonly code: ErrorCode; readonly retryable: boolean };
