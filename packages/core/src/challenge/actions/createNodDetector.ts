import type { ActionDetector } from '../ActionDetector.js';
import { createNodTracker } from '../motion/createNodTracker.js';
import type { PersonBaseline } from '../PersonBaseline.js';
import { createTrackedDetector } from './createTrackedDetector.js';

/** The chin goes down by 14 degrees and comes back. */
export function createNodDetector(baseline: PersonBaseline): ActionDetector {
  return createTrackedDetector(
    'nod',
    createNodTracker(() => baseline),
  );
}
