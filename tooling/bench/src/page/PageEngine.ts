/** The one shape that every engine is driven through, in a page and in Node. `Picture` is what the host has a frame as. */
export interface PageEngine<Picture = HTMLCanvasElement> {
  /** From nothing to ready, warm-up included where the engine has one. */
  open(): Promise<void>;
  /**
   * One frame, from the picture to landmarks.
   *
   * @param atMs time of the frame as a camera would stamp it
   * @returns how many points were found, 0 for none
   */
  detect(picture: Picture, atMs: number): Promise<number>;
  /** Gives back all that the engine offers to give back. */
  close(): Promise<void>;
  /** Tensors that are alive; `null` where the engine has none that could be counted from here. */
  tensors(): number | null;
}

/** What each page's script exports. */
export interface PageEngineModule {
  createEngine(): PageEngine;
}
