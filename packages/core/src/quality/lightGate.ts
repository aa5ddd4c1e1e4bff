import { atLeast, atMost } from './gateReading.js';
import type { GateReading, QualityGate } from './QualityGate.js';

/**
 * Least mean luma of the face. Darkest genuine clips (2nd percentile, before a bright wall, dark skin among them): 0.21,
 * 0.27, 0.29; clips darkened to an eighth of their light: 0.11 to 0.24 (fixtures, 2026-11-23).
 */
export const MIN_FACE_LUMA = 0.18;

/** Largest share of nearly black face pixels. Genuine clips: 0.05 and less, half a face in black shadow: 0.17 (fixtures). */
export const MAX_DARK_SHARE = 0.25;

/** Largest mean luma of the face. Genuine clips: 0.67 and less; over-exposed four times: 0.53 to 0.95, median 0.86. */
export const MAX_FACE_LUMA = 0.85;

/** Largest share of nearly white face pixels. Genuine clips: 0.12 and less, over-exposed four times: median 0.37. */
export const MAX_CLIPPED_SHARE = 0.25;

/**
 * Largest background luma over face luma while the face is darker than {@link BACKLIT_FACE_LUMA}. Dark faces before bright
 * walls that are still good enough to judge: up to 2.42 (fixtures, 2026-11-23).
 */
export const MAX_BACKLIGHT_RATIO = 2.8;

/** Least background luma that can be called a light behind the person: under it the whole scene is dark. */
export const MIN_BACKLIGHT_LUMA = 0.4;

/** A face as light as this is well enough lit whatever is behind it. */
export const BACKLIT_FACE_LUMA = 0.3;

/** Options of {@link lightGate}; luma and shares in [0, 1]. */
export interface LightGateOptions {
  /** @default MIN_FACE_LUMA */
  minFaceLuma?: number;
  /** @default MAX_DARK_SHARE */
  maxDarkShare?: number;
  /** @default MAX_FACE_LUMA */
  maxFaceLuma?: number;
  /** @default MAX_CLIPPED_SHARE */
  maxClippedShare?: number;
  /** @default MAX_BACKLIGHT_RATIO */
  maxBacklightRatio?: number;
}

/** `backlit`, `too-dark` and `too-bright`. Backlit comes first, since "turn round" mends what "more light" does not. */
export function lightGate({
  minFaceLuma = MIN_FACE_LUMA,
  maxDarkShare = MAX_DARK_SHARE,
  maxFaceLuma = MAX_FACE_LUMA,
  maxClippedShare = MAX_CLIPPED_SHARE,
  maxBacklightRatio = MAX_BACKLIGHT_RATIO,
}: LightGateOptions = {}): QualityGate {
  return {
    name: 'light',
    check(_observation, { faceMeanLuma, faceDarkShare, faceClippedShare, backgroundMeanLuma }) {
      const readings: GateReading[] = [];
      const shaded = faceMeanLuma !== null && faceMeanLuma < BACKLIT_FACE_LUMA;
      if (shaded && backgroundMeanLuma !== null && backgroundMeanLuma >= MIN_BACKLIGHT_LUMA) {
        const ratio = backgroundMeanLuma / Math.max(faceMeanLuma, 1 / 255);
        readings.push(atMost('backlit', ratio, maxBacklightRatio, 'ratio'));
      }
      if (faceMeanLuma !== null) readings.push(atLeast('too-dark', faceMeanLuma, minFaceLuma, 'luma'));
      if (faceDarkShare !== null) readings.push(atMost('too-dark', faceDarkShare, maxDarkShare, 'share'));
      if (faceMeanLuma !== null) readings.push(atMost('too-bright', faceMeanLuma, maxFaceLuma, 'luma'));
      if (faceClippedShare !== null) {
        readings.push(atMost('too-bright', faceClippedShare, maxClippedShare, 'share'));
      }
      return readings;
    },
  };
}
