import { describe, expect, it } from '@jest/globals';
import { createSubject } from '../testing/subject/createSubject.js';
import { createSignatureMonitor } from './createSignatureMonitor.js';
import { faceSignature } from './faceSignature.js';
import { RECENT_FACE_DISTANCE, signatureDistance } from './signatureDistance.js';

describe('faceSignature and signatureDistance', () => {
  it('stay under the limit in one person who looks a little aside', () => {
    const subject = createSubject({ seed: 5, noise: 0 });
    const first = faceSignature(subject.observe(0).landmarks);
    subject.perform('turn-left', 0, { latencyMs: 0, rampMs: 100, holdMs: 900, amplitude: 0.3, overshoot: 0 });
    expect(signatureDistance(first, faceSignature(subject.observe(600).landmarks))).toBeLessThan(
      RECENT_FACE_DISTANCE,
    );
  });

  it('are 0 apart from themselves, and the same both ways', () => {
    const a = faceSignature(createSubject({ seed: 1 }).observe(0).landmarks);
    const b = faceSignature(createSubject({ seed: 2 }).observe(0).landmarks);
    expect(signatureDistance(a, a)).toBe(0);
    expect(signatureDistance(a, b)).toBeCloseTo(signatureDistance(b, a), 12);
    expect(signatureDistance(a, b)).toBeGreaterThan(0.02);
  });
});

describe('createSignatureMonitor', () => {
  it('raises no alarm over a person who speaks, smiles, blinks, turns and comes nearer', () => {
    for (let seed = 1; seed <= 4; seed += 1) {
      const subject = createSubject({ seed, blinksPerMinute: 20 });
      let atMs = 500;
      for (const move of ['talk', 'smile', 'turn-left', 'approach', 'nod', 'mouth-open'] as const) {
        atMs = subject.perform(move, atMs);
      }
      const monitor = createSignatureMonitor();
      for (let now = 0; now < atMs; now += 33) {
        const { landmarks, pose } = subject.observe(now);
        expect(monitor.update(landmarks, pose, now).changed).toBe(false);
      }
    }
  });

  it('notices a face of another shape after six frames, and not before', () => {
    const before = createSubject({ seed: 1 });
    const other = Array.from({ length: 30 }, (_, index) => createSubject({ seed: 2 + index })).find(
      (each) =>
        signatureDistance(
          faceSignature(before.observe(0).landmarks),
          faceSignature(each.observe(0).landmarks),
        ) >
        RECENT_FACE_DISTANCE + 0.05,
    );
    if (!other) throw new Error('no two of 30 subjects differ enough');
    const monitor = createSignatureMonitor();
    for (let now = 0; now < 1000; now += 33) {
      const { landmarks, pose } = before.observe(now);
      monitor.update(landmarks, pose, now);
    }
    const verdicts: boolean[] = [];
    for (let now = 1000; now < 1260; now += 33) {
      const { landmarks, pose } = other.observe(now);
      verdicts.push(monitor.update(landmarks, pose, now).changed);
    }
    expect(verdicts.slice(0, 5)).toEqual([false, false, false, false, false]);
    expect(verdicts[5]).toBe(true);
  });

  it('says nothing of a face that looks aside', () => {
    const subject = createSubject();
    subject.perform('turn-left', 0, { latencyMs: 0, rampMs: 100, holdMs: 900 });
    const { landmarks, pose } = subject.observe(600);
    expect(createSignatureMonitor().update(landmarks, pose, 600)).toEqual({ distance: null, changed: false });
  });
});
