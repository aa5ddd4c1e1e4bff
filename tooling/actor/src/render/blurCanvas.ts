import { max, min } from '../random/maths.js';
import type { Canvas } from './Canvas.js';

/** Blurs the light in place: two box blurs of the given radius each way, close to a bell. */
export function blurCanvas({ widthPx, heightPx, light }: Canvas, radiusPx: number): void {
  const radius = Math.round(radiusPx);
  if (radius < 1) return;
  for (let round = 0; round < 2; round++) {
    for (let y = 0; y < heightPx; y++) blurLine(light, y * widthPx * 3, 3, widthPx, radius);
    for (let x = 0; x < widthPx; x++) blurLine(light, x * 3, widthPx * 3, heightPx, radius);
  }
}

function blurLine(light: Float32Array, start: number, step: number, count: number, radius: number): void {
  const line = new Float32Array(count);
  for (let c = 0; c < 3; c++) {
    for (let n = 0; n < count; n++) line[n] = light[start + n * step + c] as number;
    let sum = 0;
    for (let n = -radius; n <= radius; n++) sum += line[min(count - 1, max(0, n))] as number;
    for (let n = 0; n < count; n++) {
      light[start + n * step + c] = sum / (2 * radius + 1);
      sum += (line[min(count - 1, n + radius + 1)] as number) - (line[max(0, n - radius)] as number);
    }
  }
}
