import { describe, expect, it } from '@jest/globals';
import { createSubject } from '../../testing/subject/createSubject.js';
import { flatPhotoOf } from '../__testing__/flatPhotoOf.js';
import { readingOf, reasonOf, scoreOf, traceOf, type Sight } from '../__testing__/traceOf.js';
import { createMicroMotionSignal } from './createMicroMotionSignal.js';

const PEOPLE = [1, 2, 3];

const talking = (seed: number): Sight => {
  const subject = createSubject({ seed, blinksPerMinute: 15 });
  for (const atMs of [500, 3500, 6500]) subject.perform('talk', atMs, { holdMs: 2500 });
  return subject.observe;
};

describe('micro-motion', () => {
  it.each([5, 30])('is over 0.7 for people who speak, at %i frames a second', (fps) => {
    for (const seed of PEOPLE) {
      expect(scoreOf(readingOf(createMicroMotionSignal(), traceOf(talking(seed), { fps })))).toBeGreaterThan(
        0.7,
      );
    }
  });

  it('is under 0.4 for a print, held still or moved slowly', () => {
    for (const seed of PEOPLE) {
      for (const amount of [0, 0.1, 0.3]) {
        // The attacker holds a print by hand.
        const photo = flatPhotoOf(createSubject({ seed }).observe(500), {
          tilt: (atMs) => amount * Math.sin(atMs / 1500),
          aside: (atMs) => amount * Math.sin(atMs / 1100),
          distance: (atMs) => 1 + amount * Math.sin(atMs / 1900),
          seed,
        });
        const reading = readingOf(createMicroMotionSignal(), traceOf(photo, { fps: 15 }));
        expect(scoreOf(reading)).toBeLessThan(0.4);
      }
    }
  });

  it('is no lower than 0.35 for people who sit still and look on', () => {
    for (const seed of PEOPLE) {
      const reading = readingOf(
        createMicroMotionSignal(),
        traceOf(createSubject({ seed }).observe, { fps: 15 }),
      );
      expect(scoreOf(reading)).toBeGreaterThanOrEqual(0.35);
    }
  });

  it('says why it can’t tell: no face, or a head that is never at rest', () => {
    expect(
      reasonOf(
        readingOf(
          createMicroMotionSignal(),
          traceOf(() => null),
        ),
      ),
    ).toBe('no-face');
    const turned = createSubject({ seed: 2 });
    turned.perform('turn-left', 0, { latencyMs: -1000, rampMs: 100, holdMs: 60_000, amplitude: 1 });
    expect(reasonOf(readingOf(createMicroMotionSignal(), traceOf(turned.observe, { seconds: 3 })))).toBe(
      'never-at-rest',
    );
  });

  it('forgets everything when it is reset', () => {
    const signal = createMicroMotionSignal();
    readingOf(signal, traceOf(talking(1), { fps: 15 }));
    signal.reset();
    expect(reasonOf(signal.read())).toBe('no-face');
  });
});
