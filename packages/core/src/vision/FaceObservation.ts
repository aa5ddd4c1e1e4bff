import type { HeadPose } from '../geometry/HeadPose.js';

/** A box in pixels of the upright, unmirrored frame. */
export interface FaceBox {
  readonly xPx: number;
  readonly yPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * One face in one frame: plain data, so that a recorded trace replays without a model.
 */
export interface FaceObservation {
  /**
   * 478 points, x y z each (length 1434), in pixels of the upright, unmirrored frame; z grows away from the camera, on
   * the scale of x. Length 0 where only the detector saw the face (a second one is looked for that way): then box and
   * presence are all there is.
   */
  readonly landmarks: Float32Array;
  readonly box: FaceBox;
  /** In [0, 1]: how sure the model is that this is a face. */
  readonly presence: number;
  /** All zero where there are no landmarks. */
  readonly pose: HeadPose;
  /** Size of the upright frame it was seen in. */
  readonly frameWidthPx: number;
  readonly frameHeightPx: number;
  /** Of the frame it was seen in. A second face keeps the time of the look that found it. */
  readonly timestampMs: number;
}
