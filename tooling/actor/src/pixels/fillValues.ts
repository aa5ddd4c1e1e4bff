import { ceil, floor, max, min } from '../random/maths.js';
/** A triangle mesh in a picture: corners in px, x y each. */
export interface FlatMesh {
  readonly points: ArrayLike<number>;
  readonly triangles: ArrayLike<number>;
}

/**
 * Fills a map with the values of a mesh's corners, mixed over its triangles. What lies outside of the map is left out.
 *
 * @param values one for each corner
 * @param map one number for each pixel, row by row
 */
export function fillValues(
  { points, triangles }: FlatMesh,
  values: ArrayLike<number>,
  map: Float32Array,
  widthPx: number,
  heightPx: number,
): void {
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
    const va = values[i] as number;
    const vb = values[j] as number;
    const vc = values[k] as number;
    const top = max(0, ceil(min(ay, by, cy) - 0.5));
    const bottom = min(heightPx - 1, floor(max(ay, by, cy) - 0.5));
    const left = max(0, ceil(min(ax, bx, cx) - 0.5));
    const right = min(widthPx - 1, floor(max(ax, bx, cx) - 0.5));
    for (let y = top; y <= bottom; y++) {
      for (let x = left; x <= right; x++) {
        const px = x + 0.5;
        const py = y + 0.5;
        const wc = ((bx - ax) * (py - ay) - (by - ay) * (px - ax)) / area;
        const wb = ((px - ax) * (cy - ay) - (py - ay) * (cx - ax)) / area;
        const wa = 1 - wb - wc;
        if (wa < 0 || wb < 0 || wc < 0) continue;
        map[y * widthPx + x] = wa * va + wb * vb + wc * vc;
      }
    }
  }
}
