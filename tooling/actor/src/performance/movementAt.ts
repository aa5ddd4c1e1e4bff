import { clamp } from '../random/numbers.js';
import type { Movement } from './Movement.js';

/** Share of the rise's time after it in which an overshoot settles. */
const SETTLE_SHARE = 0.5;

/**
 * How far a movement is at a time: 0 at rest, 1 at its reach, a little over while it overshoots. Rises and returns follow
 * the minimum-jerk curve of human reaching.
 *
 * ref: T. Flash, N. Hogan, The coordination of arm movements, J. Neurosci. 1985, equation for one dimension.
 */
export function movementAt(movement: Movement, atMs: number): number {
  const { startMs, riseMs, holdMs, returnMs, overshoot } = movement;
  const since = atMs - startMs;
  if (since <= 0 || since >= riseMs + holdMs + returnMs) return 0;
  if (since < riseMs) return (1 + overshoot) * minimumJerk(since / riseMs);
  if (since < riseMs + holdMs) {
    const settled = clamp((since - riseMs) / Math.min(holdMs, riseMs * SETTLE_SHARE), 0, 1);
    return 1 + overshoot * (1 - minimumJerk(settled));
  }
  return 1 - minimumJerk((since - riseMs - holdMs) / returnMs);
}

const minimumJerk = (share: number): number => share * share * share * (10 + share * (6 * share - 15));
