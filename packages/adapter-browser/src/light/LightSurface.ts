/** A colour of the screen: red, green and blue in [0, 1], sRGB. */
export type LightColour = readonly [red: number, green: number, blue: number];

/** What is coloured to light a face. `<huoti-liveness>` brings its own; without one, a bare layer over the page is used. */
export interface LightSurface {
  /** Whether a person can see it, or could if it were painted now. */
  isVisible(): boolean;
  /** Colours all of it at once, without a transition; `null` takes the colour away and leaves nothing behind. */
  paint(colour: LightColour | null): void;
}
