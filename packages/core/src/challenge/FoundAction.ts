import type { Action } from '@huoti/protocol';

/** An action found in a recording. */
export interface FoundAction {
  readonly action: Exclude<Action, 'turn-one-side' | 'turn-other-side'>;
  readonly startMs: number;
  readonly endMs: number;
  /** Largest amplitude, in units of the full one that a challenge asks for. A mouth is listed from 0.5 on. */
  readonly peak: number;
}
