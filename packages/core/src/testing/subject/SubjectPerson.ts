/** What makes one synthetic person differ from another. */
export interface SubjectPerson {
  /** Decides the shape of the face, the timing and the noise. @default 1 */
  seed?: number;
  /** Breadth of the head over the canonical one's. @default 1 */
  headWidth?: number;
  /** Eye openness at rest; of real people 0.20 to 0.43. @default 0.28 */
  eyeOpening?: number;
  /** Mouth openness at rest. @default 0.01 */
  restingMouth?: number;
  /** Trembling of each landmark, as a share of the eye distance; of real clips 0.001 to 0.0033. @default 0.002 */
  noise?: number;
  /** Unasked blinks a minute. @default 0 */
  blinksPerMinute?: number;
  /** How far from the camera the face is at rest, in cm. @default 45 */
  distanceCm?: number;
  /** How the phone is held: pitch of the resting face, in rad. @default 0 */
  restingPitchRadians?: number;
}
