/**
 * What a picture's pixels say, measured once a frame for the quality gates. Lightness is Rec. 709 luma in [0, 1] of the
 * gamma-encoded values, as the camera gives them.
 */
export interface FrameStatistics {
  /** Of the whole frame. */
  readonly frameMeanLuma: number;
  /** Spread (standard deviation) of the mean luma of 16 x 16 blocks of the frame: a covered lens has next to none. */
  readonly frameLumaDeviation: number;
  /** Mean difference between the mean luma of neighbouring blocks: a glow through a finger is smooth, a scene is not. */
  readonly frameLumaDetail: number;
  /** Inside the face's oval; `null` without a face, as for all that follow. */
  readonly faceMeanLuma: number | null;
  /** Share of face pixels that are nearly white (luma above 0.97), in [0, 1]. */
  readonly faceClippedShare: number | null;
  /** Share of face pixels that are nearly black (luma under 0.06), in [0, 1]. */
  readonly faceDarkShare: number | null;
  /** Mean luma of the frame outside of the face's box scaled by 1.3; `null` too where the face fills the frame. */
  readonly backgroundMeanLuma: number | null;
  /**
   * Sharpness of the face, no unit: the energy of the finest detail over that of detail four times as wide, in the
   * blurrier direction, on the face brought to 48 cells across. Contrast and light cancel; see {@link faceSharpness}.
   */
  readonly faceSharpness: number | null;
  /**
   * Share of the lower face (nose tip, upper lip, chin, cheeks beside the mouth) that is less than half as red as the
   * skin between and above the brows, in [0, 1]. A red or skin-coloured cover, a hand for one, is not seen. `null` too
   * where the picture has no colour to compare.
   */
  readonly lowerFaceUnlikeSkinShare: number | null;
  /**
   * Share of the eyes with their lids that is far darker than the forehead or of another colour, in [0, 1]: dark or
   * mirrored lenses. Lashes and irises alone stay well under a half.
   */
  readonly eyeAreaUnlikeSkinShare: number | null;
}
