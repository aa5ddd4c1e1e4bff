import type { Picture } from '../src/index.js';

/** A picture of one grey value, 0 to 255. */
export function grey(value: number, widthPx = 480, heightPx = 640): Picture {
  return { data: new Uint8ClampedArray(widthPx * heightPx * 4).fill(value), widthPx, heightPx };
}
