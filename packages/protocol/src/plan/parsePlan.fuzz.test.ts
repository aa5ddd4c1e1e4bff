import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isHuotiError } from '../errors/HuotiError.js';
import { ACTIONS } from './actions.js';
import type { LivenessPlan } from './LivenessPlan.js';
import { parsePlan } from './parsePlan.js';

const PLAN: LivenessPlan = {
  protocolVersion: 1,
  nonce: '00112233445566778899aabbccddeeff',
  policy: { name: 'no-light', light: 'off', tripwires: 'report', evidenceLevel: 'none' },
  steps: [{ action: 'blink', timeoutMs: 6000 }],
  faceSearchMs: 15000,
  totalMs: 30000,
  faceLostMs: 2000,
};
/** Longest time for one value, in ms, on a machine that does other things as well. */
const LIMIT_MS = 2000;

function survives(value: unknown): LivenessPlan | null {
  const beganMs = performance.now();
  try {
    return parsePlan(value);
  } catch (error) {
    if (!isHuotiError(error)) throw error;
    expect(['PLAN_INVALID', 'PROTOCOL_VERSION_UNSUPPORTED']).toContain(error.code);
    // It goes to a log and to a screen: whatever the value was, the line stays one that can be shown.
    expect(error.message.length).toBeLessThan(400);
    return null;
  } finally {
    expect(performance.now() - beganMs).toBeLessThan(LIMIT_MS);
  }
}

describe('parsePlan stands whatever comes', () => {
  it('any value at all', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
    });
    fc.assert(
      fc.property(anything, (value) => expect(survives(value)).toBeNull()),
      { numRuns: 2000, seed: 21 },
    );
  });

  it('a plan with members replaced, as it comes out of JSON', () => {
    const members = fc.constantFrom(...Object.keys(PLAN), 'stepCount', 'comparison', 'extra');
    const change = fc.tuple(members, fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.double()));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const plan = survives({ ...PLAN, ...Object.fromEntries(changes) });
        if (plan === null) return;
        // Whatever passed can be carried out: known actions, times that end.
        for (const { action, timeoutMs } of plan.steps) {
          expect(ACTIONS).toContain(action);
          expect(timeoutMs).toBeGreaterThan(0);
          expect(Number.isFinite(timeoutMs)).toBe(true);
        }
        expect(plan.steps.length).toBeLessThanOrEqual(plan.stepCount ?? plan.steps.length);
      }),
      { numRuns: 3000, seed: 22 },
    );
  });

  it('a list of steps without end costs no more than its reading', () => {
    const steps = Array.from({ length: 100_000 }, () => ({ action: 'blink', timeoutMs: 6000 }));
    expect(survives({ ...PLAN, steps })).toBeNull();
  });
});
