import { describe, expect, it } from '@jest/globals';
import type { FrameGrid } from '../../frame/FrameGrid.js';
import { sampleSquare } from './sampleSquare.js';

/** Red is the column, green the row, blue 200. */
function ramp(widthPx: number, heightPx: number): FrameGrid {
  const data = new Uint8ClampedArray(widthPx * heightPx * 4);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) data.set([x, y, 200, 255], (y * widthPx + x) * 4);
  }
  return { data, widthPx, heightPx, origin: 0, stepX: 4, stepY: widthPx * 4 };
}

const sample = (
  sidePx: number,
  options: Partial<Parameters<typeof sampleSquare>[1]>,
  grid = ramp(40, 40),
) => {
  const into = new Float32Array(sidePx * sidePx * 3);
  const square = { centreXPx: 20, centreYPx: 20, sidePx: 8, rotationRadians: 0 };
  sampleSquare(grid, { square, sidePx, border: 'rim', into, ...options });
  return (u: number, v: number): number[] =>
    Array.from(into.subarray((v * sidePx + u) * 3, (v * sidePx + u) * 3 + 3));
};

describe('sampleSquare', () => {
  it('copies pixels where a pixel of the result is one of the frame', () => {
    const at = sample(8, {});
    expect(at(0, 0)).toEqual([16, 16, 200]);
    expect(at(7, 3)).toEqual([23, 19, 200]);
  });

  it('interpolates between pixels', () => {
    const at = sample(16, {});
    expect(at(1, 0)).toEqual([16.5, 16, 200]);
    expect(at(3, 5)).toEqual([17.5, 18.5, 200]);
  });

  it('turns clockwise: at a quarter turn the result goes right where the frame goes down', () => {
    const at = sample(8, {
      square: { centreXPx: 20, centreYPx: 20, sidePx: 8, rotationRadians: Math.PI / 2 },
    });
    expect(at(0, 0)[0]).toBeCloseTo(24, 4);
    expect(at(0, 0)[1]).toBeCloseTo(16, 4);
    expect(at(3, 0)[1]).toBeCloseTo(19, 4);
  });

  it('goes on with the rim beyond the frame, or is black there', () => {
    const square = { centreXPx: 0, centreYPx: 20, sidePx: 8, rotationRadians: 0 };
    expect(sample(8, { square })(0, 4)).toEqual([0, 20, 200]);
    expect(sample(8, { square, border: 'black' })(0, 4)).toEqual([0, 0, 0]);
  });

  it('averages where it shrinks by more than 2.5, without a shift', () => {
    const square = { centreXPx: 20, centreYPx: 20, sidePx: 32, rotationRadians: 0 };
    const at = sample(4, { square });
    expect(at(1, 1)[0]).toBeCloseTo(12, 3);
    expect(at(1, 1)[1]).toBeCloseTo(12, 3);
  });

  it('brightens, up to 255', () => {
    expect(sample(8, { gain: 3 })(2, 3)).toEqual([54, 57, 255]);
  });
});
