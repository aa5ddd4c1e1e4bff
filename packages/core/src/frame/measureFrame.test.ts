import { describe, expect, it } from '@jest/globals';
import { createSubject } from '../testing/subject/createSubject.js';
import { paintFrame, SKIN, type Rgb } from '../testing/paintedFrame.js';
import { FACE_REGIONS, EYE_AREA_REGIONS } from './faceRegions.js';
import type { Frame } from './Frame.js';
import { frameGrid } from './FrameGrid.js';
import { measureFrame } from './measureFrame.js';

const face = createSubject({ seed: 5, noise: 0 }).observe(0);
const LOWER_FACE = [117, 346, 433, 152, 213];
/** Bars as wide as lids and brows, and finer ones across them. */
const bars =
  (widthPx: number, amplitude = 40) =>
  (x: number, y: number): Rgb => {
    const shade =
      amplitude * (Math.sin((2 * Math.PI * x) / widthPx) + Math.sin((2 * Math.PI * y) / widthPx)) * 0.5;
    return [SKIN[0] + shade, SKIN[1] + shade, SKIN[2] + shade];
  };

/** The same picture lying on its side, as a phone's sensor gives it. */
function turned(frame: Frame): Frame {
  const grid = frameGrid({ ...frame, rotationDegrees: 270, mirrored: false });
  const data = new Uint8ClampedArray(frame.data.length);
  for (let y = 0; y < grid.heightPx; y++) {
    for (let x = 0; x < grid.widthPx; x++) {
      const from = grid.origin + x * grid.stepX + y * grid.stepY;
      data.set(frame.data.subarray(from, from + 4), (y * grid.widthPx + x) * 4);
    }
  }
  return { ...frame, data, widthPx: grid.widthPx, heightPx: grid.heightPx, rotationDegrees: 90 };
}

describe('measureFrame', () => {
  it('gives the luma of face and background as they were painted', () => {
    const statistics = measureFrame(paintFrame(face, { background: [51, 51, 51] }), face);
    const skin = (0.2126 * SKIN[0] + 0.7152 * SKIN[1] + 0.0722 * SKIN[2]) / 255;
    expect(statistics.faceMeanLuma).toBeCloseTo(skin, 1);
    expect(statistics.backgroundMeanLuma).toBeCloseTo(0.2, 2);
    expect(statistics.faceClippedShare).toBe(0);
    expect(statistics.faceDarkShare).toBe(0);
  });

  it('counts white and black face pixels', () => {
    const white = measureFrame(paintFrame(face, { skin: () => [255, 255, 255] }), face);
    expect(white.faceClippedShare).toBeGreaterThan(0.9);
    const black = measureFrame(paintFrame(face, { skin: () => [4, 4, 4] }), face);
    expect(black.faceDarkShare).toBeGreaterThan(0.9);
  });

  it('says nothing of a face where there is none, or only its box', () => {
    const frame = paintFrame(null);
    const boxOnly = { ...face, landmarks: new Float32Array(0) };
    for (const observation of [null, boxOnly]) {
      const statistics = measureFrame(frame, observation);
      expect(statistics.faceMeanLuma).toBeNull();
      expect(statistics.faceSharpness).toBeNull();
      expect(statistics.lowerFaceUnlikeSkinShare).toBeNull();
      expect(statistics.frameMeanLuma).toBeCloseTo(120 / 255, 2);
      expect(statistics.frameLumaDeviation).toBeLessThan(0.001);
    }
  });

  it('reads a sensor that lies on its side as if it were upright', () => {
    const frame = paintFrame(face, {
      skin: bars(24),
      covers: [{ landmarks: LOWER_FACE, colour: [90, 160, 220] }],
    });
    const upright = measureFrame(frame, face);
    const lying = measureFrame(turned(frame), face);
    expect(lying).toEqual(upright);
  });

  it('finds finer bars sharper than coarse ones, whatever their contrast', () => {
    const sharpness = (widthPx: number, amplitude?: number): number =>
      measureFrame(paintFrame(face, { skin: bars(widthPx, amplitude) }), face).faceSharpness ?? NaN;
    const width = face.box.widthPx;
    expect(sharpness(width / 10)).toBeGreaterThan(2 * sharpness(width / 4));
    expect(sharpness(width / 6, 15) / sharpness(width / 6, 40)).toBeCloseTo(1, 0);
  });

  it('sees a blue mask over the lower face, not a red one', () => {
    const share = (colour: Rgb): number =>
      measureFrame(paintFrame(face, { covers: [{ landmarks: LOWER_FACE, colour }] }), face)
        .lowerFaceUnlikeSkinShare ?? NaN;
    expect(share([90, 160, 220])).toBeGreaterThan(0.8);
    expect(share([200, 80, 80])).toBeLessThan(0.1);
    expect(measureFrame(paintFrame(face), face).lowerFaceUnlikeSkinShare).toBe(0);
  });

  it('can tell no cover in a picture without colour', () => {
    const grey = paintFrame(face, { skin: () => [150, 150, 150] });
    expect(measureFrame(grey, face).lowerFaceUnlikeSkinShare).toBeNull();
  });

  it('sees dark lenses, but none in the dark', () => {
    const lenses = EYE_AREA_REGIONS.map((landmarks) => ({ landmarks, colour: [20, 20, 20] as Rgb }));
    expect(measureFrame(paintFrame(face, { covers: lenses }), face).eyeAreaUnlikeSkinShare).toBeGreaterThan(
      0.75,
    );
    expect(measureFrame(paintFrame(face), face).eyeAreaUnlikeSkinShare).toBe(0);
    const night = paintFrame(face, { skin: () => [60, 45, 38], covers: lenses });
    expect(measureFrame(night, face).eyeAreaUnlikeSkinShare).toBeNull();
  });

  it('does not take a cover on the forehead alone for one on the mouth', () => {
    const fringe = [{ landmarks: FACE_REGIONS.forehead, colour: [40, 30, 28] as Rgb }];
    expect(measureFrame(paintFrame(face, { covers: fringe }), face).lowerFaceUnlikeSkinShare).toBeLessThan(
      0.1,
    );
  });
});
