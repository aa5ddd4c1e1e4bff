import type { ActionDetector } from '../ActionDetector.js';
import { createMouthTracker } from '../motion/createMouthTracker.js';
import type { PersonBaseline } from '../PersonBaseline.js';
import { createTrackedDetector } from './createTrackedDetector.js';

/** The mouth opens to a ratio of 0.5 and stays open for 300 ms; speech is not it. */
export function createMouthOpenDetector(baseline: PersonBaseline): ActionDetector {
  return createTrackedDetector(
    'mouth-open',
    createMouthTracker(() => baseline),
  );
}
