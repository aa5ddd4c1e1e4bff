/**
 * A mean face of nobody: 468 points in the order that the landmark model uses. Built by the models package from
 * published geometry and handed in as data, so that the renderer reads no file.
 */
export interface CanonicalFace {
  /** 468 points, x y z each, in cm: x to the person's left, y up, z to the camera. */
  readonly positions: ArrayLike<number>;
  /** 468 points, u v each, in [0, 1], v downwards. */
  readonly uvs: ArrayLike<number>;
  /** 898 triangles, three point numbers each, counter-clockwise seen from the camera. */
  readonly triangles: ArrayLike<number>;
}

/** Points of the canonical face. */
export const FACE_POINT_COUNT = 468;
