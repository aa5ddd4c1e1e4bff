/** What some detectors need besides the person's baseline. */
export interface ActionDetectorOptions {
  /**
   * For `turn-other-side`: the side the person turned to before, as the sign of its yaw index. A full turn to the same
   * side again is a violation.
   */
  firstSide?: 1 | -1 | undefined;
}
