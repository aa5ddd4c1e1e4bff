import { atMost } from './gateReading.js';
import type { QualityGate } from './QualityGate.js';

/** Largest turn, nod and lean of a frontal face, in radians (20, 25 and 20 degrees). */
export const MAX_YAW_RADIANS = 0.35;
export const MAX_PITCH_RADIANS = 0.44;
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
