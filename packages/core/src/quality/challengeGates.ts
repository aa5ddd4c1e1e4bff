import { lightGate } from './lightGate.js';
import type { QualityGate } from './QualityGate.js';

/**
 * Gates while an action is done: light alone. A turn is not frontal, moves (blur), reaches the picture's edge and hides
 * half of the lower face; a blink closes the eyes; approach and away change the size.
 */
export const challengeGates: readonly QualityGate[] = [lightGate()];
