/** How a synthetic face stands at one moment. Angles in rad, as in HeadPose. */
export interface FaceShape {
  yawRadians: number;
  pitchRadians: number;
  rollRadians: number;
  /** 0 open as at rest, 1 shut. */
  leftLid: number;
  rightLid: number;
  /** Mouth openness: gap over width. */
  mouth: number;
  /** 0 none, 1 broad. */
  smile: number;
  /** Size over the one at rest. */
  nearness: number;
}
