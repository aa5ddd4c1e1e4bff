import { describe, expect, it } from '@jest/globals';
import type { LightStage } from '@huoti/protocol';
import { createSeededRandom } from '../testing/seededRandom.js';
import { checkFlashRules } from './checkFlashRules.js';
import { drawLightStages } from './drawLightStages.js';

const DARK: LightStage['colour'] = [0, 0, 0];
const WHITE: LightStage['colour'] = [255, 255, 255];
const sequence = (durationMs: number, ...colours: LightStage['colour'][]) =>
  colours.map((colour) => ({ colour, durationMs }));
const rules = (stages: ReturnType<typeof sequence>): string[] =>
  checkFlashRules(stages).map(({ rule }) => rule);

describe('checkFlashRules', () => {
  it('finds no fault in ten thousand drawn sequences', () => {
    const random = createSeededRandom(5);
    for (let round = 0; round < 10_000; round += 1) {
      const stages = drawLightStages(random);
      const faults = checkFlashRules(stages);
      if (faults.length > 0) expect({ stages, faults }).toEqual({ stages, faults: [] });
    }
  });

  it('refuses a strobe of five flashes a second', () => {
    const strobe = sequence(100, DARK, WHITE, DARK, WHITE, DARK, WHITE, DARK, WHITE);
    expect(rules(strobe)).toContain('general-flash');
  });

  it('counts the page before and behind the colours as the worst that it can be', () => {
    // Five changes within a second among the colours, and one to and one from the page.
    expect(rules(sequence(160, DARK, WHITE, DARK, WHITE, DARK, WHITE))).toContain('general-flash');
    expect(rules(sequence(160, DARK, WHITE, DARK, WHITE, DARK))).toEqual([]);
  });

  it('adds up small steps in one direction', () => {
    const steps = [0, 60, 90, 120, 90, 60, 0].map((level): LightStage['colour'] => [level, level, level]);
    expect(rules(sequence(30, ...steps, ...steps, ...steps, ...steps))).toContain('general-flash');
  });

  it('lets colours change as often as they like that are all nearly white, or all nearly alike', () => {
    const pale: LightStage['colour'] = [235, 235, 235];
    expect(rules(sequence(50, WHITE, pale, WHITE, pale, WHITE, pale, WHITE, pale, WHITE))).toEqual([]);
    const grey: LightStage['colour'] = [100, 100, 100];
    const near: LightStage['colour'] = [110, 110, 110];
    expect(rules(sequence(50, grey, near, grey, near, grey, near, grey, near, grey))).toEqual([]);
  });

  it.each<[string, LightStage['colour']]>([
    ['red', [255, 0, 0]],
    ['orange red', [255, 60, 0]],
    ['dark red', [120, 20, 20]],
  ])('shows no %s, flashing or not', (_name, colour) => {
    expect(rules(sequence(2000, DARK, colour, DARK))).toEqual(['saturated-red']);
  });

  it('refuses red flashes by their own rule, where the lightness hardly changes', () => {
    // Both have the same relative luminance: only the red flashes.
    const red: LightStage['colour'] = [255, 0, 0];
    const green: LightStage['colour'] = [0, 148, 0];
    const found = rules(sequence(100, red, green, red, green, red, green, red, green));
    expect(found).toContain('red-flash');
    expect(found).not.toContain('general-flash');
  });

  it('has nothing against magenta and yellow, half of whose light is not red', () => {
    expect(rules(sequence(400, DARK, [255, 0, 255], [255, 255, 0], WHITE))).toEqual([]);
  });
});
