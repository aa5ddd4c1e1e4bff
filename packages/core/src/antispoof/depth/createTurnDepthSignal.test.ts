import { describe, expect, it } from '@jest/globals';
import { createSubject } from '../../testing/subject/createSubject.js';
import type { Subject } from '../../testing/subject/createSubject.js';
import { flatPhotoOf } from '../__testing__/flatPhotoOf.js';
import { measureOf, readingOf, reasonOf, scoreOf, traceOf } from '../__testing__/traceOf.js';
import { createTurnDepthSignal } from './createTurnDepthSignal.js';

const PEOPLE = [1, 2, 3, 4];
const DEGREE = Math.PI / 180;

function turning(seed: number, distanceCm = 45): Subject {
  const subject = createSubject({ seed, distanceCm, noise: 0.001 + 0.0004 * (seed % 6) });
  subject.perform(seed % 2 === 0 ? 'turn-left' : 'turn-right', 1500);
  return subject;
}

describe('turn-depth', () => {
  it.each([7, 30])('is over 0.8 for 4 people who turn their head, at %i frames a second', (fps) => {
    for (const seed of PEOPLE) {
      const reading = readingOf(createTurnDepthSignal(), traceOf(turning(seed).observe, { fps, seconds: 4 }));
      // At a low rate a quick turn may pass between two frames.
      if (fps > 10 || reading.kind === 'measured') expect(scoreOf(reading)).toBeGreaterThan(0.8);
    }
  });

  it.each([
    { distanceCm: 25, least: 0.8 },
    // Seen from afar a head has less perspective, and foreshortens more like a sheet.
    { distanceCm: 120, least: 0.55 },
  ])('stays over $least for people at $distanceCm cm', ({ distanceCm, least }) => {
    for (const seed of PEOPLE) {
      const trace = traceOf(turning(seed, distanceCm).observe, { fps: 20, seconds: 4 });
      expect(scoreOf(readingOf(createTurnDepthSignal(), trace))).toBeGreaterThan(least);
    }
  });

  it('is under 0.1 for a flat photo that is swung to 70 degrees, before lenses of 50 to 90 degrees', () => {
    for (const fieldOfView of [50, 60, 70, 80, 90]) {
      for (const fill of [0.4, 0.8]) {
        // The attacker swings a print to and fro before the lens.
        const photo = flatPhotoOf(createSubject({ seed: fieldOfView }).observe(500), {
          fieldOfViewRadians: fieldOfView * DEGREE,
          fill,
          tilt: (atMs) => 70 * DEGREE * Math.sin(atMs / 700),
        });
        const reading = readingOf(createTurnDepthSignal(), traceOf(photo, { fps: 20, seconds: 5 }));
        expect(scoreOf(reading)).toBeLessThan(0.1);
      }
    }
  });

  it('tells a print by its narrowing, also where it shows no turn', () => {
    const photo = flatPhotoOf(createSubject({ seed: 2 }).observe(500), {
      tilt: (atMs) => 45 * DEGREE * Math.max(0, Math.sin(atMs / 600)),
    });
    const reading = readingOf(createTurnDepthSignal(), traceOf(photo, { fps: 20, seconds: 5 }));
    expect(measureOf(reading, 'frames')).toBe(0);
    expect(measureOf(reading, 'narrowest')).toBeLessThan(-0.2);
    expect(scoreOf(reading)).toBeLessThan(0.1);
  });

  it('does not take a nod, an approach, speech or a phone held low for a narrow face', () => {
    for (const move of ['nod', 'look-up', 'look-down', 'approach', 'away', 'talk'] as const) {
      const subject = createSubject({ seed: 4, restingPitchRadians: -0.2 });
      subject.perform(move, 1000);
      const reading = readingOf(createTurnDepthSignal(), traceOf(subject.observe, { fps: 20, seconds: 5 }));
      expect(reasonOf(reading)).toBe('no-turn');
    }
  });

  it('is no more than 0.2 for a slideshow of a straight and a turned still', () => {
    for (const seed of PEOPLE) {
      const subject = createSubject({ seed, noise: 0 });
      subject.perform('turn-left', 0, {
        latencyMs: 0,
        rampMs: 500,
        holdMs: 400,
        amplitude: 0.75,
        overshoot: 0,
      });
      const stills = [subject.observe(0), subject.observe(700)] as const;
      // The attacker shows one still for a second, then the other.
      const slides = (atMs: number) => {
        const still = stills[Math.floor(atMs / 1000) % 2]!;
        return flatPhotoOf(still, { seed })(atMs);
      };
      const reading = readingOf(createTurnDepthSignal(), traceOf(slides, { seconds: 4 }));
      expect(scoreOf(reading)).toBeLessThanOrEqual(0.2);
      expect(measureOf(reading, 'jumps')).toBeGreaterThan(0);
    }
  });

  it('says why it can’t tell: no face, no turn, never straight ahead', () => {
    expect(
      reasonOf(
        readingOf(
          createTurnDepthSignal(),
          traceOf(() => null),
        ),
      ),
    ).toBe('no-face');
    expect(
      reasonOf(readingOf(createTurnDepthSignal(), traceOf(createSubject().observe, { seconds: 3 }))),
    ).toBe('no-turn');
    const aside = createSubject({ seed: 3 });
    aside.perform('turn-left', 0, { latencyMs: -1000, rampMs: 100, holdMs: 60_000, amplitude: 0.8 });
    expect(reasonOf(readingOf(createTurnDepthSignal(), traceOf(aside.observe, { seconds: 3 })))).toBe(
      'no-straight-face',
    );
  });

  it('forgets everything when it is reset', () => {
    const signal = createTurnDepthSignal();
    readingOf(signal, traceOf(turning(2).observe, { seconds: 4 }));
    signal.reset();
    expect(reasonOf(signal.read())).toBe('no-face');
  });
});
