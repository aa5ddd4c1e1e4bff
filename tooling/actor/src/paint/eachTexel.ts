import { ceil, max, min } from '../random/maths.js';
import type { CanonicalFace } from '../geometry/CanonicalFace.js';
import { at } from '../random/numbers.js';

/**
 * Visits every pixel of a face texture of `sizePx`, with the place on the canonical head (cm) that it is wrapped to.
 */
export function eachTexel(
  face: CanonicalFace,
  sizePx: number,
  visit: (x: number, y: number, headX: number, headY: number, headZ: number) => void,
): void {
  for (let t = 0; t < face.triangles.length; t += 3) {
    const [a, b, c] = [at(face.triangles, t), at(face.triangles, t + 1), at(face.triangles, t + 2)];
    const [ax, ay] = [at(face.uvs, a * 2) * sizePx, at(face.uvs, a * 2 + 1) * sizePx];
    const [bx, by] = [at(face.uvs, b * 2) * sizePx, at(face.uvs, b * 2 + 1) * sizePx];
    const [cx, cy] = [at(face.uvs, c * 2) * sizePx, at(face.uvs, c * 2 + 1) * sizePx];
    const area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
    if (area === 0) continue;
    for (let y = ceil(min(ay, by, cy)); y < max(ay, by, cy); y++) {
      for (let x = ceil(min(ax, bx, cx)); x < max(ax, bx, cx); x++) {
        const wb = ((x - ax) * (cy - ay) - (cx - ax) * (y - ay)) / area;
        const wc = ((bx - ax) * (y - ay) - (x - ax) * (by - ay)) / area;
        const wa = 1 - wb - wc;
        if (wa < 0 || wb < 0 || wc < 0) continue;
        const place = (axis: number): number =>
          wa * at(face.positions, a * 3 + axis) +
          wb * at(face.positions, b * 3 + axis) +
          wc * at(face.positions, c * 3 + axis);
        visit(x, y, place(0), place(1), place(2));
      }
    }
  }
}
