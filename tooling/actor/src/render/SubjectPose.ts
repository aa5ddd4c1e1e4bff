/** Where a subject is and what the face does, at one moment. */
export interface SubjectPose {
  /** Positive when turned to the person's own left (towards the right of the picture). */
  readonly yawRadians: number;
  /** Positive when looking up. */
  readonly pitchRadians: number;
  /** Positive clockwise in the picture. */
  readonly rollRadians: number;
  /** From the camera to the middle of the head, in cm. */
  readonly distanceCm: number;
  /** Of the middle of the head from the camera's axis, to the right of the picture, in cm. */
  readonly xCm: number;
  /** As `xCm`, upwards. */
  readonly yCm: number;
  /** 0 open, 1 closed. Small negative values open the eyes wider. */
  readonly blink: number;
  /** 0 closed, 1 wide open. */
  readonly mouthOpen: number;
  readonly smile: number;
  readonly browRaise: number;
  /** Shift of the iris to the right of the picture and up, in cm; eyes reach about 0.5. */
  readonly gazeX: number;
  readonly gazeY: number;
}

/** Facing the camera at arm's length, doing nothing. */
export const NEUTRAL_POSE: SubjectPose = {
  yawRadians: 0,
  pitchRadians: 0,
  rollRadians: 0,
  distanceCm: 50,
  xCm: 0,
  yCm: 0,
  blink: 0,
  mouthOpen: 0,
  smile: 0,
  browRaise: 0,
  gazeX: 0,
  gazeY: 0,
};
