import { describe, expect, it } from '@jest/globals';
import { measureRegions } from '../evidence/measureRegions.js';
import { paintFrame } from '../testing/paintedFrame.js';
import { createSubject } from '../testing/subject/createSubject.js';
import type { FaceObservation } from '../vision/FaceObservation.js';
import { cropFace } from './cropFace.js';
import { cropRectOf } from './cropRectOf.js';
import { cropSizeOf } from './cropSizeOf.js';
import { FACE_REGION_NAMES, FACE_REGIONS } from './faceRegions.js';
import type { Frame } from './Frame.js';
import { placeInCrop } from './placeInCrop.js';

const face = createSubject({ seed: 4, noise: 0, frameWidthPx: 960, frameHeightPx: 1280 }).observe(0);
const SIZE = { widthPx: 960, heightPx: 1280 };

/** How far mean colours of painted regions, whose edges blur when scaled, may be off, in levels of 255. */
const TOLERANCE = 8;

/** A frame of a crop, to be measured like any other. */
const frameOf = (picture: { data: Uint8ClampedArray; widthPx: number; heightPx: number }): Frame => ({
  ...picture,
  rotationDegrees: 0,
  mirrored: false,
  timestampMs: 0,
  close: () => undefined,
});

const other = (xPx: number, yPx: number, widthPx: number): FaceObservation => ({
  ...face,
  landmarks: new Float32Array(0),
  box: { xPx, yPx, widthPx, heightPx: widthPx },
});

/** A face whose neighbouring pixels all differ. */
const PATTERN = { ...SIZE, skin: (x: number, y: number) => [x % 256, y % 256, 90] as const };

describe('the crop of a face', () => {
  it('is 1.6 times its box, at most 320 px, in whole pixels inside of the frame', () => {
    const rect = cropRectOf(face.landmarks, 960, 1280);
    const crop = cropFace(paintFrame(face, SIZE), face, []);
    expect(rect && Number.isInteger(rect.leftPx + rect.topPx + rect.widthPx + rect.heightPx)).toBe(true);
    expect(Math.max(crop?.widthPx ?? 0, crop?.heightPx ?? 0)).toBe(320);
    expect(crop && rect && crop.widthPx / crop.heightPx).toBeCloseTo(
      (rect?.widthPx ?? 0) / (rect?.heightPx ?? 1),
      2,
    );
    const cut = cropRectOf(
      face.landmarks.map((value, at) => (at % 3 === 0 ? value - 480 : value)),
      960,
      1280,
    );
    expect(cut?.leftPx).toBe(0);
  });

  it('is not made larger than it is, and is none where the face is out of the picture', () => {
    expect(cropSizeOf({ leftPx: 0, topPx: 0, widthPx: 90, heightPx: 120 })).toEqual({
      widthPx: 90,
      heightPx: 120,
    });
    const away = { ...face, landmarks: face.landmarks.map((value) => value + 5000) };
    expect(cropFace(paintFrame(null, SIZE), away, [])).toBeNull();
    expect(cropFace(paintFrame(null, SIZE), { ...face, landmarks: new Float32Array(0) }, [])).toBeNull();
  });

  it('has the colours of its frame, region by region', () => {
    const covers = FACE_REGION_NAMES.map((name, at) => ({
      landmarks: FACE_REGIONS[name],
      colour: [100 + at * 10, 60 + at, 200 - at * 10] as const,
    }));
    const frame = paintFrame(face, { ...SIZE, covers });
    const crop = cropFace(frame, face, []);
    const rect = cropRectOf(face.landmarks, 960, 1280);
    if (!crop || !rect) throw new TypeError('no crop');
    const landmarks = placeInCrop(face.landmarks, rect, crop);
    const got = measureRegions(frameOf(crop), { ...face, landmarks }).face;
    measureRegions(frame, face).face.forEach((value, at) => {
      expect(Math.abs(value - (got[at] ?? NaN))).toBeLessThan(TOLERANCE);
    });
  });

  it('is upright and unmirrored, however the sensor lies', () => {
    const upright = paintFrame(face, PATTERN);
    const cropped = cropFace(upright, face, [])?.data ?? new Uint8ClampedArray(0);
    const turned = new Uint8ClampedArray(upright.data.length);
    for (let at = 0; at < turned.length; at += 4) {
      turned.set(upright.data.subarray(at, at + 4), turned.length - 4 - at);
    }
    const same = cropFace({ ...upright, data: turned, rotationDegrees: 180 }, face, []);
    expect(same?.data.every((value, at) => value === cropped[at])).toBe(true);
    const mirrored = new Uint8ClampedArray(upright.data.length);
    for (let at = 0; at < mirrored.length; at += 4) {
      const x = (at / 4) % 960;
      mirrored.set(upright.data.subarray(at, at + 4), at + (959 - 2 * x) * 4);
    }
    const back = cropFace({ ...upright, data: mirrored, mirrored: true }, face, []);
    expect(back?.data.every((value, at) => value === cropped[at])).toBe(true);
  });
});

describe('other people in the crop', () => {
  /** Fine stripes: whatever is recognisable there is gone when neighbours are alike. */
  const stripes = (x: number): readonly [number, number, number] =>
    x % 12 < 6 ? [250, 250, 250] : [5, 5, 5];
  const striped = (): Frame => {
    const frame = paintFrame(face, SIZE);
    for (let at = 0; at < frame.data.length; at += 4) {
      if (frame.data[at] === 120) frame.data.set(stripes((at / 4) % 960), at);
    }
    return frame;
  };
  const rect = cropRectOf(face.landmarks, 960, 1280) ?? { leftPx: 0, topPx: 0, widthPx: 1, heightPx: 1 };

  /** Largest difference of two neighbours in the crop's top left corner, in levels. */
  const contrast = (others: readonly FaceObservation[]): number => {
    const crop = cropFace(striped(), face, others);
    let largest = 0;
    for (let y = 2; y < 30; y += 1) {
      for (let x = 2; x < 30; x += 1) {
        const at = (y * (crop?.widthPx ?? 0) + x) * 4;
        largest = Math.max(largest, Math.abs((crop?.data[at] ?? 0) - (crop?.data[at + 4] ?? 0)));
      }
    }
    return largest;
  };

  it('are made of a few flat blocks, the box widened', () => {
    expect(contrast([])).toBeGreaterThan(100);
    expect(contrast([other(rect.leftPx + 10, rect.topPx + 10, 120)])).toBeLessThan(40);
  });

  it('are hidden without a mark on the face that is judged', () => {
    const plain = cropFace(striped(), face, []);
    const hidden = cropFace(striped(), face, [other(rect.leftPx, rect.topPx, rect.widthPx)]);
    if (!plain || !hidden) throw new TypeError('no crop');
    const landmarks = placeInCrop(face.landmarks, rect, plain);
    const before = measureRegions(frameOf(plain), { ...face, landmarks }).face;
    measureRegions(frameOf(hidden), { ...face, landmarks }).face.forEach((value, at) => {
      expect(Math.abs(value - (before[at] ?? NaN))).toBeLessThan(2);
    });
  });
});
