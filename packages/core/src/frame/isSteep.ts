import type { HeadPose } from '../geometry/HeadPose.js';

/**
 * Yaw beyond which no picture is taken, in radians: 46 degrees, where a turn is long judged as done. Of such a head alone, a
 * model that did not follow it there finds no face, or another shape: of 29 clips of living people all pictures in which none
 * was found and most that differ much from their trace were turned further (server's measurePictures.mjs, 2026-11-26).
 */
export const STEEPEST_PICTURE_YAW_RADIANS = 0.8;

/** Whether a head is turned too far for a picture that somebody else has to read. */
export const isSteep = ({ yawRadians }: HeadPose): boolean =>
  Math.abs(yawRadians) > STEEPEST_PICTURE_YAW_RADIANS;
