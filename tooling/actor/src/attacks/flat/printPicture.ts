import type { Picture } from '../../pixels/Picture.js';
import { abs, sin as sine } from '../../random/maths.js';
import type { Random } from '../../random/createRandom.js';

/**
 * A photo as a printer gives it: ink on paper has less contrast and colour than a screen, its blacks are grey, and its dots
 * and the paper's grain lie over it.
 */
export function printPicture({ data, widthPx, heightPx }: Picture, random: Random): Picture {
  const out = new Uint8ClampedArray(data.length);
  const black = random.between(12, 38);
  const white = random.between(215, 246);
  const colour = random.between(0.6, 0.95);
  const tint = [random.between(0.96, 1.04), 1, random.between(0.92, 1.03)];
  const dots = random.between(2, 11);
  const period = random.between(2.1, 3.6);
  const angle = random.between(0.2, 1.2);
  const grain = random.between(0.5, 2.5);
  const turn = (2 * Math.PI) / period;
  const [cos, sin] = [Math.cos(angle) * turn, Math.sin(angle) * turn];
  for (let y = 0, o = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++, o += 4) {
      const r = data[o] as number;
      const g = data[o + 1] as number;
      const b = data[o + 2] as number;
      const grey = 0.3 * r + 0.59 * g + 0.11 * b;
      // Dots show most where half of the paper is covered.
      const cover = 1 - abs(grey / 127.5 - 1);
      const dot = dots * cover * sine(x * cos + y * sin) * sine(y * cos - x * sin);
      const speck = dot + random.between(-grain, grain);
      for (let c = 0; c < 3; c++) {
        const own = grey + ((data[o + c] as number) - grey) * colour;
        out[o + c] = (black + (own / 255) * (white - black)) * (tint[c] as number) + speck;
      }
      out[o + 3] = 255;
    }
  }
  return { data: out, widthPx, heightPx };
}
