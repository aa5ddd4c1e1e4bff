import { describe, expect, it } from '@jest/globals';
import { createSubject, type Subject } from '../testing/subject/createSubject.js';
import type { SubjectMove } from '../testing/subject/SubjectMove.js';
import { createBaselineCollector } from './createBaselineCollector.js';
import type { PersonBaseline } from './PersonBaseline.js';

const HELD = { latencyMs: 0, rampMs: 1, holdMs: 5000, overshoot: 0 };

function readyAfter(subject: Subject, fps: number): { atMs: number; baseline: PersonBaseline } | null {
  const collector = createBaselineCollector();
  for (let now = 0; now < 3000; now += 1000 / fps) {
    const baseline = collector.update(subject.observe(now));
    if (baseline) return { atMs: now, baseline };
  }
  return null;
}

describe('createBaselineCollector', () => {
  it.each([15, 20, 30])('is ready within half a second at %i frames a second', (fps) => {
    const ready = readyAfter(createSubject({ eyeOpening: 0.24, restingMouth: 0.03 }), fps);
    expect(ready?.atMs).toBeGreaterThanOrEqual(300);
    expect(ready?.atMs).toBeLessThanOrEqual(500);
    expect(ready?.baseline.eyeOpenness).toBeCloseTo(0.24, 1);
    expect(ready?.baseline.mouthOpenness).toBeCloseTo(0.03, 1);
  });

  it('keeps the open-eye level when the person blinks meanwhile', () => {
    const calm = readyAfter(createSubject({ seed: 2 }), 30)?.baseline.eyeOpenness ?? 0;
    const subject = createSubject({ seed: 2 });
    subject.perform('blink', 0, { latencyMs: 80 });
    const blinked = readyAfter(subject, 30)?.baseline.eyeOpenness ?? 0;
    expect(Math.abs(blinked / calm - 1)).toBeLessThan(0.08);
  });

  it.each([
    ['blink', 1, 'eyes-closed'],
    ['mouth-open', 1, 'mouth-open'],
    ['turn-left', 1, 'head-turned'],
    ['look-down', 1.2, 'head-turned'],
  ] as const)('refuses to learn from a held %s', (move: SubjectMove, amplitude, refusal) => {
    const subject = createSubject();
    subject.perform(move, -10, { ...HELD, amplitude });
    const collector = createBaselineCollector();
    for (let now = 0; now < 2000; now += 33) {
      expect(collector.update(subject.observe(now))).toBeNull();
      expect(collector.refusal).toBe(refusal);
    }
  });

  it('refuses an observation without landmarks', () => {
    const collector = createBaselineCollector();
    const bare = { ...createSubject().observe(0), landmarks: new Float32Array(0) };
    expect(collector.update(bare)).toBeNull();
    expect(collector.refusal).toBe('no-landmarks');
  });
});
