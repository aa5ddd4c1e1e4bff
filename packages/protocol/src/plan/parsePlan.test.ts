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

  it('reads whose own verification decides, where a policy says so, and a policy that says nothing of it', () => {
    const policy = { ...PLAN.policy, platform: 'wechat' } as const;
    expect(parsePlan({ ...PLAN, policy }).policy.platform).toBe('wechat');
    expect(parsePlan(PLAN).policy).not.toHaveProperty('platform');
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
    ['policy.platform', { policy: { ...PLAN.policy, platform: 'somebody' } }],
    ['policy.platform', { policy: { ...PLAN.policy, platform: null } }],
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

  it('reads a plan that is revealed a step at a time, from none of its steps to all', () => {
    for (const steps of [[], PLAN.steps])
      expect(parsePlan({ ...PLAN, steps, stepCount: 1 }).stepCount).toBe(1);
    const two = [...PLAN.steps, ...PLAN.steps];
    for (const wrong of [{ stepCount: 0 }, { stepCount: 9 }, { stepCount: 1, steps: two }, { steps: [] }]) {
      expect(isHuotiError(refusal({ ...PLAN, ...wrong }), 'PLAN_INVALID')).toBe(true);
    }
  });

  const stage = { colour: [0, 255, 255], durationMs: 600 };
  const light = { action: 'light', timeoutMs: 12000, stages: [stage, stage, stage] };

  it('reads a light step, once in a plan', () => {
    const plan = { ...PLAN, steps: [light, ...PLAN.steps] };
    expect(parsePlan(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
    const error = refusal({ ...PLAN, steps: [light, light] });
    expect(isHuotiError(error, 'PLAN_INVALID') && error.message).toContain('2 of them are light');
  });

  it.each([
    ['no stages', { stages: undefined }],
    ['two stages', { stages: [stage, stage] }],
    ['nine stages', { stages: Array.from({ length: 9 }, () => stage) }],
    ['a stage that is too short to be harmless', { stages: [stage, stage, { ...stage, durationMs: 399 }] }],
    ['a stage without end', { stages: [stage, stage, { ...stage, durationMs: 2001 }] }],
    ['two components', { stages: [stage, stage, { ...stage, colour: [0, 255] }] }],
    ['four components', { stages: [stage, stage, { ...stage, colour: [0, 255, 0, 255] }] }],
    ['a component over 255', { stages: [stage, stage, { ...stage, colour: [0, 256, 0] }] }],
    ['a component in parts', { stages: [stage, stage, { ...stage, colour: [0, 0.5, 0] }] }],
    ['a stage that says more', { stages: [stage, stage, { ...stage, text: 'hold still' }] }],
    ['no time', { timeoutMs: 0 }],
    ['stages of an action', { action: 'blink' }],
  ])('refuses a light step with %s', (_what, change) => {
    const error = refusal({ ...PLAN, steps: [{ ...light, ...change }] });
    expect(isHuotiError(error, 'PLAN_INVALID') && error.message).toContain('steps.0');
  });

  it('reads what a server puts into a policy, within bounds', () => {
    const kept = { evidenceMs: 0, picturesMs: 1, templateMs: 2, receiptMs: 3, resultMs: 4 };
    const policy = {
      ...PLAN.policy,
      actions: ['blink', 'nod'],
      actionCount: 2,
      requiredSignals: ['depth-from-motion'],
      retention: kept,
      attempts: { perHour: 5, perDay: 15 },
    };
    expect(parsePlan({ ...PLAN, policy }).policy).toEqual(policy);
    for (const wrong of [
      { actions: [] },
      { actions: ['dance'] },
      { actionCount: 0 },
      { requiredSignals: ['Depth'] },
      { retention: { ...kept, evidenceMs: -1 } },
      { retention: { evidenceMs: 1 } },
      { attempts: { perHour: 0, perDay: 1 } },
    ]) {
      const error = refusal({ ...PLAN, policy: { ...PLAN.policy, ...wrong } });
      expect(isHuotiError(error, 'PLAN_INVALID') && error.message).toContain('policy');
    }
  });

  it('tells a plan of another version from a broken one', () => {
    expect(isHuotiError(refusal({ ...PLAN, protocolVersion: 2 }), 'PROTOCOL_VERSION_UNSUPPORTED')).toBe(true);
    expect(isHuotiError(refusal({ ...PLAN, protocolVersion: '1' }), 'PLAN_INVALID')).toBe(true);
  });
});
