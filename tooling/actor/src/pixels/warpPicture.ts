import type { Picture } from './Picture.js';
import type { Similarity } from './Similarity.js';

/**
 * Draws a picture moved by a similarity, mixed into what stands there. Beyond the picture's edge its edge goes on.
 *
 * @param share of the drawn picture in the mix, in [0, 1]; 1 replaces
 */
export function warpPicture(picture: Picture, { a, b, x0, y0 }: Similarity, out: Picture, share = 1): void {
  const { data, widthPx: width, heightPx: height } = picture;
  const target = out.data;
  const square = a * a + b * b;
  // The way back: from a place in the result to one in the picture.
  const ia = a / square;
  const ib = -b / square;
  const ix = -(ia * x0 - ib * y0);
  const iy = -(ib * x0 + ia * y0);
  const keep = 1 - share;
  for (let y = 0, o = 0; y < out.heightPx; y++) {
    let sx = -ib * y + ix;
    let sy = ia * y + iy;
    for (let x = 0; x < out.widthPx; x++, o += 4, sx += ia, sy += ib) {
      const cx = sx < 0 ? 0 : sx > width - 1.001 ? width - 1.001 : sx;
      const cy = sy < 0 ? 0 : sy > height - 1.001 ? height - 1.001 : sy;
      const left = cx | 0;
      const top = cy | 0;
      const fx = cx - left;
      const fy = cy - top;
      const p = (top * width + left) * 4;
      const q = p + width * 4;
      const w11 = fx * fy;
      const w10 = fy - w11;
      const w01 = fx - w11;
      const w00 = 1 - fx - fy + w11;
      for (let c = 0; c < 3; c++) {
        const value =
          (data[p + c] as number) * w00 +
          (data[p + 4 + c] as number) * w01 +
          (data[q + c] as number) * w10 +
          (data[q + 4 + c] as number) * w11;
        target[o + c] = keep === 0 ? value : value * share + (target[o + c] as number) * keep;
      }
      target[o + 3] = 255;
    }
  }
}
