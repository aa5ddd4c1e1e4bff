import type { Frame } from '@huoti/core';

/** A picture as the vision kit takes it. */
export interface UprightPixels {
  readonly buffer: ArrayBuffer;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The frame's pixels turned upright and unmirrored; memory of their own, since the kit works on after the frame is closed. */
export function uprightPixels({
  data,
  widthPx,
  heightPx,
  rotationDegrees,
  mirrored,
}: Pick<Frame, 'data' | 'widthPx' | 'heightPx' | 'rotationDegrees' | 'mirrored'>): UprightPixels {
  const onItsSide = rotationDegrees === 90 || rotationDegrees === 270;
  const size = { widthPx: onItsSide ? heightPx : widthPx, heightPx: onItsSide ? widthPx : heightPx };
  if (rotationDegrees === 0 && !mirrored) return { buffer: data.slice().buffer, ...size };
  const out = new Uint8ClampedArray(data.length);
  for (let y = 0, to = 0; y < size.heightPx; y++) {
    for (let column = 0; column < size.widthPx; column++, to += 4) {
      // Mirrored pictures are mirrored once they stand upright.
      const x = mirrored ? size.widthPx - 1 - column : column;
      let [fromX, fromY] = [x, y];
      if (rotationDegrees === 90) [fromX, fromY] = [y, heightPx - 1 - x];
      else if (rotationDegrees === 180) [fromX, fromY] = [widthPx - 1 - x, heightPx - 1 - y];
      else if (rotationDegrees === 270) [fromX, fromY] = [widthPx - 1 - y, x];
      const from = (fromY * widthPx + fromX) * 4;
      for (let channel = 0; channel < 4; channel++) out[to + channel] = data[from + channel] ?? 0;
    }
  }
  return { buffer: out.buffer, ...size };
}
