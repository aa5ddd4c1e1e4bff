import { HuotiError } from '@huoti/protocol';
import type { ActionDetector } from '../ActionDetector.js';
import { createTurnTracker } from '../motion/createTurnTracker.js';
import type { PersonBaseline } from '../PersonBaseline.js';
import type { ActionDetectorOptions } from './ActionDetectorOptions.js';
import { createTrackedDetector } from './createTrackedDetector.js';

/**
 * The head turns to the side that it did not turn to before; a full turn to the same side again is a violation.
 *
 * @throws HuotiError INVALID_ARGUMENT without `firstSide`
 */
export function createTurnOtherSideDetector(
  baseline: PersonBaseline,
  { firstSide }: ActionDetectorOptions,
): ActionDetector {
  if (firstSide === undefined) {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      'turn-other-side needs the option firstSide: pass the sign (1 or -1) of the yaw index of the first turn',
    );
  }
  const side = firstSide === 1 ? 'right' : 'left';
  return createTrackedDetector(
    'turn-other-side',
    createTurnTracker(() => baseline, { side, otherSideViolates: true }),
  );
}
