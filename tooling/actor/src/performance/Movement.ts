import type { Action } from '@huoti/protocol';
import type { SubjectPose } from '../render/SubjectPose.js';

/** What an action moves, and how far: differences from the neutral pose; the distance as a factor. */
export type Reach = Partial<
  Record<
    'yawRadians' | 'pitchRadians' | 'rollRadians' | 'blink' | 'mouthOpen' | 'smile' | 'browRaise',
    number
  >
> & { readonly distanceFactor?: number };

/** One action as one person does it once: when it starts, how it rises, holds and returns. */
export interface Movement {
  readonly action: Action;
  /** When the body begins to move: the prompt and the reaction to it, in ms. */
  readonly startMs: number;
  readonly riseMs: number;
  readonly holdMs: number;
  readonly returnMs: number;
  /** Share by which it goes too far before it settles. */
  readonly overshoot: number;
  readonly reach: Reach;
}

/** When a movement is over, in ms. */
export const endOfMovement = (movement: Movement): number =>
  movement.startMs + movement.riseMs + movement.holdMs + movement.returnMs;

/** Parts of a pose that movements add to. */
export const REACH_KEYS = [
  'yawRadians',
  'pitchRadians',
  'rollRadians',
  'blink',
  'mouthOpen',
  'smile',
  'browRaise',
] as const satisfies readonly (keyof SubjectPose & keyof Reach)[];
