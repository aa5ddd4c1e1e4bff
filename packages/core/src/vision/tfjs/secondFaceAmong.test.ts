import { describe, expect, it } from '@jest/globals';
import type { DetectedFace } from './DetectedFace.js';
import { secondFaceAmong } from './secondFaceAmong.js';

const main = { xPx: 100, yPx: 100, widthPx: 100, heightPx: 120 };
const face = (xPx: number, yPx: number, widthPx: number): DetectedFace => ({
  box: { xPx, yPx, widthPx, heightPx: widthPx },
  score: 0.9,
  roi: { centreXPx: xPx, centreYPx: yPx, sidePx: widthPx, rotationRadians: 0 },
});

describe('secondFaceAmong', () => {
  it('takes the largest face beside the followed one', () => {
    expect(
      secondFaceAmong([face(110, 110, 80), face(300, 100, 30), face(400, 90, 60)], main)?.box.widthPx,
    ).toBe(60);
  });

  it.each([
    ['overlaps it', face(120, 110, 100)],
    ['lies inside it', face(140, 150, 20)],
    ['holds it', face(50, 50, 260)],
  ])('passes over a detection that %s', (_title, detection) => {
    expect(secondFaceAmong([detection], main)).toBeNull();
  });

  it('takes a face that touches it at the side', () => {
    expect(secondFaceAmong([face(190, 110, 90)], main)).not.toBeNull();
  });
});
