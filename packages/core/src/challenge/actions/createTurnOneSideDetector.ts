import type { ActionDetector } from '../ActionDetector.js';
import { createTurnTracker } from '../motion/createTurnTracker.js';
import type { PersonBaseline } from '../PersonBaseline.js';
import { createTrackedDetector } from './createTrackedDetector.js';

/** The head turns to either side; `measurements.side` is 1 for the person's left, -1 for the right (in the picture judged). */
export function createTurnOneSideDetector(baseline: PersonBaseline): ActionDetector {
  return createTrackedDetector(
    'turn-one-side',
    createTurnTracker(() => baseline, { side: 'either' }),
  );
}
