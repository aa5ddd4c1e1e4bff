import type { StillPicture } from '@huoti/core';
import type { Similarity } from './fitSimilarity.js';

// Taken out once: they are called for every pixel.
const { ceil, floor, max, min, sqrt } = Math;

/** Most samples along a pixel's side: a face of 900 px in a square of 112 is still read without gaps. */
const MOST_SAMPLES_A_SIDE = 8;

/**
 * Reads a face out of a picture, turned and scaled into a square. A pixel of the square is the mean of as many
 * interpolated samples as it covers pixels of the picture, so that shrinking makes no patterns. Beyond the picture its rim
 * goes on.
 *
 * @param toSquare from px of the picture to px of the square
 * @returns RGB, 0 to 255, `sidePx * sidePx * 3` values
 */
export function warpFace(picture: StillPicture, toSquare: Similarity, sidePx: number): Float32Array {
  const { data, widthPx, heightPx } = picture;
  const { a, b, shiftX, shiftY } = toSquare;
  const scale = a * a + b * b;
  const [backA, backB] = [a / scale, -b / scale];
  const samples = min(MOST_SAMPLES_A_SIDE, max(1, ceil(1 / sqrt(scale))));
  const share = 1 / (samples * samples);
  const [maxX, maxY] = [widthPx - 1, heightPx - 1];
  const square = new Float32Array(sidePx * sidePx * 3);
  for (let v = 0, to = 0; v < sidePx; v += 1) {
    for (let u = 0; u < sidePx; u += 1, to += 3) {
      for (let sample = 0; sample < samples * samples; sample += 1) {
        const across = u + ((sample % samples) + 0.5) / samples - 0.5 - shiftX;
        const down = v + (floor(sample / samples) + 0.5) / samples - 0.5 - shiftY;
        const x = min(maxX, max(0, backA * across - backB * down));
        const y = min(maxY, max(0, backB * across + backA * down));
        const [left, top] = [floor(x), floor(y)];
        const [weightX, weightY] = [x - left, y - top];
        const at = (top * widthPx + left) * 4;
        const right = left < maxX ? 4 : 0;
        const below = top < maxY ? widthPx * 4 : 0;
        for (let channel = 0; channel < 3; channel += 1) {
          const from = at + channel;
          const upper = data[from]! * (1 - weightX) + data[from + right]! * weightX;
          const lower = data[from + below]! * (1 - weightX) + data[from + below + right]! * weightX;
          square[to + channel]! += share * (upper * (1 - weightY) + lower * weightY);
        }
      }
    }
  }
  return square;
}
