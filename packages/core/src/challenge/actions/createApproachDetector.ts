import type { ActionDetector } from '../ActionDetector.js';
import { createDistanceTracker } from '../motion/createDistanceTracker.js';
import type { PersonBaseline } from '../PersonBaseline.js';
import { createTrackedDetector } from './createTrackedDetector.js';

/** The face grows to 1.25 times its size. */
export function createApproachDetector(baseline: PersonBaseline): ActionDetector {
  return createTrackedDetector(
    'approach',
    createDistanceTracker(() => baseline, { direction: 'approach' }),
  );
}
