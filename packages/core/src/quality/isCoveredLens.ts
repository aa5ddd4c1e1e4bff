import type { FrameStatistics } from '../frame/FrameStatistics.js';

/** Largest spread of luma (standard deviation, [0, 1]) of a covered lens. */
export const MAX_COVERED_LUMA_DEVIATION = 0.03;

/** Whether a frame without a face shows nothing at all: a finger or a shutter before the lens, a black picture. */
export function isCoveredLens({ frameLumaDeviation }: FrameStatistics): boolean {
  return frameLumaDeviation <= MAX_COVERED_LUMA_DEVIATION;
}
