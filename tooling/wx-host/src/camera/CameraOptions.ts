/** A size in px. */
export interface FrameSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** What the phone's camera is like. */
export interface CameraOptions {
  /**
   * What each `frame-size` gives, before it is turned. No document gives pixels: these are what people report and serve as examples.
   *
   * @default 288x352, 480x640 and 720x1280
   */
  sizes: Readonly<Record<'small' | 'medium' | 'large', FrameSize>>;
  /** Clockwise turn that would bring a delivered frame upright. @default 0 */
  rotationDegrees: 0 | 90 | 180 | 270;
  /** Whether delivered frames are mirrored left to right. @default false */
  mirrored: boolean;
  /** From the consent to the ready event, in ms. @default 20 */
  readyAfterMs: number;
  /** Whether there is a camera at all. @default true */
  present: boolean;
  /**
   * What a camera does when the app comes back to the front. Not established for phones: `ready` gives the ready event again and
   * frames, `silent` frames alone, `dead` nothing.
   *
   * @default 'ready'
   */
  afterReturn: 'ready' | 'silent' | 'dead';
}
