import { describe, expect, it } from '@jest/globals';
import { ACTIONS } from '@huoti/protocol';
import type { SessionEvent } from '@huoti/core';
import { createPerformance } from './createPerformance.js';
import { endOfMovement } from './Movement.js';
import { scriptOfPlan } from './scriptOfPlan.js';

const script = scriptOfPlan(['turn-left', 'blink', 'mouth-open']);

describe('createPerformance', () => {
  it('gives the same pose at the same time, in whatever order it is asked', () => {
    const forwards = createPerformance({ script, seed: 5 });
    const backwards = createPerformance({ script, seed: 5 });
    const times = Array.from({ length: 60 }, (_, n) => n * 211);
    const first = times.map((time) => forwards.poseAt(time));
    const second = times
      .slice()
      .reverse()
      .map((time) => backwards.poseAt(time));
    expect(second.reverse()).toEqual(first);
  });

  it('moves differently with another seed', () => {
    expect(createPerformance({ seed: 1 }).poseAt(4000)).not.toEqual(
      createPerformance({ seed: 2 }).poseAt(4000),
    );
  });

  it('starts no movement sooner than 280 ms after its prompt, and later than 1.4 s never', () => {
    for (let seed = 0; seed < 60; seed++) {
      const { startMs } = createPerformance({ seed }).perform('nod', 1000);
      expect(startMs).toBeGreaterThanOrEqual(1280);
      expect(startMs).toBeLessThanOrEqual(2400);
    }
  });

  it('turns left with positive yaw, right with negative, nods downwards', () => {
    const peak = (action: 'turn-left' | 'turn-right' | 'nod') => {
      const performance = createPerformance({ seed: 9 });
      const { startMs, riseMs } = performance.perform(action, 0);
      return performance.poseAt(startMs + riseMs);
    };
    expect(peak('turn-left').yawRadians).toBeGreaterThan(0.6);
    expect(peak('turn-right').yawRadians).toBeLessThan(-0.6);
    expect(peak('nod').pitchRadians).toBeLessThan(-0.28);
  });

  it('turns to one side and then to the other, whichever comes first', () => {
    for (const seed of [1, 2, 3, 4]) {
      const performance = createPerformance({ seed });
      const one = performance.perform('turn-one-side', 0).reach.yawRadians ?? 0;
      const other = performance.perform('turn-other-side', 9000).reach.yawRadians ?? 0;
      expect(one * other).toBeLessThan(0);
    }
  });

  it('comes back to rest after every action', () => {
    for (const action of ACTIONS) {
      const performance = createPerformance({ seed: 4 });
      const end = endOfMovement(performance.perform(action, 0));
      const pose = performance.poseAt(end + 1);
      expect(Math.abs(pose.yawRadians)).toBeLessThan(0.08);
      expect(Math.abs(pose.pitchRadians)).toBeLessThan(0.08);
      expect(pose.mouthOpen).toBeLessThan(0.05);
      expect(Math.abs(pose.distanceCm - 50)).toBeLessThan(2);
    }
  });

  it('blinks of itself ten to thirty times a minute', () => {
    const performance = createPerformance({ seed: 8 });
    let blinks = 0;
    let shut = false;
    for (let time = 0; time < 60_000; time += 10) {
      const now = performance.poseAt(time).blink > 0.5;
      if (now && !shut) blinks++;
      shut = now;
    }
    expect(blinks).toBeGreaterThanOrEqual(10);
    expect(blinks).toBeLessThanOrEqual(30);
  });

  it('never gives a pose that is no number, or lids beyond shut', () => {
    const performance = createPerformance({ script: scriptOfPlan(ACTIONS), seed: 3, talking: true });
    for (let time = 0; time < 45_000; time += 37) {
      const pose = performance.poseAt(time);
      for (const value of Object.values(pose)) expect(Number.isFinite(value)).toBe(true);
      expect(pose.blink).toBeLessThanOrEqual(1);
      expect(pose.distanceCm).toBeGreaterThan(25);
    }
  });

  it('stands still when frozen, like a photo', () => {
    const performance = createPerformance({ frozen: true, script });
    expect(performance.poseAt(9000)).toEqual(performance.poseAt(100));
  });

  it('turns the wrong way once when told so', () => {
    const performance = createPerformance({ firstTurnWrong: true });
    expect(performance.perform('turn-left', 0).reach.yawRadians).toBeLessThan(0);
    expect(performance.perform('turn-left', 5000).reach.yawRadians).toBeGreaterThan(0);
  });

  it('answers the challenges of a session until it is told to stop', () => {
    const listeners = new Set<(event: SessionEvent) => void>();
    const performance = createPerformance();
    const stop = performance.follow({
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    });
    const start: SessionEvent = {
      type: 'challenge-start',
      atMs: 700,
      action: 'blink',
      index: 0,
      count: 1,
      timeoutMs: 6000,
      again: false,
    };
    for (const listener of listeners) listener(start);
    expect(performance.movements.map(({ action }) => action)).toEqual(['blink']);
    stop();
    expect(listeners.size).toBe(0);
  });

  it('refuses a script that begins before the start', () => {
    expect(() => createPerformance({ script: [{ action: 'nod', atMs: -1 }] })).toThrow('atMs');
  });
});
