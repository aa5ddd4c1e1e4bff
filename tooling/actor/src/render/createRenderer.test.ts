import { describe, expect, it } from '@jest/globals';
import { createSubject } from '../createSubject.js';
import { readCanonicalFace } from '../node/readCanonicalFace.js';
import { PERSONAS } from '../personas/personas.js';
import type { Persona } from '../personas/Persona.js';
import { PHONE_CAMERA } from './Camera.js';
import { createRenderer } from './createRenderer.js';
import { DAYLIGHT } from './Lighting.js';
import { placeVertices } from './placeVertices.js';
import { NEUTRAL_POSE, type SubjectPose } from './SubjectPose.js';

const canonicalFace = await readCanonicalFace();
const [WIDTH, HEIGHT] = [120, 160];
const still = { ...PHONE_CAMERA, noise: 0 };
const subjectOf = (persona: Persona) => createSubject({ canonicalFace, persona, textureSizePx: 128 });
const masked = PERSONAS.map((persona) =>
  createSubject({ canonicalFace, persona: { ...persona, mask: [150, 190, 206] }, textureSizePx: 64 }),
);
const alder = subjectOf(PERSONAS[0] as Persona);

const meanOf = (rgba: Uint8ClampedArray, left: number, top: number, size: number): number[] =>
  [0, 1, 2].map((channel) => {
    let sum = 0;
    for (let y = top; y < top + size; y++)
      for (let x = left; x < left + size; x++) sum += rgba[(y * WIDTH + x) * 4 + channel] ?? 0;
    return sum / (size * size);
  });

/** Where a point of the face lies in the picture. */
const pointAt = (point: number, pose: Partial<SubjectPose>): [number, number] => {
  const part = alder.parts.find(([surface]) => surface.name === 'face');
  if (!part) return [NaN, NaN];
  const [surface, vertices] = part;
  placeVertices(
    surface,
    { ...NEUTRAL_POSE, ...pose },
    { widthPx: 480, heightPx: 640, focalPx: 704 },
    vertices,
  );
  return [vertices.screen[point * 3] ?? NaN, vertices.screen[point * 3 + 1] ?? NaN];
};
const NOSE = 1;
const FOREHEAD = 10;
const CHIN = 152;

describe('createRenderer', () => {
  it('renders the same picture from the same shot, whatever it rendered before', () => {
    const shot = {
      people: [{ subject: alder, pose: { ...NEUTRAL_POSE, yawRadians: 0.3, blink: 0.4 } }],
      noiseSeed: 3,
    };
    const renderer = createRenderer({ widthPx: WIDTH, heightPx: HEIGHT });
    const first = renderer.render(shot);
    renderer.render({ people: [{ subject: alder, pose: { ...NEUTRAL_POSE, mouthOpen: 1 } }] });
    expect(renderer.render(shot)).toEqual(first);
    const other = subjectOf(PERSONAS[0] as Persona);
    const again = createRenderer({ widthPx: WIDTH, heightPx: HEIGHT }).render({
      ...shot,
      people: [{ ...shot.people[0], subject: other, pose: { ...NEUTRAL_POSE, yawRadians: 0.3, blink: 0.4 } }],
    });
    expect(again).toEqual(first);
  });

  it('fills every pixel opaquely, for every persona, near and far and cut off by the edge', () => {
    const renderer = createRenderer({ widthPx: 60, heightPx: 80 });
    for (const subject of masked) {
      for (const pose of [
        { distanceCm: 18 },
        { distanceCm: 200 },
        { xCm: 40 },
        { yawRadians: 1.4, pitchRadians: 0.5 },
      ]) {
        const rgba = renderer.render({ people: [{ subject, pose: { ...NEUTRAL_POSE, ...pose } }] });
        for (let o = 3; o < rgba.length; o += 4)
          if (rgba[o] !== 255) throw new RangeError(`pixel ${o} of ${subject.persona.id}`);
        expect(rgba.length).toBe(60 * 80 * 4);
      }
    }
  });

  it('holds no number that is none, in any surface of any persona', () => {
    for (const { parts } of masked) {
      for (const [surface] of parts) {
        for (const list of [
          surface.rest,
          surface.uvs,
          surface.texture.data,
          ...Object.values(surface.morphs),
        ]) {
          const sound = Number.isFinite;
          expect(list.every((value) => sound(value))).toBe(true);
        }
        const points = surface.rest.length / 3;
        expect(surface.triangles.every((point) => point < points)).toBe(true);
      }
    }
  });

  it('moves the nose to the right of the picture for positive yaw and up for positive pitch', () => {
    const [x, y] = pointAt(NOSE, {});
    expect(pointAt(NOSE, { yawRadians: 0.4 })[0]).toBeGreaterThan(x + 20);
    expect(pointAt(NOSE, { pitchRadians: 0.3 })[1]).toBeLessThan(y - 20);
  });

  it('leans the head clockwise in the picture for positive roll', () => {
    const [top, bottom] = [pointAt(FOREHEAD, { rollRadians: 0.3 }), pointAt(CHIN, { rollRadians: 0.3 })];
    expect(Math.atan2(top[0] - bottom[0], bottom[1] - top[1])).toBeCloseTo(0.3, 1);
  });

  it('grows the face as it comes near', () => {
    const height = (distanceCm: number): number =>
      pointAt(CHIN, { distanceCm })[1] - pointAt(FOREHEAD, { distanceCm })[1];
    expect(height(25) / height(50)).toBeGreaterThan(2);
  });

  it('lights the face in the colour of the screen, the room behind at least four times less', () => {
    const renderer = createRenderer({ widthPx: WIDTH, heightPx: HEIGHT });
    const people = [{ subject: alder, pose: NEUTRAL_POSE }];
    const dim = { ...DAYLIGHT, key: [0.1, 0.1, 0.1], ambient: [0.1, 0.1, 0.1] } as const;
    const dark = renderer.render({ people, lighting: dim, camera: still });
    for (const [channel, screen] of [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ].entries()) {
      const lit = renderer.render({
        people,
        lighting: { ...dim, screen: screen as [number, number, number] },
        camera: still,
      });
      const face = (meanOf(lit, 52, 72, 12)[channel] ?? 0) - (meanOf(dark, 52, 72, 12)[channel] ?? 0);
      const wall = (meanOf(lit, 2, 2, 12)[channel] ?? 0) - (meanOf(dark, 2, 2, 12)[channel] ?? 0);
      expect(face).toBeGreaterThan(25);
      expect(wall).toBeLessThan(face / 4);
    }
  });

  it('lights what faces the screen more than what is turned from it', () => {
    const renderer = createRenderer({ widthPx: WIDTH, heightPx: HEIGHT });
    const people = [{ subject: alder, pose: NEUTRAL_POSE }];
    const night = { ...DAYLIGHT, key: [0, 0, 0], ambient: [0, 0, 0], screen: [1, 1, 1] } as const;
    const lit = renderer.render({ people, lighting: night, camera: still });
    // The forehead's middle against the edge of the cheek.
    expect(meanOf(lit, 58, 62, 4)[1]).toBeGreaterThan((meanOf(lit, 38, 84, 3)[1] ?? 0) * 1.2);
  });

  it('lights a face at 30 cm more than twice as much as one at 60 cm', () => {
    const renderer = createRenderer({ widthPx: WIDTH, heightPx: HEIGHT });
    const night = { ...DAYLIGHT, key: [0, 0, 0], ambient: [0, 0, 0], screen: [0.6, 0.6, 0.6] } as const;
    const linear = (distanceCm: number): number => {
      const rgba = renderer.render({
        people: [{ subject: alder, pose: { ...NEUTRAL_POSE, distanceCm } }],
        lighting: night,
        camera: still,
      });
      return Math.pow((meanOf(rgba, 56, 70, 6)[1] ?? 0) / 255, 2.2);
    };
    expect(linear(30) / linear(60)).toBeGreaterThan(2);
  });
});
