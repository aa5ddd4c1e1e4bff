import {
  MAX_SHARE_VALUE,
  MAX_SHARPNESS_VALUE,
  SHARE_UNITS,
  SHARPNESS_UNITS,
  type TraceStatistics,
} from '@huoti/protocol';
import type { FrameStatistics } from '../frame/FrameStatistics.js';

/** A measure in units; what is no number was not measured. */
const units = (value: number | null, perOne: number, most: number): number | null =>
  value === null || !Number.isFinite(value) ? null : Math.max(0, Math.min(most, Math.round(value * perOne)));

const share = (value: number | null): number | null => units(value, SHARE_UNITS, MAX_SHARE_VALUE);

/** Frame statistics as the whole numbers that a trace carries. */
export function quantiseStatistics(statistics: FrameStatistics): TraceStatistics {
  return {
    frameMeanLuma: share(statistics.frameMeanLuma) ?? 0,
    frameLumaDeviation: share(statistics.frameLumaDeviation) ?? 0,
    frameLumaDetail: share(statistics.frameLumaDetail) ?? 0,
    faceMeanLuma: share(statistics.faceMeanLuma),
    faceClippedShare: share(statistics.faceClippedShare),
    faceDarkShare: share(statistics.faceDarkShare),
    backgroundMeanLuma: share(statistics.backgroundMeanLuma),
    faceSharpness: units(statistics.faceSharpness, SHARPNESS_UNITS, MAX_SHARPNESS_VALUE),
    lowerFaceUnlikeSkinShare: share(statistics.lowerFaceUnlikeSkinShare),
    eyeAreaUnlikeSkinShare: share(statistics.eyeAreaUnlikeSkinShare),
  };
}
