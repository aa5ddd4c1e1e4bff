import { blurGate, type BlurGateOptions } from './blurGate.js';
import { centreGate, type CentreGateOptions } from './centreGate.js';
import { eyesGate, type EyesGateOptions } from './eyesGate.js';
import { lightGate, type LightGateOptions } from './lightGate.js';
import { occlusionGate, type OcclusionGateOptions } from './occlusionGate.js';
import { poseGate, type PoseGateOptions } from './poseGate.js';
import type { QualityGate } from './QualityGate.js';
import { sizeGate, type SizeGateOptions } from './sizeGate.js';

/** Limits that differ from the measured defaults, a gate each. */
export interface QualityGateOptions {
  size?: SizeGateOptions;
  centre?: CentreGateOptions;
  light?: LightGateOptions;
  pose?: PoseGateOptions;
  occlusion?: OcclusionGateOptions;
  blur?: BlurGateOptions;
  eyes?: EyesGateOptions;
}

/**
 * All gates, in the order in which a person should mend things: come to the right place, get light, look into the
 * camera, uncover the face, hold still, open the eyes. How many faces there are is judged by the session.
 */
export function defaultQualityGates(options: QualityGateOptions = {}): readonly QualityGate[] {
  return [
    sizeGate(options.size),
    centreGate(options.centre),
    lightGate(options.light),
    poseGate(options.pose),
    occlusionGate(options.occlusion),
    blurGate(options.blur),
    eyesGate(options.eyes),
  ];
}
