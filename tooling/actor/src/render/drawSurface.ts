import { ceil, floor, max, min } from '../random/maths.js';
import type { Surface } from '../geometry/Surface.js';
import type { Canvas } from './Canvas.js';
import { SRGB_TO_LINEAR } from './srgbToLinear.js';
import type { Vertices } from './Vertices.js';

/** Triangles overlap by this share of themselves, so that no seam shows between two. */
const SEAM = 1e-5;

/**
 * Fills a placed and lit surface into the canvas, nearest wins. Texture, light and shine run linearly over a triangle.
 */
export function drawSurface(surface: Surface, vertices: Vertices, canvas: Canvas): void {
  const { triangles, texture, twoSided, blended } = surface;
  const { screen, uvs, light } = vertices;
  const { widthPx, heightPx, depth } = canvas;
  const out = canvas.light;
  const pixels = texture.data;
  const linear = SRGB_TO_LINEAR;
  const textureWidth = texture.widthPx;
  const maxU = textureWidth - 1;
  const maxV = texture.heightPx - 1;
  for (let t = 0; t < triangles.length; t += 3) {
    const a = triangles[t] as number;
    const b = triangles[t + 1] as number;
    const c = triangles[t + 2] as number;
    const ax = screen[a * 3] as number;
    const ay = screen[a * 3 + 1] as number;
    const bx = screen[b * 3] as number;
    const by = screen[b * 3 + 1] as number;
    const cx = screen[c * 3] as number;
    const cy = screen[c * 3 + 1] as number;
    // Rows run downwards, so that a triangle seen from the front has a negative area.
    const area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
    if (area === 0 || (area > 0 && !twoSided)) continue;
    const top = max(0, ceil((ay < by ? (ay < cy ? ay : cy) : by < cy ? by : cy) - 0.5));
    const bottom = min(heightPx - 1, floor((ay > by ? (ay > cy ? ay : cy) : by > cy ? by : cy) - 0.5));
    const left = max(0, ceil((ax < bx ? (ax < cx ? ax : cx) : bx < cx ? bx : cx) - 0.5));
    const right = min(widthPx - 1, floor((ax > bx ? (ax > cx ? ax : cx) : bx > cx ? bx : cx) - 0.5));
    if (top > bottom || left > right) continue;
    const scale = 1 / area;
    // Weights of b and c change by these from column to column and from row to row.
    const bStepX = (cy - ay) * scale;
    const bStepY = -(cx - ax) * scale;
    const cStepX = -(by - ay) * scale;
    const cStepY = (bx - ax) * scale;
    const startX = left + 0.5 - ax;
    const startY = top + 0.5 - ay;
    let rowB = startX * bStepX + startY * bStepY;
    let rowC = startX * cStepX + startY * cStepY;

    const az = screen[a * 3 + 2] as number;
    const bz = (screen[b * 3 + 2] as number) - az;
    const cz = (screen[c * 3 + 2] as number) - az;
    const au = (uvs[a * 2] as number) * textureWidth;
    const bu = (uvs[b * 2] as number) * textureWidth - au;
    const cu = (uvs[c * 2] as number) * textureWidth - au;
    const av = (uvs[a * 2 + 1] as number) * (maxV + 1);
    const bv = (uvs[b * 2 + 1] as number) * (maxV + 1) - av;
    const cv = (uvs[c * 2 + 1] as number) * (maxV + 1) - av;
    const ar = light[a * 4] as number;
    const br = (light[b * 4] as number) - ar;
    const cr = (light[c * 4] as number) - ar;
    const ag = light[a * 4 + 1] as number;
    const bg = (light[b * 4 + 1] as number) - ag;
    const cg = (light[c * 4 + 1] as number) - ag;
    const ab = light[a * 4 + 2] as number;
    const bb = (light[b * 4 + 2] as number) - ab;
    const cb = (light[c * 4 + 2] as number) - ab;
    const as = light[a * 4 + 3] as number;
    const bs = (light[b * 4 + 3] as number) - as;
    const cs = (light[c * 4 + 3] as number) - as;

    const dStepX = -bStepX - cStepX;
    for (let y = top; y <= bottom; y++, rowB += bStepY, rowC += cStepY) {
      // The columns on which all three weights are positive.
      const rowA = 1 - rowB - rowC;
      let from = 0;
      let to = right - left;
      if (bStepX > 0) from = max(from, ceil((-rowB - SEAM) / bStepX));
      else if (bStepX < 0) to = min(to, floor((-rowB - SEAM) / bStepX));
      else if (rowB < -SEAM) continue;
      if (cStepX > 0) from = max(from, ceil((-rowC - SEAM) / cStepX));
      else if (cStepX < 0) to = min(to, floor((-rowC - SEAM) / cStepX));
      else if (rowC < -SEAM) continue;
      if (dStepX > 0) from = max(from, ceil((-rowA - SEAM) / dStepX));
      else if (dStepX < 0) to = min(to, floor((-rowA - SEAM) / dStepX));
      else if (rowA < -SEAM) continue;
      let wb = rowB + from * bStepX;
      let wc = rowC + from * cStepX;
      const end = y * widthPx + left + to;
      for (let o = y * widthPx + left + from; o <= end; o++, wb += bStepX, wc += cStepX) {
        const z = az + wb * bz + wc * cz;
        if (z <= (depth[o] as number)) continue;
        let u = (au + wb * bu + wc * cu) | 0;
        let v = (av + wb * bv + wc * cv) | 0;
        u = u < 0 ? 0 : u > maxU ? maxU : u;
        v = v < 0 ? 0 : v > maxV ? maxV : v;
        const q = (v * textureWidth + u) * 4;
        if (blended && (pixels[q + 3] as number) < 5) continue;
        const shine = as + wb * bs + wc * cs;
        const red = (linear[pixels[q] as number] as number) * (ar + wb * br + wc * cr) + shine;
        const green = (linear[pixels[q + 1] as number] as number) * (ag + wb * bg + wc * cg) + shine;
        const blue = (linear[pixels[q + 2] as number] as number) * (ab + wb * bb + wc * cb) + shine;
        const p = o * 3;
        if (!blended) {
          depth[o] = z;
          out[p] = red;
          out[p + 1] = green;
          out[p + 2] = blue;
          continue;
        }
        const cover = (pixels[q + 3] as number) / 255;
        if (cover > 0.5) depth[o] = z;
        out[p] = (out[p] as number) + (red - (out[p] as number)) * cover;
        out[p + 1] = (out[p + 1] as number) + (green - (out[p + 1] as number)) * cover;
        out[p + 2] = (out[p + 2] as number) + (blue - (out[p + 2] as number)) * cover;
      }
    }
  }
}
