import type { Picture } from './Picture.js';

/** What {@link turnPicture} takes. */
export interface TurnOptions {
  /** Clockwise. @default 0 */
  rotationDegrees?: 0 | 90 | 180 | 270;
  /** Left to right, before it is turned. @default false */
  mirrored?: boolean;
}

/**
 * A picture mirrored and then turned, in a buffer of its own.
 *
 * @example
 * turnPicture(upright, { rotationDegrees: 90 }); // the top row becomes the right column
 */
export function turnPicture(
  picture: Picture,
  { rotationDegrees = 0, mirrored = false }: TurnOptions,
): Picture {
  const { widthPx, heightPx } = picture;
  const sideways = rotationDegrees === 90 || rotationDegrees === 270;
  const width = sideways ? heightPx : widthPx;
  const height = sideways ? widthPx : heightPx;
  const from = pixelsOf(picture.data);
  const to = new Uint32Array(width * height);
  for (let y = 0, at = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1, at += 1) {
      const column = mirrored ? widthPx - 1 - x : x;
      const target =
        rotationDegrees === 90
          ? column * width + (heightPx - 1 - y)
          : rotationDegrees === 180
            ? (heightPx - 1 - y) * width + (widthPx - 1 - column)
            : rotationDegrees === 270
              ? (widthPx - 1 - column) * width + y
              : y * width + column;
      to[target] = from[at] as number;
    }
  }
  return { data: new Uint8ClampedArray(to.buffer), widthPx: width, heightPx: height };
}

function pixelsOf(data: Picture['data']): Uint32Array {
  // Bytes out of a decoder may start anywhere.
  if (data.byteOffset % 4 === 0) return new Uint32Array(data.buffer, data.byteOffset, data.byteLength / 4);
  const copy = data.slice();
  return new Uint32Array(copy.buffer, 0, copy.byteLength / 4);
}
