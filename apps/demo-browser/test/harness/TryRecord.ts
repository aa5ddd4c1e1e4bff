import type { SessionEvent } from '@huoti/core';
import type { LivenessResult } from '@huoti/protocol';

/** How one try ended, as the page was told. */
export type TryEnd =
  | { readonly kind: 'result'; readonly result: LivenessResult }
  | { readonly kind: 'error'; readonly code: string; readonly message: string; readonly retryable: boolean }
  | { readonly kind: 'cancel' };

/** What the page told of its last try. Times count from the start, in ms. */
export interface TryRecord {
  readonly startedAtMs: number;
  readonly firstJudgedMs: number | null;
  readonly endedMs: number | null;
  readonly phases: readonly { readonly phase: string; readonly ms: number }[];
  readonly events: readonly { readonly ms: number; readonly event: SessionEvent }[];
  readonly end: TryEnd | null;
  readonly judgedFrames: number;
  /** Times between two animation frames while it ran. */
  readonly frameGapsMs: readonly number[];
}
