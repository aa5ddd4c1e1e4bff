/**
 * How this person looks when they do nothing: taken from the first frontal, neutral frames, so that no threshold is the
 * same for everyone.
 */
export interface PersonBaseline {
  /** Median eye openness with open eyes (see geometry/eyeOpenness). */
  readonly eyeOpenness: number;
  /** Median mouth opening at rest. */
  readonly mouthOpenness: number;
  readonly yawIndex: number;
  readonly pitchRadians: number;
  /** Distance of the outer eye corners over the frame's width: the measure of nearness. */
  readonly faceScale: number;
  /** Frames it was taken from. */
  readonly frameCount: number;
}
