/** When a colour came onto the glass. */
export interface LitChange {
  readonly shownAtMs: number;
  /** For red, green, blue: 1 where the screen gives light, 0 where it gives next to none. */
  readonly lit: readonly [red: number, green: number, blue: number];
}

/** The light of one session's face under the colours of the screen, frame by frame. */
export interface LitSeries {
  readonly timesMs: readonly number[];
  /**
   * One list a region and channel: the logarithm of the light, less that of what it is compared with. Every list has a number
   * for every frame.
   */
  readonly parts: readonly {
    /** In the order of `FACE_REGION_NAMES`. */
    readonly region: number;
    readonly channel: number;
    /** Mean light of the part in the picture, in any unit. */
    readonly light: number;
    readonly values: readonly number[];
  }[];
  /** Where the middle of each region lies in the picture, by its number: x, y, in any unit. */
  readonly places: readonly (readonly [x: number, y: number])[];
  /** In order. */
  readonly changes: readonly LitChange[];
  /** The parts are compared with the background; else each channel with the mean of all three. */
  readonly againstBackground: boolean;
}
