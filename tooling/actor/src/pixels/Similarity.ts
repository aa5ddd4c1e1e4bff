/** A turn, a scale and a shift: x' = a x - b y + x0, y' = b x + a y + y0. */
export interface Similarity {
  readonly a: number;
  readonly b: number;
  readonly x0: number;
  readonly y0: number;
}

/** Leaves everything where it is. */
export const IDENTITY: Similarity = { a: 1, b: 0, x0: 0, y0: 0 };
