import { describe, expect, it } from '@jest/globals';
import { createFakeLandmarker } from '@huoti/core/testing';
import type { FaceObservation, Frame } from '@huoti/core';
import fc from 'fast-check';
import {
  createFrameOrientation,
  type FrameOrientation,
  type FrameRotation,
} from './createFrameOrientation.js';
import { orientLandmarker } from './orientLandmarker.js';

const ROTATIONS: readonly FrameRotation[] = [0, 90, 180, 270];
const DEGREE = Math.PI / 180;

/** The roll that a face has in a picture that was stamped with `stamped` and stands upright when it is turned by `truth`. */
const trueRoll = (stamped: FrameRotation, truth: FrameRotation): number => {
  const degrees = (((stamped - truth) % 360) + 360) % 360;
  return (degrees > 180 ? degrees - 360 : degrees) * DEGREE;
};

/** What the landmark model says of a face: right where it lies or stands, upright where it hangs. */
const saidRoll = (stamped: FrameRotation, truth: FrameRotation): number => {
  const roll = trueRoll(stamped, truth);
  return Math.abs(roll) > 135 * DEGREE ? 0 : roll;
};

/** Looks until the turn is settled; -1 where that does not happen in 60. */
function looksUntilSettled(
  orientation: FrameOrientation,
  size: readonly [number, number],
  roll: (stamped: FrameRotation, look: number) => number | null,
): number {
  for (let look = 0; look < 60; look += 1) {
    if (orientation.settled !== null) return look;
    const stamped = orientation.rotationOf(size[0], size[1]);
    orientation.note(stamped, roll(stamped, look));
  }
  return -1;
}

describe('how frames lie', () => {
  it.each(ROTATIONS.flatMap((truth) => [[truth, 480, 640] as const, [truth, 640, 480] as const]))(
    'a turn of %i degrees of frames of %i x %i is found in 11 looks, 7 where their shape says so',
    (truth, width, height) => {
      const orientation = createFrameOrientation();
      const looks = looksUntilSettled(orientation, [width, height], (stamped) => saidRoll(stamped, truth));
      expect(orientation.settled).toBe(truth);
      const shapeIsRight = width > height === (truth === 90 || truth === 270);
      expect(looks).toBe(shapeIsRight ? 7 : 11);
    },
  );

  it.each(ROTATIONS)(
    'a turn of %i degrees is found in frames that are mirrored, where a lean is seen the other way round',
    (truth) => {
      const orientation = createFrameOrientation({ mirrored: true });
      // The landmark model sees the picture with left and right swapped back, after the turn.
      looksUntilSettled(orientation, [480, 640], (stamped) => -saidRoll(stamped, truth));
      expect(orientation.settled).toBe(truth);
    },
  );

  it('nothing is settled without a face, however long, nor by one that only stands', () => {
    expect(looksUntilSettled(createFrameOrientation(), [480, 640], () => null)).toBe(-1);
    expect(looksUntilSettled(createFrameOrientation(), [480, 640], () => 0)).toBe(-1);
  });

  it('a face that comes late, is missed now and then, or leans, is found all the same', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ROTATIONS),
        fc.integer({ min: 0, max: 12 }),
        fc.double({ min: -18, max: 18, noNaN: true }),
        fc.array(fc.integer({ min: 12, max: 59 }), { maxLength: 4 }),
        (truth, comesAt, leans, missed) => {
          const orientation = createFrameOrientation();
          const looks = looksUntilSettled(orientation, [480, 640], (stamped, look) =>
            look < comesAt || missed.includes(look) ? null : saidRoll(stamped, truth) + leans * DEGREE,
          );
          return looks > 0 && orientation.settled === truth;
        },
      ),
    );
  });

  it('one side that always says the opposite settles nothing against the other', () => {
    const orientation = createFrameOrientation();
    const looks = looksUntilSettled(orientation, [480, 640], (stamped) =>
      stamped === 90 ? -saidRoll(stamped, 0) : saidRoll(stamped, 0),
    );
    expect(looks).toBe(-1);
  });

  it('one side that says nothing is outvoted by eight looks at the other', () => {
    const orientation = createFrameOrientation();
    looksUntilSettled(orientation, [480, 640], (stamped) => (stamped === 90 ? null : saidRoll(stamped, 0)));
    expect(orientation.settled).toBe(0);
  });

  it('frames that were stamped before the last move are not counted', () => {
    const orientation = createFrameOrientation();
    expect(orientation.rotationOf(480, 640)).toBe(90);
    for (let at = 0; at < 20; at += 1) orientation.note(270, 90 * DEGREE);
    expect(orientation.rotationOf(480, 640)).toBe(90);
    expect(orientation.settled).toBeNull();
  });

  it('a face that lies again where it should stand starts the search anew', () => {
    const orientation = createFrameOrientation();
    let standing = 0;
    looksUntilSettled(orientation, [480, 640], (stamped) => {
      // Two looks say what they like, as a printed picture that is turned would.
      if (stamped === 0 && standing < 2) {
        standing += 1;
        return 90 * DEGREE;
      }
      return saidRoll(stamped, 0);
    });
    expect(orientation.settled).toBe(0);
    expect(standing).toBe(2);
  });

  it('is settled from the start where it is configured, and mirroring is what it is told', () => {
    const fixed = createFrameOrientation({ rotationDegrees: 270, mirrored: true });
    expect(fixed).toMatchObject({ settled: 270, mirrored: true, mirroringKnown: true });
    expect(fixed.rotationOf(640, 480)).toBe(270);
    expect(fixed.note(270, 90 * DEGREE)).toBe(false);
    expect(createFrameOrientation({ mirrored: 'unknown' })).toMatchObject({
      mirrored: false,
      mirroringKnown: false,
    });
    expect(createFrameOrientation()).toMatchObject({ settled: null, mirrored: false, mirroringKnown: true });
  });
});

const frameOf = (
  data: Uint8ClampedArray,
  widthPx: number,
  heightPx: number,
): Omit<Frame, 'rotationDegrees'> => ({
  data,
  widthPx,
  heightPx,
  mirrored: false,
  timestampMs: 0,
  close: () => undefined,
});

describe('a landmarker that finds the turn', () => {
  const face = (rollRadians: number): FaceObservation => ({
    landmarks: new Float32Array(1434),
    box: { xPx: 0, yPx: 0, widthPx: 10, heightPx: 10 },
    presence: 1,
    pose: { yawRadians: 0, pitchRadians: 0, rollRadians },
    frameWidthPx: 48,
    frameHeightPx: 64,
    timestampMs: 0,
  });

  it('reports nobody until it is settled, looks afresh each time, and passes everything on after that', async () => {
    let resets = 0;
    const fake = createFakeLandmarker({
      detect: ({ rotationDegrees }) => [face(saidRoll(rotationDegrees, 0))],
    });
    const orientation = createFrameOrientation();
    const landmarker = orientLandmarker({ ...fake, reset: () => (resets += 1) }, orientation);
    const seen: number[] = [];
    for (let at = 0; at < 9; at += 1) {
      const rotationDegrees = orientation.rotationOf(48, 64);
      const faces = await landmarker.detect({
        ...frameOf(new Uint8ClampedArray(48 * 64 * 4), 48, 64),
        rotationDegrees,
      });
      seen.push(faces.length);
    }
    expect(seen).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1]);
    // Once for each look at a side; the one that follows the face while it stands is kept.
    expect(resets).toBe(4);
  });

  it('takes a second face without landmarks for nobody', async () => {
    const blind = { ...face(0), landmarks: new Float32Array(0) };
    const orientation = createFrameOrientation();
    const landmarker = orientLandmarker(createFakeLandmarker({ detect: () => [blind] }), orientation);
    for (let at = 0; at < 30; at += 1) {
      const rotationDegrees = orientation.rotationOf(48, 64);
      expect(
        await landmarker.detect({ ...frameOf(new Uint8ClampedArray(48 * 64 * 4), 48, 64), rotationDegrees }),
      ).toEqual([]);
    }
    expect(orientation.settled).toBeNull();
  });
});
