/** What the pictures's pixels say, measured once a frame for the quality gates. Lightness is Rec. 709 luma in [0, 1]. */
export interface FrameStatistics {
  /** Of the whole frame. */
  readonly frameMeanLuma: number;
  /** Spread of luma over the whole frame (standard deviation): a covered lens has next to none. */
  readonly frameLumaDeviation: number;
  /** Inside the face's oval; `null` without a face, as for all that follow. */
  readonly faceMeanLuma: number | null;
  /** Share of face pixels that are nearly white (luma above 0.97), in [0, 1]. */
  readonly faceClippedShare: number | null;
  /** Share of face pixels that are nearly black (luma under 0.06), in [0, 1]. */
  readonly faceDarkShare: number | null;
  /** Mean luma of the frame outside of the face's box, scaled by 1.3. */
  readonly backgroundMeanLuma: number | null;
  /**
   * Sharpness of the face: variance of the Laplacian of luma (0 to 255 scale) over the face box brought to a width of
   * 128 px, divided by the variance of its luma, so that contrast and lighting cancel. No unit.
   */
  readonly faceSharpness: number | null;
  /** Share of the lower face (mouth, nose, chin) whose colour is unlike the skin of the upper face, in [0, 1]. */
  readonly lowerFaceUnlikeSkinShare: number | null;
}
