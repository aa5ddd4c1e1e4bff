/** What the screen before a camera shows, sRGB in [0, 1]. */
export type ScreenColour = readonly [red: number, green: number, blue: number];

/** A screen, as whoever stands before it sees it. */
export interface ScreenNow {
  /** Its colour at a time, in ms of the session's clock: of the present or of the past. */
  colourAt(atMs: number): ScreenColour;
}
