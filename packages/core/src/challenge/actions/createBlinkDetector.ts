import type { ActionDetector } from '../ActionDetector.js';
import { createBlinkTracker } from '../motion/createBlinkTracker.js';
import type { PersonBaseline } from '../PersonBaseline.js';
import { createTrackedDetector } from './createTrackedDetector.js';

/** Both lids close and open again. */
export function createBlinkDetector(baseline: PersonBaseline): ActionDetector {
  return createTrackedDetector(
    'blink',
    createBlinkTracker(() => baseline),
  );
}
