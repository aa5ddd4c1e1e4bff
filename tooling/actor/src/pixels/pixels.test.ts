import { describe, expect, it } from '@jest/globals';
import { createSubject } from '@huoti/core/testing';
import { drawMesh } from './drawMesh.js';
import { fillValues } from './fillValues.js';
import { fitSimilarity } from './fitSimilarity.js';
import { moveLandmarks } from './moveLandmarks.js';
import { IDENTITY } from './Similarity.js';
import { warpPicture } from './warpPicture.js';

const square = (sizePx: number) => ({
  data: new Uint8ClampedArray(sizePx * sizePx * 4),
  widthPx: sizePx,
  heightPx: sizePx,
});

/** Red grows to the right, green downwards. */
const ramp = (sizePx: number) => {
  const picture = square(sizePx);
  for (let i = 0; i < sizePx * sizePx; i++) {
    picture.data.set([(i % sizePx) * 2, Math.floor(i / sizePx) * 2, 40, 255], i * 4);
  }
  return picture;
};

describe('pictures are moved', () => {
  it('by the similarity that lays one face onto another', () => {
    const from = createSubject({ noise: 0 }).observe(0).landmarks;
    const to = from.slice();
    const move = { a: 0.9, b: 0.2, x0: 30, y0: -12 };
    moveLandmarks(from, move, to);
    const fitted = fitSimilarity(from, to);
    expect(fitted.a).toBeCloseTo(move.a, 4);
    expect(fitted.b).toBeCloseTo(move.b, 4);
    expect(fitted.x0).toBeCloseTo(move.x0, 2);
    expect(fitted.y0).toBeCloseTo(move.y0, 2);
  });

  it('so that a place goes where the similarity sends it', () => {
    const out = square(100);
    warpPicture(ramp(100), { a: 1, b: 0, x0: 10, y0: 5 }, out);
    const at = (40 * 100 + 60) * 4;
    expect([out.data[at], out.data[at + 1]]).toEqual([100, 70]);
  });

  it('not at all by the identity, and half by half a share', () => {
    const picture = ramp(50);
    const out = square(50);
    warpPicture(picture, IDENTITY, out);
    const middle = (25 * 50 + 25) * 4;
    expect(out.data.slice(middle, middle + 3)).toEqual(picture.data.slice(middle, middle + 3));
    const black = square(50);
    warpPicture(black, IDENTITY, out, 0.5);
    expect(out.data[middle]).toBe(25);
  });

  it('onto a mesh, each corner by its place in the texture', () => {
    const out = square(100);
    const mesh = {
      points: [20, 20, 80, 20, 20, 80, 80, 80],
      uvs: [0, 0, 60, 0, 0, 60, 60, 60],
      triangles: [0, 1, 2, 1, 3, 2],
    };
    drawMesh(mesh, ramp(100), out);
    const at = (50 * 100 + 50) * 4;
    expect(Math.abs(out.data[at]! - 60)).toBeLessThanOrEqual(1);
    expect(out.data[(5 * 100 + 5) * 4]).toBe(0);
  });

  it('and values between the corners of a mesh are mixed', () => {
    const map = new Float32Array(100);
    fillValues(
      { points: [0, 0, 10, 0, 0, 10, 10, 10], triangles: [0, 1, 2, 1, 3, 2] },
      [0, 10, 0, 10],
      map,
      10,
      10,
    );
    expect(map[52]).toBeCloseTo(2.5, 3);
    expect(map[57]).toBeCloseTo(7.5, 3);
  });
});
