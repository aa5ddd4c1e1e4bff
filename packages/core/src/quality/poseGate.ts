import { atMost } from './gateReading.js';
import type { QualityGate } from './QualityGate.js';

/**
 * Largest turn of a frontal face, in radians (20 degrees). People who look into the camera: within 0.3 (fixtures' clips,
 * 2026-11-23); profiles: 1.04 and more; a challenge's turn begins beyond.
 */
export const MAX_YAW_RADIANS = 0.35;
/** Largest nod, in radians (25 degrees): phones are held low, so -0.3 to 0.3 is usual; heads bent down or back: 0.5 to 0.8. */
export const MAX_PITCH_RADIANS = 0.44;
/** Largest lean, in radians (20 degrees); usual 0.25 and less. */
export const MAX_ROLL_RADIANS = 0.35;

/** Options of {@link poseGate}, in radians. */
export interface PoseGateOptions {
  /** @default MAX_YAW_RADIANS */
  maxYawRadians?: number;
  /** @default MAX_PITCH_RADIANS */
  maxPitchRadians?: number;
  /** @default MAX_ROLL_RADIANS */
  maxRollRadians?: number;
}

/** `not-frontal`: the person looks into the camera, head upright. */
export function poseGate({
  maxYawRadians = MAX_YAW_RADIANS,
  maxPitchRadians = MAX_PITCH_RADIANS,
  maxRollRadians = MAX_ROLL_RADIANS,
}: PoseGateOptions = {}): QualityGate {
  return {
    name: 'pose',
    check({ pose }) {
      return [
        atMost('not-frontal', Math.abs(pose.yawRadians), maxYawRadians, 'rad'),
        atMost('not-frontal', Math.abs(pose.pitchRadians), maxPitchRadians, 'rad'),
        atMost('not-frontal', Math.abs(pose.rollRadians), maxRollRadians, 'rad'),
      ];
    },
  };
}
