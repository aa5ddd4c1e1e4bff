import type { FrameStatistics } from '../frame/FrameStatistics.js';

/**
 * Largest spread of block luma of a covered lens. Black with noise: 0.003; the darkest scene in which a person could not be
 * found any more: 0.016 (clips darkened to 1/500 of their light, 2026-11-23).
 */
export const MAX_COVERED_LUMA_DEVIATION = 0.012;

/**
 * Largest detail over spread of a smooth glow, as through a finger: a ramp across 16 blocks has about 0.18. Scenes in which
 * a person could not be found: 0.32 to 0.43 in the dark, 0.23 to 0.27 heavily blurred (2026-11-23).
 */
export const MAX_COVERED_DETAIL_RATIO = 0.22;

/**
 * Whether a frame without a face shows nothing at all: a shutter or a finger before the lens, a black picture, a blank wall.
 * Asked only where no face was found.
 */
export function isCoveredLens({ frameLumaDeviation, frameLumaDetail }: FrameStatistics): boolean {
  return (
    frameLumaDeviation <= MAX_COVERED_LUMA_DEVIATION ||
    frameLumaDetail <= MAX_COVERED_DETAIL_RATIO * frameLumaDeviation
  );
}
