import type { PictureDifference } from './comparePicture.js';

/** How far pictures may lie from the trace in one regard. */
export interface PictureTolerance {
  /** No picture lies further away. */
  readonly each: number;
  /** Half of a session's pictures lie no further away. */
  readonly median: number;
}

/** To be measured. */
export const PICTURE_TOLERANCES: Readonly<Record<keyof PictureDifference, PictureTolerance>> = {
  yawRadians: { each: 0.2, median: 0.1 },
  pitchRadians: { each: 0.2, median: 0.1 },
  rollRadians: { each: 0.1, median: 0.05 },
  eyes: { each: 0.1, median: 0.04 },
  mouth: { each: 0.15, median: 0.05 },
  landmarkWidths: { each: 0.06, median: 0.03 },
  colourLevels: { each: 12, median: 6 },
};
