import type { FrameSize } from './CameraOptions.js';
import type { Picture } from './Picture.js';

/** A picture at another size: its middle in the other proportions, each pixel the nearest. The same size costs nothing. */
export function fitPicture(picture: Picture, { widthPx, heightPx }: FrameSize): Picture {
  if (picture.widthPx === widthPx && picture.heightPx === heightPx) return picture;
  const scale = Math.min(picture.widthPx / widthPx, picture.heightPx / heightPx);
  const left = (picture.widthPx - widthPx * scale) / 2;
  const top = (picture.heightPx - heightPx * scale) / 2;
  const data = new Uint8ClampedArray(widthPx * heightPx * 4);
  for (let y = 0, to = 0; y < heightPx; y += 1) {
    const row = Math.floor(top + (y + 0.5) * scale) * picture.widthPx;
    for (let x = 0; x < widthPx; x += 1, to += 4) {
      const from = (row + Math.floor(left + (x + 0.5) * scale)) * 4;
      data[to] = picture.data[from] as number;
      data[to + 1] = picture.data[from + 1] as number;
      data[to + 2] = picture.data[from + 2] as number;
      data[to + 3] = picture.data[from + 3] as number;
    }
  }
  return { data, widthPx, heightPx };
}
