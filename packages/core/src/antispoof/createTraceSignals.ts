import { createApproachParallaxSignal } from './depth/createApproachParallaxSignal.js';
import { createTurnDepthSignal } from './depth/createTurnDepthSignal.js';
import { createLightSignal } from './light/createLightSignal.js';
import { createBlinkShapeSignal } from './physiology/createBlinkShapeSignal.js';
import { createMicroMotionSignal } from './physiology/createMicroMotionSignal.js';
import type { SpoofSignal } from './SpoofSignal.js';
import { createBackgroundRigidSignal } from './temporal/createBackgroundRigidSignal.js';
import { createFrameRepeatsSignal } from './temporal/createFrameRepeatsSignal.js';
import { createFrameTimingSignal } from './temporal/createFrameTimingSignal.js';

/** All signals that are measured from a trace, fresh: one set for one session or clip. */
export function createTraceSignals(): readonly SpoofSignal[] {
  return [
    createTurnDepthSignal(),
    createApproachParallaxSignal(),
    createFrameTimingSignal(),
    createFrameRepeatsSignal(),
    createBackgroundRigidSignal(),
    createBlinkShapeSignal(),
    createMicroMotionSignal(),
    createLightSignal(),
  ];
}
