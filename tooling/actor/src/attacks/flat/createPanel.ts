import type { Picture } from '../../pixels/Picture.js';
import type { Random } from '../../random/createRandom.js';
import { hypot, sin } from '../../random/maths.js';
import { bell } from '../../random/numbers.js';

/** A lit panel behind glass. */
export interface Panel {
  /** The video's picture as a camera sees it on the panel, with its dark border: the same memory each time. */
  show(content: Picture, atMs: number): Picture;
}

/**
 * What a panel and its glass do to a picture: the pixels' grid beats with the camera's (moire), the backlight's refresh
 * makes bands that wander, white is bluish, blacks shine, and a lamp is mirrored in the glass.
 */
export function createPanel({
  widthPx,
  heightPx,
  bezelPx,
  random,
}: {
  widthPx: number;
  heightPx: number;
  bezelPx: number;
  random: Random;
}): Panel {
  const outer = widthPx + 2 * bezelPx;
  const texture: Picture = {
    data: new Uint8ClampedArray(outer * (heightPx + 2 * bezelPx) * 4).fill(255),
    widthPx: outer,
    heightPx: heightPx + 2 * bezelPx,
  };
  const edge = random.between(4, 22);
  for (let o = 0; o < texture.data.length; o += 4) texture.data.fill(edge, o, o + 3);

  // Two gratings a few pixels wide: what is left of a grid that is finer than the camera's.
  const moire = random.between(0.005, 0.06);
  const gratings = [0, 1].map(() => ({
    x: ((random.next() < 0.5 ? -1 : 1) * 2 * Math.PI) / random.between(3, 14),
    y: (2 * Math.PI) / random.between(3, 14),
    at: random.between(0, 7),
  }));
  const tint = [random.between(0.9, 1), random.between(0.96, 1.02), random.between(1, 1.12)];
  const black = random.between(2, 18);
  const glare = random.between(0, 60);
  const [glareX, glareY, glareSize] = [
    random.between(0, 1) * widthPx,
    random.between(0, 0.6) * heightPx,
    random.between(0.05, 0.22) * widthPx,
  ];
  const factors = new Float32Array(widthPx * heightPx * 3);
  const added = new Float32Array(widthPx * heightPx);
  for (let y = 0, i = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++, i++) {
      added[i] = black + glare * bell(hypot(x - glareX, (y - glareY) * 0.7), glareSize);
      for (let c = 0; c < 3; c++) {
        let beat = 0;
        for (const { x: gx, y: gy, at } of gratings) beat += sin(x * gx + y * gy + at + c * 1.3) / 2;
        factors[i * 3 + c] = (tint[c] as number) * (1 + moire * beat);
      }
    }
  }
  const bands = random.next() < 0.6 ? random.between(0.005, 0.05) : 0;
  const bandTurns = random.between(1, 4);
  const bandHz = random.between(0.2, 3);
  const row = new Float32Array(heightPx);
  return {
    show({ data }, atMs) {
      for (let y = 0; y < heightPx; y++) {
        row[y] = 1 + bands * Math.sin(2 * Math.PI * ((y / heightPx) * bandTurns + (atMs / 1000) * bandHz));
      }
      for (let y = 0, i = 0; y < heightPx; y++) {
        const band = row[y] as number;
        let o = ((y + bezelPx) * outer + bezelPx) * 4;
        for (let x = 0; x < widthPx; x++, i++, o += 4) {
          const shine = added[i] as number;
          for (let c = 0; c < 3; c++) {
            texture.data[o + c] = (data[i * 4 + c] as number) * (factors[i * 3 + c] as number) * band + shine;
          }
        }
      }
      return texture;
    },
  };
}
