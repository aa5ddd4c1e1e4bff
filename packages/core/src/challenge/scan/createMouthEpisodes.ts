import type { FoundAction } from '../FoundAction.js';
import type { FaceMeasures } from '../measureFace.js';
import { FULL_MOUTH_OPENNESS } from '../motion/createMouthTracker.js';
import type { PersonBaseline } from '../PersonBaseline.js';
import type { EpisodeFinder } from './EpisodeFinder.js';

/** Of the full opening: a mouth from here on is listed, with its peak; a challenge asks for 1, held for 300 ms. */
const LISTED = 0.5;
/** Of the full opening: an episode goes on down to here, so that a tremor does not cut it in two. */
const CLOSED = 0.4;
/** A shorter opening is a syllable's edge or one jumped landmark. */
const LEAST_MS = 100;
/** A longer gap between frames ends an episode. */
const MAX_GAP_MS = 500;

/** Finds mouths that open to half of a challenge's opening or more. Speech with a wide mouth is found too. */
export function createMouthEpisodes(baseline: () => PersonBaseline): EpisodeFinder {
  let opening: { startMs: number; endMs: number; peak: number } | null = null;
  let lastMs: number | null = null;

  const close = (): readonly FoundAction[] => {
    const ended = opening;
    opening = null;
    if (ended === null || ended.endMs - ended.startMs < LEAST_MS) return [];
    return [{ action: 'mouth-open', ...ended }];
  };

  return {
    push(measures: FaceMeasures): readonly FoundAction[] {
      const now = measures.timestampMs;
      const rest = baseline().mouthOpenness;
      const amplitude = (measures.mouth - rest) / (FULL_MOUTH_OPENNESS - rest);
      let found: readonly FoundAction[] = [];
      if (amplitude < CLOSED || (lastMs !== null && now - lastMs > MAX_GAP_MS)) found = close();
      lastMs = now;
      if (amplitude >= LISTED) opening ??= { startMs: now, endMs: now, peak: 0 };
      if (opening !== null && amplitude >= LISTED) {
        opening.endMs = now;
        opening.peak = Math.max(opening.peak, amplitude);
      }
      return found;
    },
    finish: close,
  };
}
