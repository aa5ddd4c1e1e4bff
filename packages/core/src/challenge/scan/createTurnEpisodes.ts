import type { FoundAction } from '../FoundAction.js';
import type { FaceMeasures } from '../measureFace.js';
import { FULL_TURN_INDEX } from '../motion/createTurnTracker.js';
import type { EpisodeFinder } from './EpisodeFinder.js';

/** Of the full turn: a head under it is at rest, and a turn begins and ends there. */
const REST = 0.5;
/** In full profile the face is often lost for a while; genuine turns come back within 1.6 s (train and test clips). */
const MAX_LOST_MS = 2500;

/** Finds turns that begin at rest and reach the full yaw index in two frames in a row. */
export function createTurnEpisodes(): EpisodeFinder {
  let rested = false;
  let previous = 0;
  let turn: { side: 1 | -1; startMs: number; endMs: number; peak: number } | null = null;
  let lastMs: number | null = null;

  const close = (): readonly FoundAction[] => {
    const ended = turn;
    turn = null;
    if (ended === null || ended.peak < 1) return [];
    const action = ended.side === 1 ? 'turn-left' : 'turn-right';
    return [{ action, startMs: ended.startMs, endMs: ended.endMs, peak: ended.peak }];
  };

  return {
    push(measures: FaceMeasures): readonly FoundAction[] {
      const now = measures.timestampMs;
      const index = measures.yawIndex / FULL_TURN_INDEX;
      let found: readonly FoundAction[] = [];
      if (lastMs !== null && now - lastMs > MAX_LOST_MS) {
        found = close();
        rested = false;
        previous = 0;
      }
      lastMs = now;
      const side = index > 0 ? 1 : -1;
      if (Math.abs(index) < REST || (turn !== null && side !== turn.side)) {
        found = found.concat(close());
        rested = true;
      }
      if (Math.abs(index) >= REST && rested) {
        turn ??= { side, startMs: now, endMs: now, peak: 0 };
        turn.endMs = now;
        // Of two frames the smaller one: a single jumped landmark is not a turn.
        const steady = Math.min(index * side, previous * side);
        turn.peak = Math.max(turn.peak, steady);
      }
      previous = index;
      return found;
    },
    finish: close,
  };
}
