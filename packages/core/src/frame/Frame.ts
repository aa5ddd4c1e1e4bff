/** One picture from a camera. Whoever took it from a stream closes it. */
export interface Frame {
  /** RGBA8, row by row from the top left as the sensor gave it; length `widthPx * heightPx * 4`. */
  readonly data: Uint8ClampedArray;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Clockwise turn that makes the picture upright. */
  readonly rotationDegrees: 0 | 90 | 180 | 270;
  /** Whether left and right are swapped in `data`. Never guessed: configuration or a table by device. */
  readonly mirrored: boolean;
  /** When it was captured, monotonic, in ms, on the adapter's clock. */
  readonly timestampMs: number;
  /** Gives the buffer back to whoever made it; idempotent. The data must not be read afterwards. */
  close(): void;
}
