import { describe, expect, it } from '@jest/globals';
import { decodeI420 } from './decodeI420.js';

/** The other way round, straight from the matrix of ITU-T T.871, section 7: one picture of one colour. */
function i420Of(red: number, green: number, blue: number, widthPx: number, heightPx: number): Uint8Array {
  const y = 0.299 * red + 0.587 * green + 0.114 * blue;
  const u = (blue - y) / 1.772 + 128;
  const v = (red - y) / 1.402 + 128;
  const half = Math.ceil(widthPx / 2) * Math.ceil(heightPx / 2);
  const bytes = new Uint8Array(widthPx * heightPx + 2 * half);
  bytes.fill(Math.round(y), 0, widthPx * heightPx);
  bytes.fill(Math.max(0, Math.min(255, Math.round(u))), widthPx * heightPx, widthPx * heightPx + half);
  bytes.fill(Math.max(0, Math.min(255, Math.round(v))), widthPx * heightPx + half);
  return bytes;
}

describe('decodeI420', () => {
  it.each([
    [0, 0, 0],
    [255, 255, 255],
    [255, 0, 0],
    [0, 255, 0],
    [0, 0, 255],
    [224, 172, 105],
    [60, 45, 30],
    [128, 128, 128],
  ])('gives back the colour %i %i %i, to within the rounding of its three planes', (red, green, blue) => {
    const pixels = decodeI420(i420Of(red, green, blue, 4, 4), 4, 4);
    // Each plane is rounded by 0.5 at most, which the matrix makes 1.5 of at most.
    for (let at = 0; at < 64; at += 4) {
      expect(Math.abs((pixels?.[at] ?? -9) - red)).toBeLessThanOrEqual(2);
      expect(Math.abs((pixels?.[at + 1] ?? -9) - green)).toBeLessThanOrEqual(2);
      expect(Math.abs((pixels?.[at + 2] ?? -9) - blue)).toBeLessThanOrEqual(2);
      expect(pixels?.[at + 3]).toBe(255);
    }
  });

  it('takes the colour of two by two pixels from one value, and the rest of an odd side from the last', () => {
    const [width, height] = [3, 3];
    const bytes = new Uint8Array(9 + 4 + 4).fill(128);
    // V of the block in the lower right corner, which is one pixel.
    bytes[9 + 4 + 3] = 228;
    const pixels = decodeI420(bytes, width, height);
    const reds = Array.from({ length: 9 }, (_, index) => pixels?.[index * 4]);
    expect(reds).toEqual([128, 128, 128, 128, 128, 128, 128, 128, 255]);
  });

  it.each([
    ['one byte short', 4, 4, 23],
    ['one byte long', 4, 4, 25],
    ['of a picture that claims to be larger', 4096, 4096, 24],
    ['empty', 16, 16, 0],
  ])('bytes that are %s are no picture', (_what, width, height, length) => {
    expect(decodeI420(new Uint8Array(length), width, height)).toBeNull();
  });
});
