import { describe, expect, it } from '@jest/globals';
import { createSeededRandom } from '../testing/seededRandom.js';
import { drawLightStages, LEAST_CHANNEL_CHANGES, LIT_LEVEL, UNLIT_LEVEL } from './drawLightStages.js';

describe('drawLightStages', () => {
  const random = createSeededRandom(9);
  const drawn = Array.from({ length: 2000 }, () => drawLightStages(random));

  it('draws colours that each differ from the one before by two full channels, and a dark one', () => {
    for (const stages of drawn) {
      const colours = stages.map(({ colour }) => colour);
      for (let at = 1; at < colours.length; at += 1) {
        const changed = colours[at]!.filter((level, channel) => level !== colours[at - 1]![channel]);
        expect(changed.length).toBeGreaterThanOrEqual(LEAST_CHANNEL_CHANGES);
      }
      expect(colours.some((colour) => colour.every((level) => level === UNLIT_LEVEL))).toBe(true);
    }
  });

  it('lights every channel at least twice and leaves it dark at least twice', () => {
    for (const stages of drawn) {
      for (const channel of [0, 1, 2]) {
        const lit = stages.filter(({ colour }) => colour[channel] === LIT_LEVEL).length;
        expect(Math.min(lit, stages.length - lit)).toBeGreaterThanOrEqual(2);
      }
    }
  });

  it('lasts for five frames of a slow camera each, at times that no two plans share', () => {
    const times = new Set<string>();
    for (const stages of drawn) {
      for (const { durationMs } of stages) expect(durationMs * 0.01).toBeGreaterThanOrEqual(5);
      times.add(stages.map(({ durationMs }) => durationMs).join(' '));
    }
    expect(times.size).toBe(drawn.length);
  });

  it('repeats no order of colours more often than once in two hundred plans', () => {
    const orders = new Map<string, number>();
    for (const stages of drawn) {
      const order = stages.map(({ colour }) => colour.join()).join(' ');
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
    expect(Math.max(...orders.values())).toBeLessThan(drawn.length / 200);
  });
});
