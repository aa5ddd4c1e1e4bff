import { describe, expect, it } from '@jest/globals';
import { fitScreen } from './fitScreen.js';

const fitted = (widthPx: number, heightPx: number, changes: object = {}) =>
  fitScreen({
    window: { widthPx, heightPx, bottomInsetPx: 0 },
    topInsetPx: 0,
    textScale: 1,
    lit: false,
    ...changes,
  });

describe('fitScreen', () => {
  it.each([
    [320, 480],
    [375, 667],
    [375, 812],
    [430, 932],
    [1024, 1366],
  ])('in a window of %d x %d the oval lies inside the stage, and words have room', (width, height) => {
    const { stage, oval } = fitted(width, height);
    expect(oval.centreX + oval.radiusX).toBeLessThanOrEqual(stage.widthPx);
    expect(oval.centreY + oval.radiusY).toBeLessThanOrEqual(stage.heightPx);
    expect(oval.radiusX).toBeGreaterThan(40);
    // Bar, paddings, two lines of prompt and two of hint.
    expect(height - stage.heightPx).toBeGreaterThanOrEqual(220);
  });

  it('larger text and a capsule at the top take from the picture', () => {
    const usual = fitted(375, 667).stage.heightPx;
    expect(fitted(375, 667, { textScale: 1.5 }).stage.heightPx).toBeLessThan(usual);
    expect(fitted(375, 667, { topInsetPx: 84 }).stage.heightPx).toBeLessThan(usual);
  });

  it('lit, the picture is small, so that most of the glass gives light', () => {
    const { stage } = fitted(375, 812, { lit: true });
    expect(stage.heightPx).toBe(228);
    expect(fitted(375, 812).stage.heightPx).toBeGreaterThan(400);
  });

  it('folds where there is little room', () => {
    expect([fitted(320, 568).layout, fitted(375, 812).layout]).toEqual(['tight', 'phone']);
  });
});
