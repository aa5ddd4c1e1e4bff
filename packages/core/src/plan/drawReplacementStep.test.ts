import { describe, expect, it } from '@jest/globals';
import type { PlanStep } from '@huoti/protocol';
import { createSeededRandom } from '../testing/seededRandom.js';
import { createPlan } from './createPlan.js';
import { drawReplacementStep } from './drawReplacementStep.js';
import { DEVICE_ONLY_POLICIES } from './policies.js';
import { APPROACH_TIMEOUT_MS } from './stepTimes.js';

describe('drawReplacementStep', () => {
  const random = createSeededRandom(12);

  it('makes of every drawn plan one without light: four different actions, a slow approach among them', () => {
    for (let round = 0; round < 1000; round += 1) {
      const { steps } = createPlan({ random, policy: DEVICE_ONLY_POLICIES.default });
      const replacement = drawReplacementStep({ random, steps });
      const actions = steps.map((step): PlanStep => (step.action === 'light' ? replacement : step));
      expect(new Set(actions.map(({ action }) => action)).size).toBe(4);
      const approach = actions.find(({ action }) => action === 'approach');
      expect(approach?.timeoutMs).toBe(APPROACH_TIMEOUT_MS);
    }
  });

  it('is not known beforehand where approach was asked already', () => {
    const steps: PlanStep[] = [
      { action: 'turn-left', timeoutMs: 6000 },
      { action: 'approach', timeoutMs: 9000 },
    ];
    const drawn = new Set(Array.from({ length: 60 }, () => drawReplacementStep({ random, steps }).action));
    expect(Array.from(drawn).sort()).toEqual(['blink', 'mouth-open', 'nod']);
  });

  it('is still an action where all six were asked', () => {
    const six = ['blink', 'mouth-open', 'turn-left', 'turn-right', 'nod', 'approach'] as const;
    const steps = six.map((action) => ({ action, timeoutMs: 6000 }));
    expect(drawReplacementStep({ random, steps }).action).toBe('away');
  });
});
