import { createRandom } from '../random/createRandom.js';
import type { Camera } from './Camera.js';
import type { Canvas } from './Canvas.js';

const TONE_STEPS = 4096;
/** Largest light that the tone curve tells apart; above is white. */
const TONE_RANGE = 2;
const NOISE_COUNT = 1 << 15;

/** The tone curve: straight to about two thirds, then a soft shoulder up to white, then sRGB. */
function toneCurve(): Uint8Array {
  return Uint8Array.from({ length: TONE_STEPS + 1 }, (_, step) => {
    const light = (step / TONE_STEPS) * TONE_RANGE;
    const soft = light < 0.6 ? light : 0.6 + 0.4 * (1 - Math.exp(-(light - 0.6) / 0.4));
    return Math.round(255 * (soft <= 0.0031308 ? 12.92 * soft : 1.055 * Math.pow(soft, 1 / 2.4) - 0.055));
  });
}

function noiseTable(): Int8Array {
  const random = createRandom(4711);
  // In sixteenths of a deviation.
  return Int8Array.from({ length: NOISE_COUNT }, () =>
    Math.max(-127, Math.min(127, Math.round(random.normal(0, 16)))),
  );
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
  return ({ widthPx, heightPx, light }, camera, noiseSeed, out) => {
    const gain = (camera.exposure * TONE_STEPS) / TONE_RANGE / 8;
    const grain = camera.noise / 16;
    const random = createRandom(noiseSeed);
    const row = widthPx * 3;
    for (let y = 0; y < heightPx; y++) {
      let n = (random.next() * NOISE_COUNT) | 0;
      const up = y > 0 ? -row : 0;
      const down = y < heightPx - 1 ? row : 0;
      let o = y * row;
      let q = y * widthPx * 4;
      for (let x = 0; x < widthPx; x++, o += 3, q += 4) {
        const before = x > 0 ? -3 : 0;
        const after = x < widthPx - 1 ? 3 : 0;
        // Noise of a sensor is mostly of lightness, a little of colour.
        const common = (noise[n & (NOISE_COUNT - 1)] as number) * 0.8;
        n++;
        for (let c = 0; c < 3; c++) {
          const i = o + c;
          const sum =
            4 * (light[i] as number) +
            (light[i + before] as number) +
            (light[i + after] as number) +
            (light[i + up] as number) +
            (light[i + down] as number);
          let step = (sum * gain) | 0;
          step = step < 0 ? 0 : step > TONE_STEPS ? TONE_STEPS : step;
          out[q + c] =
            (tones[step] as number) +
            (common + (noise[(n + c * 977) & (NOISE_COUNT - 1)] as number) * 0.6) * grain;
        }
        out[q + 3] = 255;
      }
    }
  };
}
