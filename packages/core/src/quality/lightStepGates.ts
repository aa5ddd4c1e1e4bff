import { centreGate } from './centreGate.js';
import { poseGate } from './poseGate.js';
import type { QualityGate } from './QualityGate.js';
import { sizeGate } from './sizeGate.js';

/**
 * Gates while the screen lights the face: where it is and how it looks, no gate of light or colour. What is dark or bright then
 * is the plan's doing, not the person's.
 */
export const lightStepGates: readonly QualityGate[] = [sizeGate(), centreGate(), poseGate()];
