import type { ErrorCode } from '@huoti/protocol';
import type { SessionEvent } from '@huoti/core';

/** What moves the screen: the session's own events, and the few that only a screen knows. */
export type ScreenEvent =
  | SessionEvent
  /** The person pressed start (or retry). */
  | { readonly type: 'screen-start' }
  /** Time has passed: let hints, countdown and spoken texts move on. Five a second are enough. */
  | { readonly type: 'screen-tick' }
  /** The person pressed cancel, and the camera is off. */
  | { readonly type: 'screen-cancel' }
  /** The run threw. */
  | { readonly type: 'screen-error'; readonly code: ErrorCode; readonly retryable: boolean };
