import type { FaceBox } from '../FaceObservation.js';
import type { FaceRoi } from './FaceRoi.js';

/** What the detector alone knows of a face, in pixels of the upright frame. */
export interface DetectedFace {
  readonly box: FaceBox;
  /** In [0, 1]. */
  readonly score: number;
  /** Where the landmark model should look. */
  readonly roi: FaceRoi;
}
