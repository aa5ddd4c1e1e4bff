import { describe, expect, it } from '@jest/globals';
import type { Frame } from '../../frame/Frame.js';
import { paintFrame, type Rgb } from '../../testing/paintedFrame.js';
import { createSubject } from '../../testing/subject/createSubject.js';
import { createTextureSignal } from './createTextureSignal.js';
import { measureTexture, type TextureMeasures } from './measureTexture.js';
import { textureCropOf } from './textureCropOf.js';
import { textureScore } from './textureScore.js';

// Taken out once: under the test runner each look at a global is slow.
const { cos, floor, max, sin } = Math;

const face = createSubject({ noise: 0 }).observe(0);

/** A number in [-1, 1] that looks drawn by lot, the same for the same place. */
function grain(x: number, y: number, salt = 0): number {
  const seed = sin(x * 12.9898 + y * 78.233 + salt * 37.719) * 43758.5453;
  return 2 * (seed - floor(seed)) - 1;
}

/** Skin under a light from one side, with pores and a camera's noise: its colour goes with its light. */
function livingSkin(x: number, y: number): Rgb {
  const place = x * 4096 + y;
  const known = skinAt.get(place);
  if (known) return known;
  const colour = skinOf(x, y);
  skinAt.set(place, colour);
  return colour;
}

const skinAt = new Map<number, Rgb>();

function skinOf(x: number, y: number): Rgb {
  const light = 0.75 + 0.25 * sin(x / 35) * cos(y / 50) + 0.06 * grain(x >> 1, y >> 1);
  return [
    220 * light + 4 * grain(x, y, 1),
    160 * light + 4 * grain(x, y, 2),
    130 * light + 4 * grain(x, y, 3),
  ];
}

/** The middle of each measure over a few px each way: what a second lens leaves of a picture. */
function blurred(colour: (x: number, y: number) => Rgb): (x: number, y: number) => Rgb {
  return (x, y) => {
    const sum = [0, 0, 0];
    for (let j = -2; j <= 2; j++) {
      for (let i = -2; i <= 2; i++) {
        colour(x + i, y + j).forEach((value, channel) => (sum[channel] = sum[channel]! + value / 25));
      }
    }
    return [sum[0]!, sum[1]!, sum[2]!];
  };
}

/** Gloss: white light added wherever the sheet leans to the lamp, strongest where the picture is light. */
function glossed(colour: (x: number, y: number) => Rgb): (x: number, y: number) => Rgb {
  return (x, y) => {
    const [r, g, b] = colour(x, y);
    const grey = 0.3 * r + 0.6 * g + 0.1 * b;
    const share = 0.25 + 0.5 * max(0, sin(x / 35) * cos(y / 50));
    const mix = (value: number): number => value + share * (grey + 50 - value);
    return [mix(r), mix(g), mix(b)];
  };
}

/** Beats of a screen's rows of pixels with the camera's. */
function moire(colour: (x: number, y: number) => Rgb): (x: number, y: number) => Rgb {
  return (x, y) => {
    const wave = 1 + 0.1 * cos(1.3 * x + 0.9 * y);
    const [r, g, b] = colour(x, y);
    return [r * wave, g * wave, b * wave];
  };
}

function measured(skin: (x: number, y: number) => Rgb): TextureMeasures {
  const measures = measureTexture(paintFrame(face, { skin }), face);
  if (!measures) throw new Error('nothing was measured');
  return measures;
}

describe('measureTexture', () => {
  const living = measured(livingSkin);

  it('finds that the colour of living skin goes with its light, and that of a glossy print does not', () => {
    // The attacker holds a glossy print of the person towards the lamp.
    const print = measured(glossed(livingSkin));
    expect(living.shading).toBeGreaterThan(0.6);
    expect(print.shading).toBeLessThan(0);
    expect(print.saturation).toBeLessThan(living.saturation);
  });

  it('finds less detail, of light and of colour, in a picture of a picture', () => {
    // The attacker shows a photograph: it has been through two lenses.
    const again = measured(blurred(livingSkin));
    expect(again.fineDetail).toBeLessThan(living.fineDetail - 1);
    expect(again.colourDetail).toBeLessThan(living.colourDetail - 0.3);
  });

  it('finds the moire of a screen, and no pattern in skin', () => {
    // The attacker shows the person on a screen whose rows beat with the camera's.
    const screen = measured(moire(livingSkin));
    expect(living.pattern).toBeLessThan(4);
    expect(screen.pattern).toBeGreaterThan(6);
  });

  it('measures the same whatever lies outside of the crop, on the crop itself, and on a turned or mirrored buffer', () => {
    const frame = paintFrame(face, { skin: livingSkin });
    const crop = textureCropOf(frame, face);
    if (!crop) throw new Error('the face is in the frame');
    const { data, widthPx, heightPx, landmarks } = crop;
    const ofCrop = measureTexture({ ...frame, data, widthPx, heightPx }, { ...face, landmarks });
    for (const name of Object.keys(living) as (keyof TextureMeasures)[]) {
      expect(Math.abs((ofCrop?.[name] ?? NaN) - living[name])).toBeLessThan(0.1);
    }
    expect(measureTexture(mirrorImage(frame), face)).toEqual(living);
  });

  it('measures nothing without a face in the picture, on a face of a few px, and in the dark', () => {
    const frame = paintFrame(face, { skin: livingSkin });
    expect(measureTexture(frame, { ...face, landmarks: new Float32Array(0) })).toBeNull();
    const far = face.landmarks.map((value) => value / 6);
    expect(measureTexture(frame, { ...face, landmarks: far })).toBeNull();
    expect(measureTexture(paintFrame(face, { skin: () => [2, 2, 2] }), face)).toBeNull();
  });

  it('gives finite numbers for a face of one colour', () => {
    for (const value of Object.values(measured(() => [190, 140, 115]))) {
      expect(Number.isFinite(value)).toBe(true);
    }
  });
});

/** The same picture, its buffer with left and right swapped and saying so. */
function mirrorImage(frame: Frame): Frame {
  const data = frame.data.map((_value, at) => {
    const px = at >> 2;
    const [x, y] = [px % frame.widthPx, floor(px / frame.widthPx)];
    return frame.data[(y * frame.widthPx + frame.widthPx - 1 - x) * 4 + (at % 4)]!;
  });
  return { ...frame, data, mirrored: true };
}

describe('textureScore', () => {
  const live = {
    shading: 0.3,
    coarseDetail: -2.7,
    fineDetail: -3.6,
    colourDetail: -4.6,
    saturation: 0.2,
    pattern: 3,
  };

  it('rises with every measure, falls with a pattern, and never is 0 or 1', () => {
    const best = textureScore(live);
    expect(best).toBeCloseTo(0.95, 9);
    for (const name of ['shading', 'coarseDetail', 'fineDetail', 'colourDetail', 'saturation'] as const) {
      expect(textureScore({ ...live, [name]: -9 })).toBeLessThan(best);
      // One measure alone does not sink a picture.
      expect(textureScore({ ...live, [name]: -9 })).toBeGreaterThan(0.5);
    }
    expect(textureScore({ ...live, pattern: 5 })).toBeLessThan(best);
    expect(textureScore({ ...live, pattern: 99 })).toBeCloseTo(0.05, 9);
  });
});

describe('the texture signal', () => {
  it('scores living skin above a print and above a screen', async () => {
    const scoreOf = async (skin: (x: number, y: number) => Rgb): Promise<number> => {
      const signal = createTextureSignal();
      await signal.look(paintFrame(face, { skin }), face);
      const reading = signal.read();
      return reading.kind === 'measured' ? reading.score : NaN;
    };
    const living = await scoreOf(livingSkin);
    expect(living).toBeGreaterThan(0.7);
    expect(await scoreOf(glossed(blurred(livingSkin)))).toBeLessThan(living - 0.2);
    expect(await scoreOf(moire(livingSkin))).toBeLessThan(0.1);
  });

  it('goes by the middle of several pictures, so that one with a pattern by chance does not count', async () => {
    const signal = createTextureSignal();
    for (const skin of [livingSkin, moire(livingSkin), livingSkin]) {
      await signal.look(paintFrame(face, { skin }), face);
    }
    const reading = signal.read();
    expect(reading).toMatchObject({ kind: 'measured', measures: { pictures: 3 } });
    expect(reading.kind === 'measured' && reading.score).toBeGreaterThan(0.7);
  });

  it('takes no picture on an aborted call', async () => {
    const signal = createTextureSignal();
    const aborted = { signal: AbortSignal.abort() };
    await expect(signal.look(paintFrame(face), face, aborted)).rejects.toMatchObject({ code: 'ABORTED' });
    expect(signal.read()).toEqual({ kind: 'unavailable', reason: 'no-picture' });
  });

  it('is unavailable before a picture, with faces too small for it, and after a reset', async () => {
    const signal = createTextureSignal();
    expect(signal.read()).toEqual({ kind: 'unavailable', reason: 'no-picture' });
    const frame = paintFrame(face, { skin: livingSkin });
    await signal.look(frame, { ...face, landmarks: face.landmarks.map((value) => value / 6) });
    expect(signal.read()).toEqual({ kind: 'unavailable', reason: 'face-too-small' });
    await signal.look(frame, face);
    expect(signal.read().kind).toBe('measured');
    signal.reset();
    expect(signal.read()).toEqual({ kind: 'unavailable', reason: 'no-picture' });
  });
});
