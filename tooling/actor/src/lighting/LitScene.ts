/** How a surface answers to light. */
export type SurfaceKind =
  /** Skin and paper scatter what falls on them, by its angle. */
  | 'skin'
  | 'paper'
  /** Glass over a lit panel: shows its own light, and sends back 4 % of what falls on it. */
  | 'screen';

/**
 * A surface that the camera sees, as a mesh: where its corners are in the picture and in space. Space is in cm: x to the
 * right of the picture, y down, z away from the camera, which stands at 0 with the screen around it.
 */
export interface LitSurface {
  readonly kind: SurfaceKind;
  /** x y of each corner, px. */
  readonly points: Float32Array;
  /** x y z of each corner, cm. */
  readonly positions: Float32Array;
  /** Unit normals, x y z of each corner, towards the camera where the surface faces it. */
  readonly normals: Float32Array;
  readonly triangles: Uint16Array;
}

/** What stands before the camera. */
export interface LitScene {
  /** In drawing order. */
  readonly surfaces: readonly LitSurface[];
  /** Distance of whatever no surface covers, in cm. */
  readonly backgroundCm: number;
}
