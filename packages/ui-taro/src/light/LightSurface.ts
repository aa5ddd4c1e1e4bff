/**
 * What a screen light colours: the whole page, with the camera's picture small in the middle of it. The screen light of
 * `@huoti/adapter-wechat` takes it as it is.
 */
export interface LightSurface {
  /** Whether the page can be seen now. */
  isVisible(): boolean;
  /**
   * Colours all of it at once: red, green and blue in [0, 1], sRGB; `null` takes the colour away. Resolves when the view layer has
   * taken it.
   */
  paint(colour: readonly [red: number, green: number, blue: number] | null): Promise<void>;
}
