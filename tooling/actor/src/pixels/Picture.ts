/** Pixels of a picture: RGBA8, row by row from the top left. */
export interface Picture {
  readonly data: Uint8ClampedArray;
  readonly widthPx: number;
  readonly heightPx: number;
}
