import type { FaceMeasures } from '../measureFace.js';
import type { PersonBaseline } from '../PersonBaseline.js';
import type { ActionTracker, TrackerReading } from './ActionTracker.js';

/** Opening ratio that is a fully open mouth (protocol): speech of the train people stays under 0.36. */
export const FULL_MOUTH_OPENNESS = 0.5;
/** How long the mouth stays open (protocol): a syllable is shorter. */
const HOLD_MS = 300;
/** A resting mouth of more than this would leave no way to go. */
const HIGHEST_REST = 0.3;
/** Of the full opening: above it the mouth is on its way. */
const ONSET = 0.2;
/** A longer gap between frames could hide a mouth that shut. */
const MAX_GAP_MS = 500;
/** Share of the bar that opening fills; holding it open fills the rest. */
const OPENING_PROGRESS = 0.7;

/** A mouth that opens to the full ratio and stays open. `amplitude` is what has been held, so that speech stays low. */
export function createMouthTracker(baseline: () => PersonBaseline): ActionTracker {
  let startMs: number | null = null;
  let fullSinceMs: number | null = null;
  let lastMs = Number.NEGATIVE_INFINITY;
  let recent: { atMs: number; opening: number }[] = [];

  const restart = (): void => {
    startMs = null;
    fullSinceMs = null;
    recent = [];
  };

  return {
    restart,
    push(measures: FaceMeasures): TrackerReading {
      const now = measures.timestampMs;
      if (now - lastMs > MAX_GAP_MS) restart();
      lastMs = now;
      const rest = Math.min(HIGHEST_REST, baseline().mouthOpenness);
      const opening = (measures.mouth - rest) / (FULL_MOUTH_OPENNESS - rest);

      if (opening < ONSET) startMs = null;
      else startMs ??= now;
      if (opening < 1) fullSinceMs = null;
      else fullSinceMs ??= now;
      const heldMs = fullSinceMs === null ? 0 : now - fullSinceMs;
      const complete = fullSinceMs !== null && heldMs >= HOLD_MS;

      recent.push({ atMs: now, opening });
      const first = recent[0]?.atMs ?? now;
      while (recent.length > 1 && now - (recent[1]?.atMs ?? now) >= HOLD_MS) recent = recent.slice(1);
      const held = now - first >= HOLD_MS ? Math.min(...recent.map((entry) => entry.opening)) : 0;
      return {
        amplitude: Math.max(0, complete ? Math.max(1, held) : Math.min(0.99, held)),
        progress: complete
          ? 1
          : OPENING_PROGRESS * Math.max(0, Math.min(1, opening)) +
            ((1 - OPENING_PROGRESS) * heldMs) / HOLD_MS,
        hint: opening >= 1 ? 'hold-open' : opening >= ONSET ? 'open-wider' : 'none',
        startMs,
        complete,
        measurements: { mouthOpenness: measures.mouth, heldMs },
      };
    },
  };
}
