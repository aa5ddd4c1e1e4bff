/** A picture being rendered: linear light and depth. */
export interface Canvas {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Red, green, blue of each pixel. */
  readonly light: Float32Array;
  /** Nearness in cm towards the camera; larger hides smaller. */
  readonly depth: Float32Array;
}

/** Depth where only the wall is. */
export const NOTHING = -1e9;

export function createCanvas(widthPx: number, heightPx: number): Canvas {
  return {
    widthPx,
    heightPx,
    light: new Float32Array(widthPx * heightPx * 3),
    depth: new Float32Array(widthPx * heightPx),
  };
}
