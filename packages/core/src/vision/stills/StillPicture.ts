/** A picture that was decoded: RGBA8, upright and unmirrored, `widthPx * heightPx * 4` bytes. */
export interface StillPicture {
  readonly data: Uint8ClampedArray;
  readonly widthPx: number;
  readonly heightPx: number;
}
