/** What the screen light colours: a full-screen view of the page, above everything but the camera's small picture. */
export interface MiniProgramLightSurface {
  /** Whether the page can be seen now. */
  isVisible(): boolean;
  /**
   * Colours all of it at once (components in [0, 1], sRGB); `null` takes the colour away. Resolves when the view layer has taken it:
   * the callback of `setData`.
   */
  paint(colour: readonly [red: number, green: number, blue: number] | null): Promise<void>;
}
