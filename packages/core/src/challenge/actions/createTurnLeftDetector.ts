import type { ActionDetector } from '../ActionDetector.js';
import { createTurnTracker } from '../motion/createTurnTracker.js';
import type { PersonBaseline } from '../PersonBaseline.js';
import { createTrackedDetector } from './createTrackedDetector.js';

/** The head turns to the person's own left, to a yaw index of 0.5; it need not come back. */
export function createTurnLeftDetector(baseline: PersonBaseline): ActionDetector {
  return createTrackedDetector(
    'turn-left',
    createTurnTracker(() => baseline, { side: 'left' }),
  );
}
