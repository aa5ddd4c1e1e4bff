/** An ellipse in CSS pixels of the view. */
export interface Oval {
  readonly centreX: number;
  readonly centreY: number;
  readonly radiusX: number;
  readonly radiusY: number;
}
