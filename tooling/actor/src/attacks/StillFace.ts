import type { Picture } from '../pixels/Picture.js';

/** A picture of a face, and where its landmarks are. */
export interface StillFace {
  readonly picture: Picture;
  /** 478 points x y z, px of the picture. */
  readonly landmarks: Float32Array;
}
