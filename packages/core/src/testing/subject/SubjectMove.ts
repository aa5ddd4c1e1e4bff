/** What a synthetic person can do, asked or not. */
export type SubjectMove =
  | 'blink'
  | 'mouth-open'
  | 'turn-left'
  | 'turn-right'
  | 'nod'
  | 'approach'
  | 'away'
  | 'smile'
  | 'talk'
  | 'look-up'
  | 'look-down'
  | 'gaze-down'
  | 'wink';

/** How a move is made; what is left out is drawn from human ranges by the person's seed. */
export interface SubjectTiming {
  /** From being asked to the first motion, in ms. @default 250 to 600, as people react to a prompt */
  latencyMs?: number;
  /** From rest to the full movement, in ms. */
  rampMs?: number;
  /** How long the full movement is held, in ms. */
  holdMs?: number;
  /** From there back to rest, in ms. */
  returnMs?: number;
  /** In units of what a challenge asks for: 1 is just enough. */
  amplitude?: number;
  /** How much farther the movement swings than it then stays, as a share. @default 0.08 */
  overshoot?: number;
}
