import { describe, expect, it } from '@jest/globals';
import { createSubject } from '@huoti/core/testing';
import { faceWeight } from '../faceWeight.js';
import { fitSimilarity } from './fitSimilarity.js';
import { fivePoints, type Point } from './fivePoints.js';
import { mirrorSquare } from './mirrorSquare.js';
import { warpFace } from './warpFace.js';

const UNMOVED = { a: 1, b: 0, shiftX: 0, shiftY: 0 };

/** A grey picture by a formula. */
function pictureOf(widthPx: number, heightPx: number, grey: (x: number, y: number) => number) {
  const data = new Uint8ClampedArray(widthPx * heightPx * 4).fill(255);
  for (let y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1)
      data.fill(grey(x, y), (y * widthPx + x) * 4, (y * widthPx + x) * 4 + 3);
  }
  return { data, widthPx, heightPx };
}

describe('fitSimilarity', () => {
  it('finds the turn, scale and shift that made the targets', () => {
    const points: Point[] = [[10, 20], [60, 25], [35, 50], [20, 80], [55, 78]]; // prettier-ignore
    const targets = points.map(([x, y]): Point => [0.4 * x - 0.3 * y + 7, 0.3 * x + 0.4 * y - 2]);
    const { a, b, shiftX, shiftY } = fitSimilarity(points, targets);
    expect([a, b, shiftX, shiftY].map((value) => Number(value.toFixed(9)))).toEqual([0.4, 0.3, 7, -2]);
  });
});

describe('warpFace', () => {
  it('reads the picture itself where nothing moves', () => {
    const picture = pictureOf(4, 4, (x, y) => x * 10 + y);
    const square = warpFace(picture, UNMOVED, 4);
    expect([...square].filter((_value, at) => at % 3 === 0)).toEqual(
      [...picture.data].filter((_value, at) => at % 4 === 0),
    );
  });

  it('reads between pixels', () => {
    const picture = pictureOf(4, 1, (x) => x * 100);
    expect(warpFace(picture, { ...UNMOVED, shiftX: -0.5 }, 1)[0]).toBeCloseTo(50, 5);
  });

  it('makes grey of a fine pattern that it shrinks, where single samples would make black or white', () => {
    const picture = pictureOf(64, 64, (x, y) => ((x + y) % 2 === 0 ? 0 : 255));
    const square = warpFace(picture, { a: 1 / 8, b: 0, shiftX: 0, shiftY: 0 }, 8);
    for (const value of square.slice(3 * 8, -3 * 8)) expect(Math.abs(value - 127.5)).toBeLessThan(16);
  });

  it('goes on with the rim beyond the picture', () => {
    const picture = pictureOf(2, 2, () => 40);
    expect([...warpFace(picture, { ...UNMOVED, shiftX: 100 }, 2)]).toEqual(Array(12).fill(40));
  });
});

describe('mirrorSquare', () => {
  it('swaps left and right and leaves colours in order', () => {
    expect([...mirrorSquare(Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), 2)]).toEqual([
      4, 5, 6, 1, 2, 3, 10, 11, 12, 7, 8, 9,
    ]);
  });
});

describe('fivePoints', () => {
  const { landmarks } = createSubject().observe(0);

  it('are eyes, nose and mouth, the person’s right side first', () => {
    const [right, left, nose, rightCorner, leftCorner] = fivePoints(landmarks);
    // Unmirrored: the person's right is on the left of the picture.
    expect(right![0]).toBeLessThan(left![0]);
    expect(rightCorner![0]).toBeLessThan(leftCorner![0]);
    expect(right![1]).toBeLessThan(nose![1]);
    expect(nose![1]).toBeLessThan(rightCorner![1]);
  });

  it.each([
    ['too few', landmarks.slice(3)],
    ['no numbers', landmarks.map((value, at) => (at === 468 * 3 ? NaN : value))],
    ['all in one place', new Float32Array(1434).fill(7)],
  ])('are refused where landmarks are %s', (_name, broken) => {
    expect(() => fivePoints(broken)).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }));
  });
});

describe('faceWeight', () => {
  const seen = createSubject({ distanceCm: 45 }).observe(0);

  it('is near 1 for a large frontal face, and falls as it turns away or shrinks', () => {
    const turned = { ...seen, pose: { ...seen.pose, yawRadians: 0.9 } };
    const small = { ...seen, landmarks: seen.landmarks.map((value) => value / 6) };
    expect(faceWeight(seen)).toBeGreaterThan(0.9);
    expect(faceWeight(turned)).toBeLessThan(0.5 * faceWeight(seen));
    expect(faceWeight(small)).toBeLessThan(0.7 * faceWeight(seen));
  });

  it('is never nothing, not even without landmarks', () => {
    expect(faceWeight({ landmarks: new Float32Array(0), pose: seen.pose })).toBe(0.05);
  });
});
