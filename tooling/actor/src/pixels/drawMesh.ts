import { ceil, floor, max, min } from '../random/maths.js';
import type { FlatMesh } from './fillValues.js';
import type { Picture } from './Picture.js';

/** A mesh with a picture on it. */
export interface TexturedMesh extends FlatMesh {
  /** Where each corner lies in the texture, in px, x y each. */
  readonly uvs: ArrayLike<number>;
}

/**
 * Draws a texture on a mesh, each triangle by its own affine map, bilinear.
 *
 * @param alphas how solid each corner is, in [0, 1]; left out, all are
 */
export function drawMesh(
  { points, triangles, uvs }: TexturedMesh,
  texture: Picture,
  out: Picture,
  alphas: ArrayLike<number> | null = null,
): void {
  const { data, widthPx: width, heightPx: height } = texture;
  const target = out.data;
  for (let t = 0; t < triangles.length; t += 3) {
    const i = triangles[t] as number;
    const j = triangles[t + 1] as number;
    const k = triangles[t + 2] as number;
    const ax = points[i * 2] as number;
    const ay = points[i * 2 + 1] as number;
    const bx = points[j * 2] as number;
    const by = points[j * 2 + 1] as number;
    const cx = points[k * 2] as number;
    const cy = points[k * 2 + 1] as number;
    const area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
    if (area === 0 || !(area === area)) continue;
    const au = uvs[i * 2] as number;
    const av = uvs[i * 2 + 1] as number;
    const bu = uvs[j * 2] as number;
    const bv = uvs[j * 2 + 1] as number;
    const cu = uvs[k * 2] as number;
    const cv = uvs[k * 2 + 1] as number;
    const top = max(0, ceil(min(ay, by, cy) - 0.5));
    const bottom = min(out.heightPx - 1, floor(max(ay, by, cy) - 0.5));
    const left = max(0, ceil(min(ax, bx, cx) - 0.5));
    const right = min(out.widthPx - 1, floor(max(ax, bx, cx) - 0.5));
    for (let y = top; y <= bottom; y++) {
      for (let x = left; x <= right; x++) {
        const px = x + 0.5;
        const py = y + 0.5;
        const wc = ((bx - ax) * (py - ay) - (by - ay) * (px - ax)) / area;
        const wb = ((px - ax) * (cy - ay) - (py - ay) * (cx - ax)) / area;
        const wa = 1 - wb - wc;
        if (wa < 0 || wb < 0 || wc < 0) continue;
        const u = wa * au + wb * bu + wc * cu - 0.5;
        const v = wa * av + wb * bv + wc * cv - 0.5;
        const su = u < 0 ? 0 : u > width - 1.001 ? width - 1.001 : u;
        const sv = v < 0 ? 0 : v > height - 1.001 ? height - 1.001 : v;
        const column = su | 0;
        const row = sv | 0;
        const fu = su - column;
        const fv = sv - row;
        const p = (row * width + column) * 4;
        const q = p + width * 4;
        const w11 = fu * fv;
        const w10 = fv - w11;
        const w01 = fu - w11;
        const w00 = 1 - fu - fv + w11;
        const solid =
          alphas === null
            ? 1
            : wa * (alphas[i] as number) + wb * (alphas[j] as number) + wc * (alphas[k] as number);
        const o = (y * out.widthPx + x) * 4;
        for (let c = 0; c < 3; c++) {
          const value =
            (data[p + c] as number) * w00 +
            (data[p + 4 + c] as number) * w01 +
            (data[q + c] as number) * w10 +
            (data[q + 4 + c] as number) * w11;
          target[o + c] = solid === 1 ? value : value * solid + (target[o + c] as number) * (1 - solid);
        }
        target[o + 3] = 255;
      }
    }
  }
}
