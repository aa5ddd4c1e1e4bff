import type { ActionDetector } from '../ActionDetector.js';
import { createDistanceTracker } from '../motion/createDistanceTracker.js';
import type { PersonBaseline } from '../PersonBaseline.js';
import { createTrackedDetector } from './createTrackedDetector.js';

/** The face shrinks to 0.8 times its size. */
export function createAwayDetector(baseline: PersonBaseline): ActionDetector {
  return createTrackedDetector(
    'away',
    createDistanceTracker(() => baseline, { direction: 'away' }),
  );
}
