import type { FrameStatistics } from '../frame/FrameStatistics.js';
import { isCoveredLens } from './isCoveredLens.js';

/**
 * Mean luma of the whole frame, in [0, 1], under which a face would not be found for want of light. Darkened clips in which
 * none was found: 0.02 to 0.09; recorded clips: 0.22 and more (fixtures, 2026-11-23).
 */
export const MAX_TOO_DARK_MEAN_LUMA = 0.15;

/** Whether a frame without a face shows a scene that is too dark for a face to be found in. */
export function isTooDarkToSee(statistics: FrameStatistics): boolean {
  return !isCoveredLens(statistics) && statistics.frameMeanLuma <= MAX_TOO_DARK_MEAN_LUMA;
}
