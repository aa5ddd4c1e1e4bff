import { floor, max, min } from '../random/maths.js';
import { at } from '../random/numbers.js';
import type { Surface } from './Surface.js';

/** Looks along each side of a triangle at the texture's cover. */
const STEPS = 4;

/** Without the triangles on which the texture covers nothing: a cap of hair has no business before the face. */
export function dropBare(surface: Surface): Surface {
  if (!surface.blended) return surface;
  const { triangles, uvs, texture } = surface;
  const covers = (u: number, v: number): boolean => {
    const x = min(texture.widthPx - 1, max(0, floor(u * texture.widthPx)));
    const y = min(texture.heightPx - 1, max(0, floor(v * texture.heightPx)));
    return at(texture.data, (y * texture.widthPx + x) * 4 + 3) > 0;
  };
  const kept: number[] = [];
  for (let t = 0; t < triangles.length; t += 3) {
    const corners = [at(triangles, t), at(triangles, t + 1), at(triangles, t + 2)] as const;
    if (touches(corners, uvs, covers)) kept.push(...corners);
  }
  return {
    ...surface,
    triangles: Uint16Array.from(kept),
    normalTriangles: surface.normalTriangles ?? triangles,
  };
}

function touches(
  [a, b, c]: readonly [number, number, number],
  uvs: Float32Array,
  covers: (u: number, v: number) => boolean,
): boolean {
  for (let i = 0; i <= STEPS; i++) {
    for (let j = 0; i + j <= STEPS; j++) {
      const [wa, wb] = [i / STEPS, j / STEPS];
      const wc = 1 - wa - wb;
      const mixed = (axis: 0 | 1): number =>
        wa * at(uvs, a * 2 + axis) + wb * at(uvs, b * 2 + axis) + wc * at(uvs, c * 2 + axis);
      if (covers(mixed(0), mixed(1))) return true;
    }
  }
  return false;
}
