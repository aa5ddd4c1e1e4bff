import type { LivenessResult, SessionOutcome } from '@huoti/protocol';
import type { ScreenEvent } from '@huoti/ui';

/** How one try ended, as the page was told. */
export type TryEnd =
  | { readonly kind: 'result'; readonly result: LivenessResult }
  | { readonly kind: 'outcome'; readonly outcome: SessionOutcome }
  | { readonly kind: 'error'; readonly code: string; readonly message: string; readonly retryable: boolean }
  | { readonly kind: 'cancel' };

/** What the page told of its last try. Times count from the start, in ms. */
export interface TryRecord {
  readonly startedAtMs: number;
  readonly firstJudgedMs: number | null;
  readonly endedMs: number | null;
  readonly phases: readonly { readonly phase: string; readonly ms: number }[];
  readonly events: readonly { readonly ms: number; readonly event: ScreenEvent }[];
  readonly end: TryEnd | null;
  readonly judgedFrames: number;
  /** Times between two animation frames while it ran. */
  readonly frameGapsMs: readonly number[];
}
