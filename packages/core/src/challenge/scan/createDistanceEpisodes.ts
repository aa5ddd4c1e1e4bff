import type { FoundAction } from '../FoundAction.js';
import type { FaceMeasures } from '../measureFace.js';
import { FULL_APPROACH_RATIO, FULL_AWAY_RATIO } from '../motion/createDistanceTracker.js';
import { RollingValues } from '../motion/RollingValues.js';
import type { PersonBaseline } from '../PersonBaseline.js';
import type { EpisodeFinder } from './EpisodeFinder.js';

/** Size is averaged (median) over this while: breathing and trembling hands are no movement. */
const SMOOTHING_MS = 300;
/** Only frames this nearly frontal say how near a face is (see createDistanceTracker). */
const MAX_YAW_RADIANS = 0.5;
const MAX_PITCH_RADIANS = 0.35;
/** A movement has ended when nothing was gained for this long. */
const SETTLED_MS = 500;
/** Gain, in units of the full way, that counts as going on. */
const LEAST_GAIN = 0.05;
/** Of the full way: where a movement is said to have begun. */
const ONSET = 0.2;
/** After a longer gap the face may be another one, at another place. */
const MAX_GAP_MS = 1000;

/** Finds faces that come nearer or go away, from where they last stood still. */
export function createDistanceEpisodes(baseline: () => PersonBaseline): EpisodeFinder {
  const sizes = new RollingValues(SMOOTHING_MS);
  let anchor: number | null = null;
  let firstMs = 0;
  let restMs = 0;
  let lastMs: number | null = null;
  let move: { away: boolean; startMs: number; endMs: number; peak: number } | null = null;
  let size = 0;

  const close = (): readonly FoundAction[] => {
    const ended = move;
    move = null;
    if (ended === null) return [];
    anchor = size;
    const { startMs, endMs, peak } = ended;
    return [{ action: ended.away ? 'away' : 'approach', startMs, endMs, peak }];
  };

  return {
    push(measures: FaceMeasures): readonly FoundAction[] {
      const now = measures.timestampMs;
      let found: readonly FoundAction[] = [];
      if (lastMs !== null && now - lastMs > MAX_GAP_MS) {
        found = close();
        anchor = null;
        sizes.clear();
      }
      lastMs = now;
      if (
        Math.abs(measures.yawRadians) > MAX_YAW_RADIANS ||
        Math.abs(measures.pitchRadians - baseline().pitchRadians) > MAX_PITCH_RADIANS
      ) {
        return found;
      }
      if (sizes.count === 0) firstMs = now;
      sizes.push(now, measures.scale);
      if (now - firstMs < SMOOTHING_MS) return found;
      size = sizes.quantile(0.5) ?? measures.scale;
      if (anchor === null) {
        anchor = size;
        restMs = now;
      }
      const grown = Math.log(size / anchor);
      const way = grown >= 0 ? grown / Math.log(FULL_APPROACH_RATIO) : grown / Math.log(FULL_AWAY_RATIO);
      if (way < ONSET) restMs = now;
      if (move === null && way >= 1) {
        move = { away: grown < 0, startMs: restMs, endMs: now, peak: way };
      } else if (move !== null && move.away === grown < 0 && way > move.peak + LEAST_GAIN) {
        move.peak = way;
        move.endMs = now;
      } else if (move !== null && now - move.endMs > SETTLED_MS) {
        found = found.concat(close());
        restMs = now;
      }
      return found;
    },
    finish: close,
  };
}
