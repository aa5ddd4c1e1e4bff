import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CreateSessionRequest } from '@huoti/protocol';
import { beginPlan } from '../sessions/beginPlan.js';
import { issueSession } from '../sessions/issueSession.js';
import { judgeSession } from '../verdicts/judgeSession.js';
import { createScriptedJudge } from '../testing/createScriptedJudge.js';
import { createTestContext, type TestContext } from '../testing/createTestContext.js';
import { driveSession, TEST_BEGIN } from '../testing/driveSession.js';
import { expire } from '../retention/expire.js';
import { attemptScopes } from './attemptScopes.js';

let context: TestContext;
const ANNA: CreateSessionRequest = { subject: 'anna' };
const HOUR_MS = 3_600_000;
const codeOf = (answer: { ok: boolean; refusal?: { code: string } }) => answer.refusal?.code ?? 'ok';
const issue = (request = ANNA, clientId = 'bank') => issueSession(context, { clientId, request });

/** One whole session with a judge that says so. */
async function decided(reason: 'NO_FACE' | null, request = ANNA): Promise<void> {
  const { sessionId } = await driveSession(context, { request });
  await judgeSession(context, {
    sessionId,
    judge: createScriptedJudge({ reason, verified: reason === null }),
  });
}

beforeEach(async () => {
  context = await createTestContext();
});

describe('attempts', () => {
  it('refuses the sixth try of an hour after five failed, and says when the next is let in', async () => {
    const startMs = context.time.nowMs();
    for (let count = 0; count < 5; count += 1) await decided('NO_FACE');
    const answer = await issue();
    expect(answer).toMatchObject({ refusal: { code: 'TOO_MANY_ATTEMPTS', retryable: true } });
    const retryAfterS = answer.ok ? NaN : (answer.refusal.retryAfterS ?? NaN);
    const oldest = Math.min(...[...context.store.tables.attempts.values()].map(({ atMs }) => atMs));
    expect(retryAfterS).toBe(Math.ceil((oldest + HOUR_MS - context.time.nowMs()) / 1000));
    expect(oldest).toBeGreaterThanOrEqual(startMs);
    context.time.advanceBy(retryAfterS * 1000 - 1000);
    expect(codeOf(await issue())).toBe('TOO_MANY_ATTEMPTS');
    context.time.advanceBy(1000);
    expect(codeOf(await issue())).toBe('ok');
  });

  it('refuses the sixteenth try of a day after fifteen failed', async () => {
    for (let count = 0; count < 15; count += 1) {
      await decided('NO_FACE');
      context.time.advanceBy(HOUR_MS);
    }
    expect(codeOf(await issue())).toBe('TOO_MANY_ATTEMPTS');
    context.time.advanceBy(9 * HOUR_MS);
    expect(codeOf(await issue())).toBe('ok');
  });

  it('counts no session that passed', async () => {
    for (let count = 0; count < 6; count += 1) await decided(null);
    expect(codeOf(await issue())).toBe('ok');
  });

  it('counts a session that was begun and never completed', async () => {
    for (let count = 0; count < 5; count += 1) await driveSession(context, { until: 'begun', request: ANNA });
    context.time.advanceBy(300_000);
    expect((await expire(context)).sessionsEnded).toBe(5);
    expect([...context.store.tables.attempts.values()].map(({ state }) => state)).toEqual(
      Array(5).fill('failed'),
    );
    expect(codeOf(await issue())).toBe('TOO_MANY_ATTEMPTS');
  });

  it('counts nothing that was issued and not begun', async () => {
    for (let count = 0; count < 20; count += 1) expect(codeOf(await issue())).toBe('ok');
  });

  it('counts each subject, each reference and each client apart', async () => {
    for (let count = 0; count < 5; count += 1) await decided('NO_FACE');
    expect(codeOf(await issue({ subject: 'ben' }))).toBe('ok');
    expect(codeOf(await issue({}))).toBe('ok');
    expect(codeOf(await issue(ANNA, 'insurer'))).toBe('ok');
    expect(attemptScopes({ clientId: 'bank', subject: 'a', referenceId: 'b' })).toEqual([
      'subject:bank:a',
      'reference:bank:b',
    ]);
  });

  it('counts sessions without a name for their client as a whole', async () => {
    for (let count = 0; count < 5; count += 1) await decided('NO_FACE', {});
    expect(codeOf(await issue({}))).toBe('TOO_MANY_ATTEMPTS');
    expect(codeOf(await issue(ANNA))).toBe('ok');
  });

  it('takes the limits of a policy that has its own', async () => {
    const policy = { name: 'strict', light: 'off', tripwires: 'report', evidenceLevel: 'frames' } as const;
    const strict = { policy, attempts: { perHour: 1, perDay: 2 } };
    context = await createTestContext({ settings: { policies: { strict }, allowedPolicies: ['strict'] } });
    await decided('NO_FACE', { ...ANNA, policy: 'strict' });
    expect(codeOf(await issue({ ...ANNA, policy: 'strict' }))).toBe('TOO_MANY_ATTEMPTS');
  });
});

describe('attacks on the attempts', () => {
  it('lets no more of twenty parallel sessions begin than the limit allows', async () => {
    // The attacker has twenty sessions issued while none counts yet, then begins them all at the same moment.
    const sessions = [];
    for (let count = 0; count < 20; count += 1) {
      sessions.push(await driveSession(context, { until: 'consented', request: ANNA }));
    }
    const answers = await Promise.all(
      sessions.map(({ sessionId }) => beginPlan(context, { sessionId, request: TEST_BEGIN })),
    );
    const codes = answers.map(codeOf);
    expect(codes.filter((code) => code === 'ok')).toHaveLength(5);
    expect(codes.filter((code) => code === 'TOO_MANY_ATTEMPTS')).toHaveLength(15);
  });

  it('gives no try back for an open session', async () => {
    for (let count = 0; count < 5; count += 1) await driveSession(context, { until: 'begun', request: ANNA });
    // The attacker leaves five sessions open to look at their plans, hoping for an easier one.
    expect(codeOf(await issue())).toBe('TOO_MANY_ATTEMPTS');
  });
});
