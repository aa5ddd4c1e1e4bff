import { describe, expect, it } from '@jest/globals';
import { createSubject } from '../../testing/subject/createSubject.js';
import { seededNumbers } from '../../testing/subject/seededNumbers.js';
import { readingOf, reasonOf, scoreOf, traceOf } from '../__testing__/traceOf.js';
import { createFrameTimingSignal } from './createFrameTimingSignal.js';

const person = createSubject().observe;
const nobody = (): null => null;

describe('frame-timing', () => {
  it.each([5, 15, 30, 60])('is 0.5 for an even rhythm of %i frames a second', (fps) => {
    expect(scoreOf(readingOf(createFrameTimingSignal(), traceOf(person, { fps, seconds: 8 })))).toBe(0.5);
  });

  it('is 0.5 for a phone that stumbles: uneven intervals, and gaps of half a second', () => {
    const next = seededNumbers(5);
    let atMs = 0;
    const trace = traceOf(nobody, { seconds: 8 }).map((frame) => {
      atMs += next() < 0.05 ? 500 : Math.round(17 + 60 * next());
      return { ...frame, timestampMs: atMs };
    });
    expect(scoreOf(readingOf(createFrameTimingSignal(), trace))).toBe(0.5);
  });

  it('is 0.1 where frames come faster than any front camera gives them', () => {
    const trace = traceOf(nobody, { fps: 240, seconds: 2 });
    expect(scoreOf(readingOf(createFrameTimingSignal(), trace))).toBeCloseTo(0.1, 10);
  });

  it('sinks where a program empties a queue of stored frames after each stall', () => {
    // The attacker's page stalls, and then pushes ten frames at once.
    const trace = traceOf(nobody, { seconds: 8 }).map((frame, at) => ({
      ...frame,
      timestampMs: Math.floor(at / 10) * 333 + (at % 10) * 2,
    }));
    expect(scoreOf(readingOf(createFrameTimingSignal(), trace))).toBeLessThan(0.2);
  });

  it('says nothing before 30 intervals, and after it was reset', () => {
    const signal = createFrameTimingSignal();
    expect(reasonOf(readingOf(signal, traceOf(nobody, { seconds: 1 })))).toBe('too-few-frames');
    expect(reasonOf(readingOf(signal, traceOf(nobody, { seconds: 3 })))).toBe(null);
    signal.reset();
    expect(reasonOf(signal.read())).toBe('too-few-frames');
  });
});
