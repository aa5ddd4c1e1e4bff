import { atLeast, atMost } from './gateReading.js';
import type { GateReading, QualityGate } from './QualityGate.js';

/** Least mean luma of the face. */
export const MIN_FACE_LUMA = 0.16;

/** Largest share of nearly black face pixels. */
export const MAX_DARK_SHARE = 0.5;

/** Largest share of nearly white face pixels. */
export const MAX_CLIPPED_SHARE = 0.3;

/** Largest background luma over face luma while the face is darker than {@link BACKLIT_FACE_LUMA}. */
export const MAX_BACKLIGHT_RATIO = 3;

/** A face as light as this is well enough lit whatever is behind it. */
export const BACKLIT_FACE_LUMA = 0.3;

/** Options of {@link lightGate}; luma and shares in [0, 1]. */
export interface LightGateOptions {
  /** @default MIN_FACE_LUMA */
  minFaceLuma?: number;
  /** @default MAX_DARK_SHARE */
  maxDarkShare?: number;
  /** @default MAX_CLIPPED_SHARE */
  maxClippedShare?: number;
  /** @default MAX_BACKLIGHT_RATIO */
  maxBacklightRatio?: number;
}

/** `backlit`, `too-dark` and `too-bright`. Backlit comes first, since "turn round" mends what "more light" does not. */
export function lightGate({
  minFaceLuma = MIN_FACE_LUMA,
  maxDarkShare = MAX_DARK_SHARE,
  maxClippedShare = MAX_CLIPPED_SHARE,
  maxBacklightRatio = MAX_BACKLIGHT_RATIO,
}: LightGateOptions = {}): QualityGate {
  return {
    name: 'light',
    check(_observation, { faceMeanLuma, faceDarkShare, faceClippedShare, backgroundMeanLuma }) {
      const readings: GateReading[] = [];
      if (faceMeanLuma !== null && backgroundMeanLuma !== null && faceMeanLuma < BACKLIT_FACE_LUMA) {
        const ratio = backgroundMeanLuma / Math.max(faceMeanLuma, 1 / 255);
        readings.push(atMost('backlit', ratio, maxBacklightRatio, 'ratio'));
      }
      if (faceMeanLuma !== null) readings.push(atLeast('too-dark', faceMeanLuma, minFaceLuma, 'luma'));
      if (faceDarkShare !== null) readings.push(atMost('too-dark', faceDarkShare, maxDarkShare, 'share'));
      if (faceClippedShare !== null) {
        readings.push(atMost('too-bright', faceClippedShare, maxClippedShare, 'share'));
      }
      return readings;
    },
  };
}
