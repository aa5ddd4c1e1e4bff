/** What a camera does to the light that reaches it. */
export interface Camera {
  /** Focal length over the longer side of the picture. 1.1 is a phone's front camera. */
  readonly focalRatio: number;
  /** Factor on all light. */
  readonly exposure: number;
  /** Deviation of the noise in the mid tones, of 255. */
  readonly noise: number;
  /** Radius of the blur in px, 0 for none. */
  readonly blurPx: number;
}

/** A phone's front camera in good light. */
export const PHONE_CAMERA: Camera = { focalRatio: 1.1, exposure: 1.12, noise: 2, blurPx: 0 };
