import { describe, expect, it } from '@jest/globals';
import { createSubject } from './createSubject.js';

describe('createSubject', () => {
  it('is the same for the same seed and time, and another for another seed', () => {
    const once = createSubject({ seed: 3 }).observe(777).landmarks;
    expect(createSubject({ seed: 3 }).observe(777).landmarks).toEqual(once);
    expect(createSubject({ seed: 4 }).observe(777).landmarks).not.toEqual(once);
  });

  it('gives 478 points inside the frame, of one face in its box', () => {
    const { landmarks, box, frameWidthPx, frameHeightPx, presence } = createSubject().observe(0);
    expect(landmarks).toHaveLength(478 * 3);
    expect(box.xPx).toBeGreaterThan(0);
    expect(box.xPx + box.widthPx).toBeLessThan(frameWidthPx);
    expect(box.yPx).toBeGreaterThan(0);
    expect(box.yPx + box.heightPx).toBeLessThan(frameHeightPx);
    expect(presence).toBeGreaterThan(0.9);
  });

  it('waits as a human does before it moves, and is back at rest at the end it told', () => {
    const subject = createSubject({ seed: 9 });
    const endMs = subject.perform('turn-left', 1000);
    expect(Math.abs(subject.truth(1200).yawRadians)).toBeLessThan(0.05);
    expect(endMs).toBeGreaterThan(2000);
    expect(Math.abs(subject.truth(endMs).yawRadians)).toBeLessThan(0.05);
  });

  it('swings over and settles', () => {
    const subject = createSubject({ seed: 9 });
    subject.perform('turn-left', 0, {
      latencyMs: 0,
      rampMs: 500,
      holdMs: 1000,
      amplitude: 1,
      overshoot: 0.15,
    });
    const top = subject.truth(501).yawRadians;
    expect(top / subject.truth(900).yawRadians).toBeGreaterThan(1.08);
  });

  it('sees the same pose that it was given, within 5 degrees', () => {
    const subject = createSubject({ seed: 11, noise: 0 });
    subject.perform('turn-right', 0);
    for (let now = 0; now < 3000; now += 100) {
      expect(Math.abs(subject.observe(now).pose.yawRadians - subject.truth(now).yawRadians)).toBeLessThan(
        0.09,
      );
    }
  });

  it('blinks unasked as often as it is told', () => {
    const subject = createSubject({ seed: 2, blinksPerMinute: 20 });
    let blinks = 0;
    let shut = false;
    for (let now = 0; now < 60_000; now += 20) {
      const closed = subject.truth(now).leftLid > 0.5;
      if (closed && !shut) blinks += 1;
      shut = closed;
    }
    expect(blinks).toBeGreaterThanOrEqual(15);
    expect(blinks).toBeLessThanOrEqual(25);
  });
});
