import { describe, expect, it } from '@jest/globals';
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

/** What `parsePlan` throws for a value. */
function refusal(value: unknown): unknown {
  try {
    parsePlan(value);
  } catch (error) {
    return error;
  }
  return null;
}

describe('parsePlan', () => {
  it('gives a plan back as it is, with every action there is', () => {
    const plan = { ...PLAN, steps: ACTIONS.slice(0, 8).map((action) => ({ action, timeoutMs: 6000 })) };
    expect(parsePlan(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
  });

  it.each([
    ['nonce', { nonce: 'short' }],
    ['nonce', { nonce: PLAN.nonce.toUpperCase() }],
    ['steps', { steps: [] }],
    ['steps', { steps: Array.from({ length: 9 }, () => ({ action: 'blink', timeoutMs: 6000 })) }],
    ['steps.0', { steps: [{ action: 'dance', timeoutMs: 6000 }] }],
    ['steps.0', { steps: [{ action: 'blink', timeoutMs: 6000, again: true }] }],
    ['policy', { policy: { ...PLAN.policy, light: 'sometimes' } }],
    ['policy', { policy: { ...PLAN.policy, name: '../etc' } }],
    ['totalMs', { totalMs: Number.NaN }],
    ['totalMs', { totalMs: 1e9 }],
    ['faceSearchMs', { faceSearchMs: '15000' }],
    ['faceLostMs', { faceLostMs: 0.5 }],
    ['verified', { verified: true }],
  ])('refuses a wrong %s, naming the field', (field, change) => {
    const error = refusal({ ...PLAN, ...change });
    expect(isHuotiError(error, 'PLAN_INVALID') && error.message).toContain(field);
  });

  it.each([null, undefined, 7, 'plan', [], {}, new Date(0)])('refuses %p as no plan', (value) => {
    expect(isHuotiError(refusal(value), 'PLAN_INVALID')).toBe(true);
  });

  it('tells a plan of another version from a broken one', () => {
    expect(isHuotiError(refusal({ ...PLAN, protocolVersion: 2 }), 'PROTOCOL_VERSION_UNSUPPORTED')).toBe(true);
    expect(isHuotiError(refusal({ ...PLAN, protocolVersion: '1' }), 'PLAN_INVALID')).toBe(true);
  });
});
