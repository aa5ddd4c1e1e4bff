import { describe, expect, it } from '@jest/globals';
import { createSubject } from '../testing/subject/createSubject.js';
import { signalFramesOf, traceOf } from './__testing__/traceOf.js';
import { createTraceSignals } from './createTraceSignals.js';

/** A person who does a bit of everything for 18 s. */
function busyTrace() {
  const subject = createSubject({ seed: 6, blinksPerMinute: 15 });
  let now = 800;
  for (const move of ['turn-left', 'approach', 'mouth-open', 'nod', 'turn-right', 'away', 'talk'] as const) {
    now = subject.perform(move, now) + 300;
  }
  return traceOf(subject.observe, { fps: 20, seconds: 18 });
}

describe('the trace signals', () => {
  it('have names of their own', () => {
    const names = createTraceSignals().map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('give finite numbers from a trace alone, in which most landmarks are NaN', () => {
    const frames = signalFramesOf(busyTrace());
    for (const signal of createTraceSignals()) {
      for (const frame of frames) signal.push(frame);
      const reading = signal.read();
      // No screen lights this face; all else was to be seen.
      expect(reading.kind).toBe(signal.family === 'light' ? 'unavailable' : 'measured');
      if (reading.kind === 'unavailable') continue;
      expect(reading.score).toBeGreaterThan(0);
      expect(reading.score).toBeLessThan(1);
      for (const [name, value] of Object.entries(reading.measures)) {
        expect({ signal: signal.name, name, finite: Number.isFinite(value) }).toEqual({
          signal: signal.name,
          name,
          finite: true,
        });
      }
    }
  });

  it('say the same when they are read at every frame, and again after a reset', () => {
    const frames = signalFramesOf(busyTrace());
    for (const signal of createTraceSignals()) {
      for (const frame of frames) signal.push(frame);
      const once = signal.read();
      signal.reset();
      for (const frame of frames) {
        signal.push(frame);
        signal.read();
      }
      expect(signal.read()).toEqual(once);
    }
  });

  it('keep nothing of a frame’s arrays: the caller may reuse them', () => {
    const frames = signalFramesOf(busyTrace());
    const reused = new Float32Array(478 * 3);
    for (const [at, signal] of createTraceSignals().entries()) {
      const other = createTraceSignals()[at]!;
      for (const frame of frames) {
        signal.push(frame);
        if (frame.face !== null) reused.set(frame.face.landmarks);
        other.push(frame.face === null ? frame : { ...frame, face: { ...frame.face, landmarks: reused } });
        reused.fill(NaN);
      }
      expect(other.read()).toEqual(signal.read());
    }
  });

  it('are unavailable, each with a reason, before anything was seen', () => {
    for (const signal of createTraceSignals()) expect(signal.read().kind).toBe('unavailable');
  });
});
