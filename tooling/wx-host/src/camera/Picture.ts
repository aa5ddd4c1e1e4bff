/** A picture of RGBA bytes, rows from the top. */
export interface Picture {
  readonly data: Uint8Array | Uint8ClampedArray;
  readonly widthPx: number;
  readonly heightPx: number;
}
