import { describe, expect, it } from '@jest/globals';
import { createSubject } from '../../testing/subject/createSubject.js';
import type { SubjectMove } from '../../testing/subject/SubjectMove.js';
import { flatPhotoOf } from '../__testing__/flatPhotoOf.js';
import { measureOf, readingOf, reasonOf, scoreOf, traceOf, type Sight } from '../__testing__/traceOf.js';
import { createApproachParallaxSignal } from './createApproachParallaxSignal.js';

const PEOPLE = [1, 2, 3];
const DEGREE = Math.PI / 180;

const moving = (seed: number, move: SubjectMove, distanceCm = 45): Sight => {
  const subject = createSubject({ seed, distanceCm });
  subject.perform(move, 1500);
  return subject.observe;
};
/** To two thirds of the distance and back, in 4 s. */
const nearer = (atMs: number): number => 1 - 0.33 * Math.max(0, Math.sin((Math.PI * (atMs - 1000)) / 4000));

describe('approach-parallax', () => {
  it.each([5, 30])('is over 0.8 for 3 people who come nearer, at %i frames a second', (fps) => {
    for (const seed of PEOPLE) {
      const reading = readingOf(
        createApproachParallaxSignal(),
        traceOf(moving(seed, 'approach'), { fps, seconds: 6 }),
      );
      expect(scoreOf(reading)).toBeGreaterThan(0.8);
      expect(measureOf(reading, 'share')).toBeGreaterThan(0.5);
    }
  });

  it('is over 0.8 for people who go away, from 30 cm as from 60 cm', () => {
    for (const distanceCm of [30, 60]) {
      for (const seed of PEOPLE) {
        const trace = traceOf(moving(seed, 'away', distanceCm), { fps: 15, seconds: 6 });
        expect(scoreOf(readingOf(createApproachParallaxSignal(), trace))).toBeGreaterThan(0.8);
      }
    }
  });

  it('is under 0.15 for a print or a screen that is brought near, shaken a little', () => {
    for (const fieldOfView of [50, 70, 90]) {
      for (const seed of PEOPLE) {
        // The attacker brings a picture nearer by hand.
        const photo = flatPhotoOf(createSubject({ seed }).observe(500), {
          fieldOfViewRadians: fieldOfView * DEGREE,
          distance: nearer,
          tilt: (atMs) => 6 * DEGREE * Math.sin(atMs / 400),
          lean: (atMs) => 6 * DEGREE * Math.sin(atMs / 530),
          aside: (atMs) => 0.1 * Math.sin(atMs / 610),
        });
        const reading = readingOf(createApproachParallaxSignal(), traceOf(photo, { fps: 15, seconds: 6 }));
        expect(scoreOf(reading)).toBeLessThan(0.15);
      }
    }
  });

  it('never rates a print over 0.5 that is tilted by up to 35 degrees while it comes nearer', () => {
    for (const seed of PEOPLE) {
      for (const axis of ['tilt', 'lean'] as const) {
        const photo = flatPhotoOf(createSubject({ seed }).observe(500), {
          fieldOfViewRadians: 70 * DEGREE,
          distance: nearer,
          [axis]: (atMs: number) => 35 * DEGREE * Math.sin(atMs / 900),
        });
        const reading = readingOf(createApproachParallaxSignal(), traceOf(photo, { fps: 15, seconds: 6 }));
        if (reading.kind === 'measured') expect(scoreOf(reading)).toBeLessThan(0.5);
      }
    }
  });

  it('does not take a tilt for an approach', () => {
    for (const axis of ['tilt', 'lean'] as const) {
      const photo = flatPhotoOf(createSubject().observe(500), {
        [axis]: (atMs: number) => 70 * DEGREE * Math.sin(atMs / 700),
      });
      expect(reasonOf(readingOf(createApproachParallaxSignal(), traceOf(photo, { fps: 15 })))).toBe(
        'no-approach',
      );
    }
  });

  it('says nothing of people who stay where they are, whatever else they do', () => {
    for (const move of ['turn-left', 'nod', 'mouth-open', 'talk', 'smile'] as const) {
      for (const seed of PEOPLE) {
        const reading = readingOf(
          createApproachParallaxSignal(),
          traceOf(moving(seed, move), { fps: 15, seconds: 5 }),
        );
        if (reading.kind === 'measured') expect(scoreOf(reading)).toBeGreaterThan(0.5);
      }
    }
    const still = readingOf(createApproachParallaxSignal(), traceOf(createSubject().observe, { fps: 15 }));
    expect(reasonOf(still)).toBe('no-approach');
    expect(
      reasonOf(
        readingOf(
          createApproachParallaxSignal(),
          traceOf(() => null),
        ),
      ),
    ).toBe('no-face');
  });

  it('forgets everything when it is reset', () => {
    const signal = createApproachParallaxSignal();
    readingOf(signal, traceOf(moving(1, 'approach'), { fps: 15, seconds: 6 }));
    signal.reset();
    expect(reasonOf(signal.read())).toBe('no-face');
  });
});
