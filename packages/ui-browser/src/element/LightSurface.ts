/**
 * What the element lets a screen light colour: itself, over the whole window, with the person's picture small in the middle of
 * it. `createBrowserScreenLight` of `@huoti/adapter-browser` takes it as it is.
 */
export interface LightSurface {
  /** Whether the element is in the page and has a size. */
  isVisible(): boolean;
  /** Red, green and blue in [0, 1], sRGB; `null` takes the colour away. */
  paint(colour: readonly [red: number, green: number, blue: number] | null): void;
}
