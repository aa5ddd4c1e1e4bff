import { describe, expect, it } from '@jest/globals';
import { measureRegions, type FaceObservation, type Frame } from '@huoti/core';
import { createSubject } from '@huoti/core/testing';
import { COLOUR_UNITS_PER_LEVEL, type TraceFrame } from '@huoti/protocol';
import type { SeenPicture } from '../pictures/SeenPicture.js';
import { pictureLight } from './pictureLight.js';

type Colour = readonly [number, number, number];

const SKIN: Colour = [150, 120, 100];
/** What five stages of the screen add to a face in an ordinary room. */
const STAGES: readonly Colour[] = [
  [0, 0, 0],
  [0, 12, 14],
  [0, 0, 15],
  [16, 12, 0],
  [15, 12, 14],
];
const face: FaceObservation = createSubject().observe(0);
const add = (a: Colour, b: Colour): Colour => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];

/** A picture in one colour, beside a trace that says another. */
function lit(traced: Colour, seen: Colour): SeenPicture {
  const { frameWidthPx: widthPx, frameHeightPx: heightPx } = face;
  const data = new Uint8ClampedArray(widthPx * heightPx * 4);
  for (let at = 0; at < data.length; at += 4) data.set([...seen, 255], at);
  const frame: Frame = {
    data,
    widthPx,
    heightPx,
    rotationDegrees: 0,
    mirrored: false,
    timestampMs: 0,
    close: () => undefined,
  };
  const colours = Uint16Array.from({ length: 24 }, (_, at) => traced[at % 3]! * COLOUR_UNITS_PER_LEVEL);
  const trace = { faceColours: colours } as Partial<TraceFrame> as TraceFrame;
  return { traced: trace, frame, face } as Partial<SeenPicture> as SeenPicture;
}
const check = (traced: (stage: Colour) => Colour, seen: (stage: Colour) => Colour) =>
  pictureLight(STAGES.map((stage) => lit(traced(stage), seen(stage))));

describe('the light in pictures', () => {
  it('is seen where it is traced', () => {
    expect(measureRegions(lit(SKIN, SKIN).frame, face).face[0]).toBeCloseTo(SKIN[0], 0);
    expect(
      check(
        (stage) => add(SKIN, stage),
        (stage) => add(SKIN, stage),
      ).pass,
    ).toBe(true);
  });

  it('is not seen in pictures of an unlit face whose trace was lit with numbers', () => {
    // The attacker sends true pictures of an unlit face and writes the answer to each colour into the trace.
    expect(
      check(
        (stage) => add(SKIN, stage),
        () => SKIN,
      ),
    ).toMatchObject({
      pass: false,
      reason: 'EVIDENCE_INCONSISTENT',
    });
  });

  it('is neither refused nor confirmed where the trace moves too little for pictures to tell', () => {
    const still = check(
      () => SKIN,
      () => SKIN,
    );
    expect(still).toMatchObject({ pass: true, value: false });
    expect(pictureLight([])).toMatchObject({ pass: true, value: false });
    // The attacker writes a light into the trace that is a tenth of a real one.
    const faint = (stage: Colour): Colour => add(SKIN, [stage[0] / 10, stage[1] / 10, stage[2] / 10]);
    expect(check(faint, () => SKIN)).toMatchObject({ pass: true, value: false });
  });
});
