import { describe, expect, it } from '@jest/globals';
import { createFakeLandmarker, createSubject } from '../../testing/index.js';
import type { Frame } from '../../frame/Frame.js';
import type { FaceObservation } from '../FaceObservation.js';
import { boxOfLandmarks } from '../tfjs/boxOfLandmarks.js';
import { cropPicture } from './cropPicture.js';
import { describeFace } from './describeFace.js';
import { findFaces } from './findFaces.js';
import type { StillPicture } from './StillPicture.js';

const GREY = 90;
const SIDE_PX = 512;

/** A grey picture with one square of a flat colour for each face. */
function pictureOf(faces: readonly { x: number; y: number; side: number }[]): StillPicture {
  const data = new Uint8ClampedArray(SIDE_PX * SIDE_PX * 4).fill(GREY);
  for (const { x, y, side } of faces) {
    for (let row = y; row < y + side; row += 1) {
      data.fill(220, (row * SIDE_PX + x) * 4, (row * SIDE_PX + x + side) * 4);
    }
  }
  return { data, widthPx: SIDE_PX, heightPx: SIDE_PX };
}

/** The landmarks of the synthetic subject, moved and scaled into a square. */
function faceIn(frame: Frame, { x, y, side }: { x: number; y: number; side: number }): FaceObservation {
  const face = createSubject().observe(0);
  const { xPx, yPx, widthPx, heightPx } = boxOfLandmarks(face.landmarks);
  const landmarks = face.landmarks.map((value, at) => {
    if (at % 3 === 0) return x + ((value - xPx) / widthPx) * side;
    if (at % 3 === 1) return y + ((value - yPx) / heightPx) * side;
    return value;
  });
  return {
    ...face,
    landmarks,
    box: boxOfLandmarks(landmarks),
    frameWidthPx: frame.widthPx,
    frameHeightPx: frame.heightPx,
  };
}

/** The least side of a face that the detector sees, as a share of the frame's. */
const SEEN_SHARE = 0.12;

/** Sees the widest square of a frame, as the engine follows the largest face, and no small one. */
function seeSquares(frame: Frame): readonly FaceObservation[] {
  const { data, widthPx, heightPx } = frame;
  const isFace = (x: number, y: number): boolean =>
    x >= 0 && y >= 0 && x < widthPx && y < heightPx && data[(y * widthPx + x) * 4] === 220;
  let best = { x: 0, y: 0, side: 0 };
  for (let y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1) {
      if (!isFace(x, y) || isFace(x - 1, y) || isFace(x, y - 1)) continue;
      let side = 1;
      while (isFace(x + side, y)) side += 1;
      if (side > best.side) best = { x, y, side };
    }
  }
  const wanted = Math.max(widthPx, heightPx) * SEEN_SHARE;
  return best.side > 0 && best.side >= wanted ? [faceIn(frame, best)] : [];
}

const landmarker = createFakeLandmarker({ detect: seeSquares });

describe('findFaces', () => {
  it('gives a large face as the engine sees it, in the coordinates of the picture', async () => {
    const faces = await findFaces(pictureOf([{ x: 100, y: 60, side: 200 }]), landmarker);
    expect(faces).toHaveLength(1);
    expect(faces[0]?.box.xPx).toBeCloseTo(100, 0);
    expect(faces[0]?.box.yPx).toBeCloseTo(60, 0);
    expect(faces[0]?.box.widthPx).toBeCloseTo(200, 0);
  });

  it('finds a face that only a closer look shows', async () => {
    const picture = pictureOf([{ x: 400, y: 420, side: 40 }]);
    expect(
      seeSquares({ ...picture, rotationDegrees: 0, mirrored: false, timestampMs: 0, close: () => undefined }),
    ).toEqual([]);
    const [face] = await findFaces(picture, landmarker);
    expect(face?.box.xPx).toBeCloseTo(400, 0);
    expect(face?.box.yPx).toBeCloseTo(420, 0);
    expect([face?.frameWidthPx, face?.frameHeightPx]).toEqual([SIDE_PX, SIDE_PX]);
  });

  it('lists several faces, the largest first, and each once', async () => {
    const faces = await findFaces(
      pictureOf([
        { x: 20, y: 40, side: 120 },
        { x: 260, y: 200, side: 180 },
      ]),
      landmarker,
    );
    expect(faces.map(({ box }) => Math.round(box.widthPx))).toEqual([180, 120]);
  });

  it('looks for no face below the share that is asked for', async () => {
    const picture = pictureOf([
      { x: 20, y: 40, side: 70 },
      { x: 260, y: 200, side: 180 },
    ]);
    expect(await findFaces(picture, landmarker)).toHaveLength(2);
    expect(await findFaces(picture, landmarker, { smallestShare: 0.5 })).toHaveLength(1);
  });

  it('drops what a second look does not show again', async () => {
    // A pattern that is a face in tiles of one size only.
    const picky = createFakeLandmarker({
      detect: (frame) => (frame.widthPx === SIDE_PX / 2 ? seeSquares(frame) : []),
    });
    expect(await findFaces(pictureOf([{ x: 40, y: 40, side: 100 }]), picky)).toEqual([]);
  });

  it.each([
    [90, { x: 100, y: 300 }],
    [180, { x: 300, y: 100 }],
    [270, { x: 40, y: 200 }],
  ] as const)(
    'finds a head that stands upright only when the picture is turned by %i degrees',
    async (turn, at) => {
      const side = 120;
      const picky = createFakeLandmarker({
        detect: (frame) => {
          if (frame.rotationDegrees !== turn) return [];
          const { data, widthPx } = frame;
          // The fake turns the square pieces that it is handed, as the engine does.
          const copy = new Uint8ClampedArray(widthPx * widthPx * 4);
          for (let y = 0; y < widthPx; y += 1) {
            for (let x = 0; x < widthPx; x += 1) {
              const last = widthPx - 1;
              const from = { 90: [y, last - x], 180: [last - x, last - y], 270: [last - y, x] }[turn];
              const offset = ((from[1] ?? 0) * widthPx + (from[0] ?? 0)) * 4;
              copy.set(data.subarray(offset, offset + 4), (y * widthPx + x) * 4);
            }
          }
          return seeSquares({ ...frame, data: copy, widthPx, heightPx: widthPx });
        },
      });
      const [face, ...others] = await findFaces(pictureOf([{ ...at, side }]), picky);
      expect(others).toEqual([]);
      expect(Math.abs((face?.box.xPx ?? NaN) - at.x)).toBeLessThan(2);
      expect(Math.abs((face?.box.yPx ?? NaN) - at.y)).toBeLessThan(2);
      expect(Math.abs(face?.box.widthPx ?? NaN)).toBeCloseTo(side, -1);
    },
  );

  it('leaves the picture as it was', async () => {
    const picture = pictureOf([{ x: 100, y: 60, side: 200 }]);
    const before = Uint8ClampedArray.from(picture.data);
    await findFaces(picture, landmarker);
    expect(picture.data.every((value, at) => value === before[at])).toBe(true);
  });

  it('stops when it is aborted', async () => {
    const abort = new AbortController();
    abort.abort();
    await expect(findFaces(pictureOf([]), landmarker, { signal: abort.signal })).rejects.toMatchObject({
      code: 'ABORTED',
    });
  });
});

describe('describeFace', () => {
  const face = (widthPx: number): FaceObservation => {
    const seen = createSubject().observe(0);
    return { ...seen, box: { ...seen.box, widthPx } };
  };

  it('is of one person where the others are far in the background', () => {
    const main = face(200);
    expect(describeFace([main, face(99)])).toEqual({ kind: 'one', face: main });
  });

  it('is of several where another is nearly as large', () => {
    expect(describeFace([face(200), face(100), face(40)])).toEqual({ kind: 'several', count: 2 });
  });

  it('is of nobody where there is no face', () => {
    expect(describeFace([])).toEqual({ kind: 'none' });
  });
});

describe('cropPicture', () => {
  it('is grey and opaque where the picture ends', () => {
    const { data } = cropPicture(
      { data: Uint8ClampedArray.of(1, 2, 3, 255), widthPx: 1, heightPx: 1 },
      { xPx: -1, yPx: 0, widthPx: 2, heightPx: 1 },
    );
    expect([...data]).toEqual([128, 128, 128, 255, 1, 2, 3, 255]);
  });
});
