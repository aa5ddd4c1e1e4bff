import { describe, expect, it } from '@jest/globals';
import { EVIDENCE_LANDMARKS, LANDMARK_UNITS_PER_SIDE } from '@huoti/protocol';
import { outlineBox } from '../frame/faceOutline.js';
import { FACE_REGION_NAMES, FACE_REGIONS } from '../frame/faceRegions.js';
import type { Frame } from '../frame/Frame.js';
import { eyeOpenness } from '../geometry/eyeOpenness.js';
import { faceScale } from '../geometry/faceScale.js';
import { faceSignature } from '../geometry/faceSignature.js';
import { headPose } from '../geometry/HeadPose.js';
import { mouthOpenness } from '../geometry/mouthOpenness.js';
import { yawIndex } from '../geometry/yawIndex.js';
import { lidGapOverIris } from '../quality/lidGapOverIris.js';
import { paintFrame, SKIN, type Rgb } from '../testing/paintedFrame.js';
import { createSubject } from '../testing/subject/createSubject.js';
import { backgroundMotion } from './backgroundMotion.js';
import { backgroundThumbnail } from './backgroundThumbnail.js';
import { frameHash } from './frameHash.js';
import { hashDistance } from './hashDistance.js';
import { measureRegions } from './measureRegions.js';
import { quantiseLandmarks } from './quantiseLandmarks.js';
import { restoreLandmarks } from './restoreLandmarks.js';

const face = createSubject({ seed: 4, noise: 0 }).observe(0);

/** A textured scene without a face, moved by whole pixels. */
function scene(dxPx: number, dyPx: number, noise = 0): Frame {
  const frame = paintFrame(null);
  for (let y = 0; y < 640; y++) {
    for (let x = 0; x < 480; x++) {
      const value =
        128 +
        50 * Math.sin((x - dxPx) / 31) * Math.cos((y - dyPx) / 23) +
        30 * Math.sin((x - dxPx + y - dyPx) / 47);
      const grain = noise * (((x * 7919 + y * 104729 + dxPx * 31) % 97) / 48 - 1);
      frame.data.fill(value + grain, (y * 480 + x) * 4, (y * 480 + x) * 4 + 3);
    }
  }
  return frame;
}

describe('quantised landmarks', () => {
  const quantised = quantiseLandmarks(face);

  it('carry every landmark that a measure reads: with the others blanked, no measure changes', () => {
    const all = face.landmarks;
    const carried = new Float32Array(all.length).fill(NaN);
    for (const landmark of EVIDENCE_LANDMARKS) {
      carried.set(all.subarray(landmark * 3, landmark * 3 + 3), landmark * 3);
    }
    const measures = (landmarks: Float32Array): unknown => {
      const pose = headPose(landmarks);
      return [
        pose,
        eyeOpenness(landmarks, pose),
        mouthOpenness(landmarks, pose),
        yawIndex(landmarks),
        faceScale(landmarks, pose, 480),
        Array.from(faceSignature(landmarks)),
        outlineBox(landmarks),
        lidGapOverIris(landmarks),
      ];
    };
    expect(measures(carried)).toEqual(measures(all));
  });

  it('come back within half a unit, the rest as NaN', () => {
    const restored = restoreLandmarks(quantised ?? new Int16Array(0), 480, 640);
    for (const landmark of EVIDENCE_LANDMARKS) {
      for (let axis = 0; axis < 3; axis++) {
        const at = landmark * 3 + axis;
        expect(Math.abs((restored[at] ?? NaN) - (face.landmarks[at] ?? NaN))).toBeLessThanOrEqual(
          (0.51 * 640) / LANDMARK_UNITS_PER_SIDE,
        );
      }
    }
    expect(restored.filter((value) => Number.isNaN(value)).length).toBe(
      (478 - EVIDENCE_LANDMARKS.length) * 3,
    );
  });

  it('are none for a face without landmarks or with a broken one, and refused at a wrong length', () => {
    expect(quantiseLandmarks({ ...face, landmarks: new Float32Array(0) })).toBeNull();
    const broken = face.landmarks.slice();
    broken[33 * 3] = NaN;
    expect(quantiseLandmarks({ ...face, landmarks: broken })).toBeNull();
    expect(() => quantiseLandmarks({ ...face, landmarks: new Float32Array(12) })).toThrow('478 points');
  });
});

describe('measureRegions', () => {
  it('gives each part of the face its own colour, and the corners theirs', () => {
    const covers = FACE_REGION_NAMES.map((name, at) => ({
      landmarks: FACE_REGIONS[name],
      colour: [100 + at * 10, 60 + at, 200 - at * 10] as Rgb,
    }));
    const colours = measureRegions(paintFrame(face, { covers, background: [30, 60, 90] }), face);
    covers.forEach(({ colour }, at) => {
      const got = Array.from(colours.face.subarray(at * 3, at * 3 + 3));
      got.forEach((value, channel) => expect(Math.abs(value - (colour[channel] ?? 0))).toBeLessThan(8));
    });
    expect(Array.from(colours.background)).toEqual([30, 60, 90, 30, 60, 90, 30, 60, 90, 30, 60, 90]);
  });

  it('sees no face region without a face, nor one that is out of the picture', () => {
    expect(measureRegions(paintFrame(null), null).face.every((value) => Number.isNaN(value))).toBe(true);
    const shifted = face.landmarks.map((value, i) => (i % 3 === 0 ? value - 300 : value));
    const colours = measureRegions(paintFrame(null), { ...face, landmarks: shifted });
    expect(Number.isNaN(colours.face[FACE_REGION_NAMES.indexOf('rightEyeSide') * 3] ?? 0)).toBe(true);
  });

  it('leaves the face out of the background where it reaches a corner', () => {
    const landmarks = face.landmarks.map((value, i) =>
      i % 3 === 0 ? value - 150 : i % 3 === 1 ? value - 220 : value,
    );
    const corner = { ...face, landmarks };
    const colours = measureRegions(
      paintFrame(corner, { background: [10, 20, 30], skin: () => SKIN }),
      corner,
    );
    expect(colours.background[0] === 10 || Number.isNaN(colours.background[0] ?? 0)).toBe(true);
  });
});

describe('backgroundMotion', () => {
  const between = (dxPx: number, dyPx: number) =>
    backgroundMotion(backgroundThumbnail(scene(0, 0), null), backgroundThumbnail(scene(dxPx, dyPx), null));

  it('finds a shift to a fraction of a cell', () => {
    for (const [dx, dy] of [
      [0, 0],
      [10, 0],
      [-20, 10],
      [5, -15],
    ] as const) {
      const motion = between(dx, dy);
      expect(Math.abs((motion?.x ?? NaN) * 640 - dx)).toBeLessThan(2.5);
      expect(Math.abs((motion?.y ?? NaN) * 640 - dy)).toBeLessThan(2.5);
    }
  });

  it('does not count the moving face', () => {
    const moved = {
      ...face,
      landmarks: face.landmarks.map((value, i) => (i % 3 === 0 ? value + 20 : value)),
    };
    const paint = (observation: typeof face): Frame => {
      const ground = scene(0, 0);
      const painted = paintFrame(observation, { background: [1, 2, 3] });
      for (let i = 0; i < ground.data.length; i += 4) {
        if (painted.data[i] !== 1) ground.data.set(painted.data.subarray(i, i + 3), i);
      }
      return ground;
    };
    const motion = backgroundMotion(
      backgroundThumbnail(paint(face), face),
      backgroundThumbnail(paint(moved), moved),
    );
    expect(Math.abs(motion?.x ?? NaN) * 640).toBeLessThan(1);
  });

  it('can tell nothing before a blank wall or between pictures of two sizes', () => {
    const wall = backgroundThumbnail(paintFrame(null), null);
    expect(backgroundMotion(wall, wall)).toBeNull();
    const wide = backgroundThumbnail(paintFrame(null, { widthPx: 640, heightPx: 480 }), null);
    expect(backgroundMotion(wall, wide)).toBeNull();
  });
});

describe('frameHash', () => {
  it('is the same for the same picture, however the sensor lies', () => {
    const frame = scene(0, 0);
    expect(frameHash(frame)).toMatch(/^[0-9a-f]{16}$/);
    expect(hashDistance(frameHash(frame), frameHash(scene(0, 0)))).toBe(0);
    const upsideDown = new Uint8ClampedArray(frame.data.length);
    for (let i = 0; i < frame.data.length; i += 4) {
      upsideDown.set(frame.data.subarray(i, i + 4), frame.data.length - 4 - i);
    }
    expect(frameHash({ ...frame, data: upsideDown, rotationDegrees: 180 })).toBe(frameHash(frame));
  });

  it('is nearer to a noisy copy than to another moment', () => {
    const hash = frameHash(scene(0, 0));
    const copy = hashDistance(hash, frameHash(scene(0, 0, 3)));
    expect(hashDistance(hash, frameHash(scene(40, 25)))).toBeGreaterThan(2 * copy + 4);
  });

  it('has a distance that counts bits and refuses what is no hash', () => {
    expect(hashDistance('0000000000000000', 'ffffffffffffffff')).toBe(64);
    expect(hashDistance('0000000000000001', '0000000000000003')).toBe(1);
    expect(() => hashDistance('xyz', '0000000000000000')).toThrow('16 lower-case hex digits');
  });
});
