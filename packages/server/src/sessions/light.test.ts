import { describe, expect, it } from '@jest/globals';
import { createTestContext, type TestContext } from '../testing/createTestContext.js';
import { answered, driveSession, sha256Hex, TEST_BEGIN } from '../testing/driveSession.js';
import { beginPlan } from './beginPlan.js';
import { revealStep } from './revealStep.js';

let context: TestContext;
const codeOf = (answer: { ok: boolean; refusal?: { code: string } }) => answer.refusal?.code ?? 'ok';
const policy = (light: 'required' | 'preferred' | 'off') => ({
  policy: { name: 'lit', light, tripwires: 'report', evidenceLevel: 'frames' } as const,
});
const setUp = async (light: 'required' | 'preferred' | 'off') => {
  context = await createTestContext({
    settings: { policies: { lit: policy(light) }, allowedPolicies: ['lit'] },
  });
  return driveSession(context, { until: 'consented', request: { policy: 'lit' } });
};
const begin = (sessionId: string, light: boolean) =>
  beginPlan(context, { sessionId, request: { ...TEST_BEGIN, light } });
const reveal = (sessionId: string, index: number, changes: object = {}) =>
  revealStep(context, {
    sessionId,
    request: { index, head: sha256Hex(`${index}`), frames: 40, pictures: 12, ...changes },
  });

/** Reveals up to the light step and stands before it. */
async function beforeLight(
  sessionId: string,
  row: () => Promise<{ steps: readonly { action: string }[] | null }>,
) {
  const { steps } = await row();
  const at = (steps ?? []).findIndex(({ action }) => action === 'light');
  for (let index = 0; index < at; index += 1) answered(await reveal(sessionId, index));
  return at;
}

describe('light in a session', () => {
  it('is a step of the plan where the policy wants it and the client offers it', async () => {
    const { sessionId, row } = await setUp('preferred');
    answered(await begin(sessionId, true));
    const steps = (await row()).steps ?? [];
    expect(steps.filter(({ action }) => action === 'light')).toHaveLength(1);
    expect(steps).toHaveLength(4);
  });

  it('gives way to a fourth action and a slow approach where the client offers none', async () => {
    const { sessionId, row } = await setUp('preferred');
    answered(await begin(sessionId, false));
    const actions = ((await row()).steps ?? []).map(({ action }) => action);
    expect(actions).toHaveLength(4);
    expect(actions).toContain('approach');
    expect(actions).not.toContain('light');
  });

  it('that is required and not offered refuses the begin', async () => {
    const { sessionId } = await setUp('required');
    expect(codeOf(await begin(sessionId, false))).toBe('SIGNALS_INSUFFICIENT');
    expect(codeOf(await begin(sessionId, true))).toBe('ok');
  });

  it('is the same plan at the same begin, and a conflict at one that offers something else', async () => {
    const { sessionId } = await setUp('preferred');
    const first = await begin(sessionId, true);
    expect(await begin(sessionId, true)).toEqual(first);
    expect(codeOf(await begin(sessionId, false))).toBe('CONFLICT');
  });

  it('is swapped for an action as it is revealed in a scene that is too bright, and stays swapped', async () => {
    const { sessionId, row } = await setUp('preferred');
    answered(await begin(sessionId, true));
    const at = await beforeLight(sessionId, row);
    const first = answered(await reveal(sessionId, at, { tooBright: true }));
    expect(first.body).toMatchObject({ kind: 'step', index: at });
    expect(first.body.kind === 'step' && first.body.step.action).not.toBe('light');
    // Asked again without the word, the answer is the same: nobody gets to choose between two steps.
    expect(answered(await reveal(sessionId, at)).body).toEqual(first.body);
    const actions = ((await row()).steps ?? []).map(({ action }) => action);
    expect(new Set(actions).size).toBe(actions.length);
    expect(actions).toContain('approach');
  });

  it('that is required stays, however bright a client says that it is', async () => {
    const { sessionId, row } = await setUp('required');
    answered(await begin(sessionId, true));
    const at = await beforeLight(sessionId, row);
    const { body } = answered(await reveal(sessionId, at, { tooBright: true }));
    expect(body.kind === 'step' && body.step.action).toBe('light');
  });
});
