import type { Action } from '@huoti/protocol';
import type { ActionDetector } from '../ActionDetector.js';
import type { PersonBaseline } from '../PersonBaseline.js';
import type { ActionDetectorOptions } from './ActionDetectorOptions.js';
import { createApproachDetector } from './createApproachDetector.js';
import { createAwayDetector } from './createAwayDetector.js';
import { createBlinkDetector } from './createBlinkDetector.js';
import { createMouthOpenDetector } from './createMouthOpenDetector.js';
import { createNodDetector } from './createNodDetector.js';
import { createTurnLeftDetector } from './createTurnLeftDetector.js';
import { createTurnOneSideDetector } from './createTurnOneSideDetector.js';
import { createTurnOtherSideDetector } from './createTurnOtherSideDetector.js';
import { createTurnRightDetector } from './createTurnRightDetector.js';

/**
 * Makes the detector of an action for one person. `satisfied` comes with the full movement: a turn is not waited back
 * for. Feed it every observation of the followed face, in the order of time, also before `start`.
 *
 * @param baseline from createBaselineCollector
 * @throws HuotiError INVALID_ARGUMENT for `turn-other-side` without `firstSide`
 * @example
 * const detector = createActionDetector('turn-left', baseline);
 * detector.start(clock.nowMs());
 * if (detector.update(observation).status === 'satisfied') next();
 */
export function createActionDetector(
  action: Action,
  baseline: PersonBaseline,
  options: ActionDetectorOptions = {},
): ActionDetector {
  switch (action) {
    case 'blink':
      return createBlinkDetector(baseline);
    case 'mouth-open':
      return createMouthOpenDetector(baseline);
    case 'turn-left':
      return createTurnLeftDetector(baseline);
    case 'turn-right':
      return createTurnRightDetector(baseline);
    case 'nod':
      return createNodDetector(baseline);
    case 'approach':
      return createApproachDetector(baseline);
    case 'away':
      return createAwayDetector(baseline);
    case 'turn-one-side':
      return createTurnOneSideDetector(baseline);
    case 'turn-other-side':
      return createTurnOtherSideDetector(baseline, options);
  }
}
