import { describe, expect, it } from '@jest/globals';
import { createSubject, type Subject } from '../testing/subject/createSubject.js';
import { createActionScanner } from './createActionScanner.js';
import type { FoundAction } from './FoundAction.js';

function scan(
  subject: Subject,
  untilMs: number,
  { lostFromMs = Infinity, lostToMs = Infinity } = {},
): FoundAction[] {
  const scanner = createActionScanner();
  const found: FoundAction[] = [];
  for (let now = 0; now < untilMs; now += 33) {
    const lost = now >= lostFromMs && now < lostToMs;
    found.push(...scanner.update(lost ? null : subject.observe(now)));
  }
  found.push(...scanner.finish());
  return found.sort((a, b) => a.startMs - b.startMs);
}

const names = (found: readonly FoundAction[]): string[] => found.map(({ action }) => action);

describe('createActionScanner', () => {
  it('finds what 6 people do, in order and in time, and nothing else', () => {
    const asked = ['blink', 'turn-left', 'mouth-open', 'turn-right', 'nod', 'blink'] as const;
    for (let seed = 1; seed <= 6; seed += 1) {
      const subject = createSubject({ seed, eyeOpening: 0.2 + 0.03 * seed });
      const spans: { startMs: number; endMs: number }[] = [];
      let now = 1500;
      for (const move of asked) {
        const endMs = subject.perform(move, now);
        spans.push({ startMs: now, endMs });
        now = endMs + 700;
      }
      const found = scan(subject, now);
      expect(names(found)).toEqual(asked);
      found.forEach(({ startMs, endMs, peak }, index) => {
        expect(startMs).toBeGreaterThanOrEqual(spans[index]?.startMs ?? 0);
        expect(endMs).toBeLessThanOrEqual((spans[index]?.endMs ?? 0) + 100);
        expect(peak).toBeGreaterThanOrEqual(1);
      });
    }
  });

  it('finds coming nearer, and going back as going away', () => {
    const subject = createSubject({ seed: 3 });
    const endMs = subject.perform('approach', 1500, { amplitude: 1.6, holdMs: 1500 });
    expect(names(scan(subject, endMs + 1500))).toEqual(['approach', 'away']);
  });

  it('finds nothing in a person who speaks, smiles and looks about', () => {
    for (let seed = 1; seed <= 4; seed += 1) {
      const subject = createSubject({ seed });
      let now = 1500;
      for (const move of ['talk', 'smile', 'look-up', 'look-down', 'gaze-down', 'wink'] as const) {
        now = subject.perform(move, now) + 500;
      }
      expect(names(scan(subject, now))).toEqual([]);
    }
  });

  it('keeps one turn whole when the face is lost in profile', () => {
    const subject = createSubject({ seed: 6 });
    subject.perform('turn-left', 1500, {
      latencyMs: 0,
      rampMs: 600,
      holdMs: 1500,
      returnMs: 600,
      amplitude: 1.5,
    });
    const found = scan(subject, 5000, { lostFromMs: 2200, lostToMs: 3400 });
    expect(names(found)).toEqual(['turn-left']);
    expect(found[0]?.endMs).toBeGreaterThan(3400);
  });

  it('does not call it a turn when a clip begins in profile', () => {
    const subject = createSubject({ seed: 7 });
    subject.perform('turn-right', 0, { latencyMs: -1000, rampMs: 10, holdMs: 3000 });
    expect(names(scan(subject, 4000))).toEqual([]);
  });

  it('lists a half-open mouth with its peak', () => {
    const subject = createSubject({ seed: 8 });
    subject.perform('mouth-open', 1500, { amplitude: 0.7, overshoot: 0 });
    const [found] = scan(subject, 5000);
    expect(found?.action).toBe('mouth-open');
    expect(found?.peak).toBeGreaterThan(0.55);
    expect(found?.peak).toBeLessThan(0.8);
  });
});
