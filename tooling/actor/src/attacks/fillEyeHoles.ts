import type { Picture } from '../pixels/Picture.js';
import { clamp } from '../random/numbers.js';

/** Corners of each eye, and the lids' middles. */
const EYES = [
  { outer: 33, inner: 133, upper: 159, lower: 145 },
  { outer: 263, inner: 362, upper: 386, lower: 374 },
] as const;

/** Height of a hole over its width: an eye's opening with the lids' edges. */
const HOLE_HEIGHT = 0.55;

/**
 * Shows what is behind a sheet through two oval holes over the eyes of whoever wears it.
 *
 * @param size of a hole, over the eye's own width
 */
export function fillEyeHoles(landmarks: Float32Array, behind: Picture, out: Picture, size: number): void {
  const { widthPx, heightPx } = out;
  for (const { outer, inner, upper, lower } of EYES) {
    const dx = (landmarks[inner * 3] as number) - (landmarks[outer * 3] as number);
    const dy = (landmarks[inner * 3 + 1] as number) - (landmarks[outer * 3 + 1] as number);
    const half = (Math.hypot(dx, dy) * size) / 2 + 1;
    const tall = half * HOLE_HEIGHT + 1;
    const mx = ((landmarks[outer * 3] as number) + (landmarks[inner * 3] as number)) / 2;
    const my = ((landmarks[upper * 3 + 1] as number) + (landmarks[lower * 3 + 1] as number)) / 2;
    const angle = Math.atan2(dy, dx);
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    for (let y = Math.max(0, Math.floor(my - half)); y < Math.min(heightPx, my + half); y++) {
      for (let x = Math.max(0, Math.floor(mx - half)); x < Math.min(widthPx, mx + half); x++) {
        const u = ((x - mx) * cos + (y - my) * sin) / half;
        const v = (-(x - mx) * sin + (y - my) * cos) / tall;
        // The paper's edge throws a thin shadow.
        const share = clamp((1 - Math.hypot(u, v)) * 6, 0, 1);
        if (share === 0) continue;
        const shade = 0.7 + 0.3 * clamp((1 - Math.hypot(u, v)) * 3, 0, 1);
        const o = (y * widthPx + x) * 4;
        for (let c = 0; c < 3; c++) {
          out.data[o + c] =
            (out.data[o + c] as number) * (1 - share) + (behind.data[o + c] as number) * share * shade;
        }
      }
    }
  }
}
