import { SHARE_UNITS, SHARPNESS_UNITS, type TraceStatistics } from '@huoti/protocol';
import type { FrameStatistics } from '../frame/FrameStatistics.js';

const share = (value: number | null): number | null => (value === null ? null : value / SHARE_UNITS);

/** The inverse of `quantiseStatistics`, to within half a unit. */
export function restoreStatistics(statistics: TraceStatistics): FrameStatistics {
  return {
    frameMeanLuma: statistics.frameMeanLuma / SHARE_UNITS,
    frameLumaDeviation: statistics.frameLumaDeviation / SHARE_UNITS,
    frameLumaDetail: statistics.frameLumaDetail / SHARE_UNITS,
    faceMeanLuma: share(statistics.faceMeanLuma),
    faceClippedShare: share(statistics.faceClippedShare),
    faceDarkShare: share(statistics.faceDarkShare),
    backgroundMeanLuma: share(statistics.backgroundMeanLuma),
    faceSharpness: statistics.faceSharpness === null ? null : statistics.faceSharpness / SHARPNESS_UNITS,
    lowerFaceUnlikeSkinShare: share(statistics.lowerFaceUnlikeSkinShare),
    eyeAreaUnlikeSkinShare: share(statistics.eyeAreaUnlikeSkinShare),
  };
}
