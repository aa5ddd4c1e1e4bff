import { describe, expect, it } from '@jest/globals';
import { createSubject, type Subject } from '../../testing/subject/createSubject.js';
import { flatPhotoOf } from '../__testing__/flatPhotoOf.js';
import { measureOf, readingOf, reasonOf, scoreOf, traceOf } from '../__testing__/traceOf.js';
import { createBlinkShapeSignal } from './createBlinkShapeSignal.js';

const PEOPLE = [1, 2, 3];

function blinking(seed: number): Subject {
  const subject = createSubject({ seed, eyeOpening: 0.2 + 0.025 * (seed % 8) });
  for (const atMs of [1200, 3100, 5200]) subject.perform('blink', atMs);
  return subject;
}

describe('blink-shape', () => {
  it.each([25, 60])('counts the three blinks of 3 people as natural, at %i frames a second', (fps) => {
    for (const seed of PEOPLE) {
      const reading = readingOf(
        createBlinkShapeSignal(),
        traceOf(blinking(seed).observe, { fps, seconds: 6.5 }),
      );
      expect(measureOf(reading, 'natural')).toBe(3);
      expect(scoreOf(reading)).toBeGreaterThanOrEqual(0.7);
    }
  });

  it('sees at 15 frames a second that lids closed, and not how', () => {
    for (const seed of PEOPLE) {
      const reading = readingOf(createBlinkShapeSignal(), traceOf(blinking(seed).observe, { fps: 15 }));
      expect(measureOf(reading, 'natural')).toBe(0);
      expect(measureOf(reading, 'steps')).toBe(0);
      expect(measureOf(reading, 'coarse')).toBeGreaterThanOrEqual(2);
      expect(scoreOf(reading)).toBe(0.6);
    }
  });

  it('says that it is too slow at 5 frames a second, whatever is shown', () => {
    expect(reasonOf(readingOf(createBlinkShapeSignal(), traceOf(blinking(1).observe, { fps: 5 })))).toBe(
      'too-slow',
    );
  });

  it('waits 8 s for a blink, then sinks, no lower than 0.35: people stare', () => {
    const staring = createSubject({ seed: 5 }).observe;
    const after = (seconds: number) =>
      readingOf(createBlinkShapeSignal(), traceOf(staring, { fps: 12, seconds }));
    expect(reasonOf(after(6))).toBe('no-blink');
    expect(scoreOf(after(14))).toBeLessThan(0.5);
    expect(scoreOf(after(30))).toBeCloseTo(0.35, 10);
  });

  it('finds no blink in a print that is tilted so far that its eyes narrow with the face', () => {
    for (const seed of PEOPLE) {
      // The attacker tips a print back and forth to make it blink.
      const photo = flatPhotoOf(createSubject({ seed }).observe(500), {
        lean: (atMs) => 1.2 * Math.max(0, Math.sin(atMs / 160)),
      });
      const reading = readingOf(createBlinkShapeSignal(), traceOf(photo, { seconds: 10 }));
      expect(measureOf(reading, 'natural') + measureOf(reading, 'coarse')).toBe(0);
    }
  });

  it('is 0.25 for stills of open and shut eyes, shown in turn', () => {
    for (const seed of PEOPLE) {
      const subject = createSubject({ seed, noise: 0 });
      subject.perform('blink', 0, { latencyMs: 0, rampMs: 100, holdMs: 500, amplitude: 1 });
      const open = flatPhotoOf(createSubject({ seed, noise: 0 }).observe(300), { seed });
      const shut = flatPhotoOf(subject.observe(300), { seed });
      const slides = traceOf((atMs) => (atMs % 2000 > 1700 ? shut : open)(atMs), { seconds: 6.5 });
      const reading = readingOf(createBlinkShapeSignal(), slides);
      expect(measureOf(reading, 'steps')).toBeGreaterThanOrEqual(3);
      expect(scoreOf(reading)).toBe(0.25);
    }
  });

  it('counts neither a nod nor a look down nor a turn', () => {
    for (const move of ['nod', 'gaze-down', 'turn-left'] as const) {
      const subject = createSubject({ seed: 3 });
      subject.perform(move, 1500);
      const reading = readingOf(createBlinkShapeSignal(), traceOf(subject.observe, { seconds: 9 }));
      const blinks = reading.kind === 'measured' ? measureOf(reading, 'natural') : 0;
      expect(blinks).toBe(0);
    }
  });

  it('forgets everything when it is reset', () => {
    const signal = createBlinkShapeSignal();
    readingOf(signal, traceOf(blinking(1).observe));
    signal.reset();
    expect(reasonOf(signal.read())).toBe('no-blink');
  });
});
