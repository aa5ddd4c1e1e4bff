/** What the picture says of a scene when a step is asked for: whoever plans may ask for something else there. */
export interface SceneFacts {
  /** The face is so bright that the screen's light would not be seen on it: no light step can be answered. */
  readonly tooBright: boolean;
}
