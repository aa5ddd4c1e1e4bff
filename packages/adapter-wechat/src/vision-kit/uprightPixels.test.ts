import { describe, expect, it } from '@jest/globals';
import { uprightPixels } from './uprightPixels.js';

/** 3 x 2 pixels, numbered by their red: 0 1 2 over 3 4 5. */
const data = new Uint8ClampedArray(24);
for (let at = 0; at < 6; at++) data[at * 4] = at;

describe('a frame turned upright', () => {
  it.each([
    [0, false, 3, [0, 1, 2, 3, 4, 5]],
    [0, true, 3, [2, 1, 0, 5, 4, 3]],
    [90, false, 2, [3, 0, 4, 1, 5, 2]],
    [180, false, 3, [5, 4, 3, 2, 1, 0]],
    [270, false, 2, [2, 5, 1, 4, 0, 3]],
    [90, true, 2, [0, 3, 1, 4, 2, 5]],
  ] as const)('by %i degrees, mirrored: %s', (rotationDegrees, mirrored, widthPx, reds) => {
    const upright = uprightPixels({ data, widthPx: 3, heightPx: 2, rotationDegrees, mirrored });
    expect(upright.widthPx).toBe(widthPx);
    const bytes = new Uint8Array(upright.buffer);
    expect(Array.from({ length: 6 }, (_unused, at) => bytes[at * 4])).toEqual([...reds]);
    expect(upright.buffer).not.toBe(data.buffer);
  });
});
