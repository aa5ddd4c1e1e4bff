/** Turn of the head, in radians. */
export interface HeadPose {
  /** Positive when the person turns to their own left (towards the right of an unmirrored picture). */
  readonly yawRadians: number;
  /** Positive when the person looks up. */
  readonly pitchRadians: number;
  /** Positive when the head leans clockwise in the picture. */
  readonly rollRadians: number;
}
