import { describe, expect, it } from '@jest/globals';
import { float16ToFloat32 } from './float16ToFloat32.js';
import { float32ToFloat16 } from './float32ToFloat16.js';

describe('float16', () => {
  it('survives there and back, all 63,488 finite values and both infinities bit by bit', () => {
    let different = 0;
    for (let bits = 0; bits <= 0xffff; bits += 1) {
      const isNaNBits = (bits & 0x7c00) === 0x7c00 && (bits & 0x3ff) !== 0;
      if (!isNaNBits && float32ToFloat16(float16ToFloat32(bits)) !== bits) different += 1;
    }
    expect(different).toBe(0);
  });

  it.each([
    [1, 0x3c00],
    [-2, 0xc000],
    [65504, 0x7bff],
    [65519, 0x7bff],
    [65520, 0x7c00],
    [2 ** -14, 0x0400],
    [2 ** -24, 0x0001],
    [2 ** -25, 0x0000],
    [-0, 0x8000],
    [Infinity, 0x7c00],
    // halfway between two neighbours: to the even one
    [1 + 2 ** -11, 0x3c00],
    [1 + 3 * 2 ** -11, 0x3c02],
    // rounds up into the next power of two
    [1.9999, 0x4000],
    // rounds up from the subnormals into the normals
    [2 ** -14 - 2 ** -26, 0x0400],
  ])('rounds %d to %i', (value, bits) => {
    expect(float32ToFloat16(value)).toBe(bits);
  });

  it('keeps NaN a NaN', () => {
    expect(float16ToFloat32(float32ToFloat16(NaN))).toBeNaN();
    expect(float16ToFloat32(0x7c01)).toBeNaN();
  });
});
