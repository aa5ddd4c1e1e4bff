import type { FusionModel } from './FusionModel.js';
import { passiveFusion } from './passiveFusion.js';
import { sessionFusion } from './sessionFusion.js';

/**
 * By which numbers a session is judged: with light by those that expect its answer. Without, nothing but the face's own movement
 * and texture speaks, as in a recording, and the numbers are those that were fitted on recordings; such sessions have error rates
 * of their own.
 *
 * @param options.lit the screen lit the face through every stage of a light step
 */
export const fusionModelFor = ({ lit }: { lit: boolean }): FusionModel =>
  lit ? sessionFusion : passiveFusion;
