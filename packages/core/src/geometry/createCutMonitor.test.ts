import { describe, expect, it } from '@jest/globals';
import { createSubject, type Subject } from '../testing/subject/createSubject.js';
import { createCutMonitor } from './createCutMonitor.js';

const FRAME_MS = 1000 / 30;

/** Frames of `before` up to a time, then of `after`, the second face put exactly onto the first. */
function playCut(before: Subject, after: Subject, cutMs: number, untilMs = 4000): number | null {
  const monitor = createCutMonitor();
  for (let atMs = 0; atMs < untilMs; atMs += FRAME_MS) {
    const { landmarks, pose } = (atMs < cutMs ? before : after).observe(atMs);
    if (monitor.update(landmarks, pose, atMs).changed) return atMs;
  }
  return null;
}

describe('createCutMonitor', () => {
  it('sees, within a third of a second, a cut to a head of another shape in the same place', () => {
    // The attacker cuts to a second person between two frames, who sits exactly where the first sat.
    const seenMs = playCut(
      createSubject({ headWidth: 0.88 }),
      createSubject({ seed: 2, headWidth: 1.14 }),
      1500,
    );
    expect(seenMs).toBeGreaterThanOrEqual(1500);
    expect(seenMs).toBeLessThan(1850);
  });

  it('stays silent for thirty people who blink, talk, turn and nod', () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const person = createSubject({ seed, blinksPerMinute: 20, noise: 0.003 });
      const move = (['turn-left', 'nod', 'mouth-open', 'smile', 'approach'] as const)[seed % 5] ?? 'nod';
      person.perform(move, 800);
      person.perform('talk', 2200);
      expect({ seed, seenMs: playCut(person, person, 0) }).toEqual({ seed, seenMs: null });
    }
  });

  it('does not compare across a gap: a face that was away may look different', () => {
    const monitor = createCutMonitor();
    const one = createSubject({ headWidth: 0.88 });
    const other = createSubject({ seed: 2, headWidth: 1.14 });
    let changed = false;
    for (let frame = 0; frame < 60; frame += 1) {
      const atMs = frame * FRAME_MS + (frame < 30 ? 0 : 500);
      const { landmarks, pose } = (frame < 30 ? one : other).observe(atMs);
      changed ||= monitor.update(landmarks, pose, atMs).changed;
    }
    expect(changed).toBe(false);
  });
});
