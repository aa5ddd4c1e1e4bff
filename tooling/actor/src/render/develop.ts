import { createRandom } from '../random/createRandom.js';
import type { Camera } from './Camera.js';
import { NOTHING, type Canvas } from './Canvas.js';

const TONE_STEPS = 4096;
/** Largest light that the tone curve tells apart; above is white. */
const TONE_RANGE = 2;
/** A power of two, so that the place in the table wraps by a mask. */
const NOISE_COUNT = 1 << 15;
const NOISE_MASK = NOISE_COUNT - 1;
/** Apart in the table, so that the colours' noise is not alike. */
const GREEN_AT = 977;
const BLUE_AT = 1954;

/** The tone curve: straight to about two thirds, then a soft shoulder up to white, then sRGB. */
function toneCurve(): Uint8Array {
  return Uint8Array.from({ length: TONE_STEPS + 1 }, (_, step) => {
    const light = (step / TONE_STEPS) * TONE_RANGE;
    const soft = light < 0.6 ? light : 0.6 + 0.4 * (1 - Math.exp(-(light - 0.6) / 0.4));
    return Math.round(255 * (soft <= 0.0031308 ? 12.92 * soft : 1.055 * Math.pow(soft, 1 / 2.4) - 0.055));
  });
}

/** Normal noise, deviation 1. */
function noiseTable(): Float32Array {
  const random = createRandom(4711);
  return Float32Array.from({ length: NOISE_COUNT }, () => random.normal(0, 1));
}

/** Turns light into an RGBA8 picture as a camera does: a slight softness of the lens, exposure, tone curve, noise. */
export function createDeveloper(): (
  canvas: Canvas,
  camera: Camera,
  noiseSeed: number,
  out: Uint8ClampedArray,
) => void {
  const tones = toneCurve();
  const noise = noiseTable();
  const tone = (sum: number): number => tones[sum > TONE_STEPS ? TONE_STEPS : sum | 0] as number;
  return ({ widthPx, heightPx, light, depth }, camera, noiseSeed, out) => {
    const gain = (camera.exposure * TONE_STEPS) / TONE_RANGE;
    // Noise of a sensor is mostly of lightness, a little of colour.
    const common = camera.noise * 0.8;
    const colour = camera.noise * 0.6;
    const random = createRandom(noiseSeed);
    const row = widthPx * 3;
    for (let y = 0; y < heightPx; y++) {
      let n = (random.next() * NOISE_COUNT) | 0;
      let o = y * row;
      let q = y * widthPx * 4;
      let up = y > 0 ? o - row : o;
      let down = y < heightPx - 1 ? o + row : o;
      const last = o + row - 3;
      let before = o;
      let p = y * widthPx;
      for (; o <= last; o += 3, up += 3, down += 3, q += 4, n++, p++) {
        const after = o < last ? o + 3 : o;
        const shared = (noise[n & NOISE_MASK] as number) * common;
        let red = light[o] as number;
        let green = light[o + 1] as number;
        let blue = light[o + 2] as number;
        // The wall is out of focus as it is painted: only people need the lens.
        if ((depth[p] as number) > NOTHING) {
          red =
            0.5 * red +
            0.125 *
              ((light[before] as number) +
                (light[after] as number) +
                (light[up] as number) +
                (light[down] as number));
          green =
            0.5 * green +
            0.125 *
              ((light[before + 1] as number) +
                (light[after + 1] as number) +
                (light[up + 1] as number) +
                (light[down + 1] as number));
          blue =
            0.5 * blue +
            0.125 *
              ((light[before + 2] as number) +
                (light[after + 2] as number) +
                (light[up + 2] as number) +
                (light[down + 2] as number));
        }
        out[q] = tone(red * gain) + shared + (noise[(n + 1) & NOISE_MASK] as number) * colour;
        out[q + 1] = tone(green * gain) + shared + (noise[(n + GREEN_AT) & NOISE_MASK] as number) * colour;
        out[q + 2] = tone(blue * gain) + shared + (noise[(n + BLUE_AT) & NOISE_MASK] as number) * colour;
        out[q + 3] = 255;
        before = o;
      }
    }
  };
}
