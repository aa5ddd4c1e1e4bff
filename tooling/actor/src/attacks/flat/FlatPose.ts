/** Where a flat thing is held, in the space of `LitSurface`. Angles in radians, lengths in cm. */
export interface FlatPose {
  /** Positive: its right edge in the picture goes away, as a head's that turns to its own left. */
  readonly yaw: number;
  /** Positive: its upper edge comes near, as a head's that nods. */
  readonly pitch: number;
  readonly roll: number;
  readonly xCm: number;
  readonly yCm: number;
  readonly zCm: number;
  /** One over the radius that it is bent to, around an upright axis, its edges away from the camera; 0 is flat. */
  readonly bend: number;
}
