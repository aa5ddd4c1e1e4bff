import { defaultQualityGates } from './defaultQualityGates.js';
import type { QualityGate } from './QualityGate.js';

/** Gates while a person is looked for and calibrated: all of them, in the order in which things should be mended. */
export const captureGates: readonly QualityGate[] = defaultQualityGates();
