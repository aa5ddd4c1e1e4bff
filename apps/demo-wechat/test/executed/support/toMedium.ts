import type { Picture } from '@huoti/wx-host';

/** What `medium` is in the executed host. */
const WIDTH_PX = 480;
const HEIGHT_PX = 640;

/** A picture of the same proportions at the camera's medium size, each pixel the nearest: so that the host has nothing left to compute. */
export function toMedium({ data, widthPx, heightPx }: Picture): Picture {
  const from = new Uint32Array(data.buffer, data.byteOffset, widthPx * heightPx);
  const to = new Uint32Array(WIDTH_PX * HEIGHT_PX);
  const columns = Uint32Array.from({ length: WIDTH_PX }, (_, x) =>
    Math.floor(((x + 0.5) * widthPx) / WIDTH_PX),
  );
  for (let y = 0, at = 0; y < HEIGHT_PX; y += 1) {
    const row = Math.floor(((y + 0.5) * heightPx) / HEIGHT_PX) * widthPx;
    for (let x = 0; x < WIDTH_PX; x += 1, at += 1) to[at] = from[row + (columns[x] ?? 0)] ?? 0;
  }
  return { data: new Uint8ClampedArray(to.buffer), widthPx: WIDTH_PX, heightPx: HEIGHT_PX };
}
