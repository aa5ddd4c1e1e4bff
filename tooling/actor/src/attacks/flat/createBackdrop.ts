import type { Picture } from '../../pixels/Picture.js';
import { min } from '../../random/maths.js';
import type { Random } from '../../random/createRandom.js';
import { clamp } from '../../random/numbers.js';

/** A room behind what is held up: a wall, things before it, out of focus. Drawn once. */
export function createBackdrop(widthPx: number, heightPx: number, random: Random): Picture {
  const data = new Uint8ClampedArray(widthPx * heightPx * 4);
  const base = random.between(70, 190);
  const wall = [base * random.between(0.9, 1.1), base, base * random.between(0.8, 1.1)];
  const slope = random.between(-40, 40);
  const things = Array.from({ length: 7 }, () => {
    const shift = random.between(-60, 45);
    return {
      left: random.between(-0.2, 1) * widthPx,
      top: random.between(-0.2, 1) * heightPx,
      width: random.between(0.08, 0.5) * widthPx,
      height: random.between(0.08, 0.6) * heightPx,
      soft: random.between(3, 14),
      by: [shift + random.between(-14, 14), shift + random.between(-8, 8), shift + random.between(-14, 14)],
    };
  });
  for (let y = 0, o = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++, o += 4) {
      const shade = slope * (x / widthPx - 0.5) - 20 * (y / heightPx - 0.5);
      for (let c = 0; c < 3; c++) data[o + c] = (wall[c] as number) + shade + random.between(-1.5, 1.5);
      for (const { left, top, width, height, soft, by } of things) {
        const inside = min(x - left, left + width - x, y - top, top + height - y);
        const share = clamp(inside / soft + 0.5, 0, 1);
        if (share === 0) continue;
        for (let c = 0; c < 3; c++) data[o + c] = (data[o + c] as number) + share * (by[c] as number);
      }
      data[o + 3] = 255;
    }
  }
  return { data, widthPx, heightPx };
}
