/** A square around a face, turned with it; in pixels of the upright frame. */
export interface FaceRoi {
  readonly centreXPx: number;
  readonly centreYPx: number;
  readonly sidePx: number;
  readonly rotationRadians: number;
}
