import { describe, expect, it } from '@jest/globals';
import { isHuotiError } from '@huoti/protocol';
import { createSeededRandom } from '../testing/seededRandom.js';
import { createPlan } from './createPlan.js';

const LIGHT = { name: 'default', light: 'preferred', tripwires: 'report', evidenceLevel: 'none' } as const;

describe('createPlan', () => {
  const random = createSeededRandom(1);

  it('draws four different actions without light, at least one of them a turn, in a thousand plans', () => {
    for (let round = 0; round < 1000; round += 1) {
      const actions = createPlan({ random }).steps.map(({ action }) => action);
      expect(actions).toHaveLength(4);
      expect(new Set(actions).size).toBe(4);
      expect(actions.some((action) => action === 'turn-left' || action === 'turn-right')).toBe(true);
    }
  });

  it('has a slow approach in every plan without light', () => {
    const unavailable = { unavailable: 'reduced-motion' };
    for (let round = 0; round < 300; round += 1) {
      for (const plan of [
        createPlan({ random }),
        createPlan({ random, policy: LIGHT, light: unavailable }),
      ]) {
        expect(plan.steps).toHaveLength(4);
        expect(plan.steps.find(({ action }) => action === 'approach')?.timeoutMs).toBe(9000);
      }
    }
  });

  it('draws three different actions, a turn among them, and the light at any place between them', () => {
    const places = new Map<number, number>();
    for (let round = 0; round < 1000; round += 1) {
      const actions = createPlan({ random, policy: LIGHT }).steps.map(({ action }) => action);
      expect(actions).toHaveLength(4);
      expect(new Set(actions).size).toBe(4);
      expect(actions.some((action) => action === 'turn-left' || action === 'turn-right')).toBe(true);
      const place = actions.indexOf('light');
      places.set(place, (places.get(place) ?? 0) + 1);
    }
    expect([0, 1, 2, 3].every((place) => (places.get(place) ?? 0) > 180)).toBe(true);
  });

  it('refuses to plan without a light that the policy requires', () => {
    const policy = { ...LIGHT, light: 'required' } as const;
    expect(() => createPlan({ random, policy, light: { unavailable: 'no-screen-light' } })).toThrow(
      /no-screen-light/,
    );
    expect(createPlan({ random, policy }).steps.some(({ action }) => action === 'light')).toBe(true);
  });

  it('lights nothing where the policy wants none, and where exact actions name no light', () => {
    const plans = [
      createPlan({ random, light: 'available' }),
      createPlan({ random, policy: LIGHT, actions: ['blink', 'nod'] }),
    ];
    for (const { steps } of plans) expect(steps.map(({ action }) => action)).not.toContain('light');
    const named = createPlan({ random, policy: LIGHT, actions: ['blink', 'light'] });
    expect(named.steps.map(({ action }) => action)).toEqual(['blink', 'light']);
  });

  it('opens with each of the six actions about equally often', () => {
    const first = new Map<string, number>();
    for (let round = 0; round < 3000; round += 1) {
      const action = createPlan({ random }).steps[0]?.action ?? '';
      first.set(action, (first.get(action) ?? 0) + 1);
    }
    expect(first.size).toBe(6);
    for (const count of first.values()) expect(count).toBeGreaterThan(350);
  });

  it('never gives the same nonce twice in a thousand plans', () => {
    const nonces = new Set(Array.from({ length: 1000 }, () => createPlan({ random }).nonce));
    expect(nonces.size).toBe(1000);
  });

  it('asks both turns without a side where the camera may mirror', () => {
    const asked = (actions: readonly ('turn-left' | 'blink' | 'turn-right')[]) =>
      createPlan({ random, actions, mirroringKnown: false }).steps.map(({ action }) => action);
    expect(asked(['turn-left', 'blink'])).toEqual(['turn-one-side', 'turn-other-side', 'blink']);
    expect(asked(['turn-right', 'blink', 'turn-left'])).toEqual([
      'turn-one-side',
      'blink',
      'turn-other-side',
    ]);
  });

  it('refuses a count that six different actions can not fill', () => {
    for (const count of [0, 7, 2.5, Number.NaN]) {
      let thrown: unknown;
      try {
        createPlan({ random, count });
      } catch (error) {
        thrown = error;
      }
      expect(isHuotiError(thrown, 'INVALID_ARGUMENT')).toBe(true);
    }
  });

  it('refuses an empty list of actions as no plan', () => {
    expect(() => createPlan({ random, actions: [] })).toThrow(/steps/);
  });
});
