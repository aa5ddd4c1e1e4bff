import { beforeEach, describe, expect, it } from '@jest/globals';
import { parsePlan, type SessionPolicy } from '@huoti/protocol';
import { createTestConsent } from '../testing/createTestConsent.js';
import { createTestContext, type TestContext } from '../testing/createTestContext.js';
import { answered, driveSession, sha256Hex, TEST_BEGIN, TEST_CONSENT } from '../testing/driveSession.js';
import { beginPlan } from './beginPlan.js';
import { completeSession } from './completeSession.js';
import { issueSession } from './issueSession.js';
import { listSessions } from './listSessions.js';
import { recordConsent } from './recordConsent.js';
import { reportOutcome } from './reportOutcome.js';
import { revealStep } from './revealStep.js';
import { viewSession } from './viewSession.js';

let context: TestContext;
const codeOf = (answer: { ok: boolean; refusal?: { code: string } }) => answer.refusal?.code ?? 'ok';
const reveal = (sessionId: string, index: number, changes: object = {}) =>
  revealStep(context, {
    sessionId,
    request: { index, head: sha256Hex(`${index}`), frames: 40, pictures: 9, ...changes },
  });

beforeEach(async () => {
  context = await createTestContext();
});

describe('issueSession', () => {
  it('gives an id of 128 bits, a token of 256 and the policy with its retention and attempts', async () => {
    const { body } = answered(await issueSession(context, { clientId: 'bank', request: {} }));
    expect(body.sessionId).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(body.clientToken).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(body.expiresAtMs).toBe(context.time.nowMs() + 600_000);
    expect(body.policy).toMatchObject({ name: 'default', evidenceLevel: 'frames', attempts: { perHour: 5 } });
  });

  it.each(['weak', '__proto__', 'constructor', 'toString'])(
    'refuses the policy %s, which is not allowed',
    async (policy) => {
      expect(codeOf(await issueSession(context, { clientId: 'bank', request: { policy } }))).toBe(
        'INVALID_ARGUMENT',
      );
    },
  );

  it('refuses a policy that is defined and not allowed by name', async () => {
    context = await createTestContext({ settings: { allowedPolicies: ['default'] } });
    const request = { policy: 'device-only' };
    expect(codeOf(await issueSession(context, { clientId: 'bank', request }))).toBe('INVALID_ARGUMENT');
  });

  it('refuses a reference that was never enrolled', async () => {
    expect(codeOf(await issueSession(context, { clientId: 'bank', request: { referenceId: 'anna' } }))).toBe(
      'NOT_FOUND',
    );
  });
});

describe('recordConsent', () => {
  it('gives the same receipt for the same consent, and another for another', async () => {
    const { sessionId } = await driveSession(context, { until: 'issued' });
    const first = answered(await recordConsent(context, { sessionId, request: TEST_CONSENT }));
    context.time.advanceBy(1000);
    expect(await recordConsent(context, { sessionId, request: TEST_CONSENT })).toEqual(first);
    const other = answered(
      await recordConsent(context, { sessionId, request: createTestConsent({ language: 'en' }) }),
    );
    expect(other.body.receiptId).not.toBe(first.body.receiptId);
  });

  it('is not changed after the begin, and can still be repeated then', async () => {
    const { sessionId } = await driveSession(context, { until: 'begun' });
    expect(
      codeOf(await recordConsent(context, { sessionId, request: createTestConsent({ language: 'en' }) })),
    ).toBe('CONFLICT');
    expect(codeOf(await recordConsent(context, { sessionId, request: TEST_CONSENT }))).toBe('ok');
  });
});

describe('beginPlan', () => {
  it.each(['none', 'trace', null] as const)(
    'refuses to begin at level frames with a consent to %s',
    async (level) => {
      const { sessionId } = await driveSession(context, { until: 'issued' });
      if (level) {
        const lower = await recordConsent(context, { sessionId, request: createTestConsent({ level }) });
        expect(codeOf(lower)).toBe('CONSENT_REQUIRED');
      }
      expect(codeOf(await beginPlan(context, { sessionId, request: TEST_BEGIN }))).toBe('CONSENT_REQUIRED');
    },
  );

  it('signs a head that tells how many steps there are and none of them', async () => {
    const { sessionId, plan, row } = await driveSession(context, { until: 'begun' });
    const verified = await context.signer.verify('huoti-plan+jwt', plan);
    const claims = verified.ok ? verified.claims : {};
    const { steps, planHash } = await row();
    expect(claims).toMatchObject({ iss: 'https://huoti.example', sid: sessionId });
    expect(parsePlan(claims['plan'])).toMatchObject({ steps: [], stepCount: steps?.length });
    expect(planHash).toBe(sha256Hex(plan));
  });

  it('hands out a whole plan at level none', async () => {
    const { plan } = await driveSession(context, { until: 'begun', request: { policy: 'device-only' } });
    const verified = await context.signer.verify('huoti-plan+jwt', plan);
    expect(parsePlan(verified.ok ? verified.claims['plan'] : null).steps).toHaveLength(4);
  });

  it('gives the same plan to the same request, also to two at once', async () => {
    const { sessionId } = await driveSession(context, { until: 'consented' });
    const [a, b] = await Promise.all(
      [1, 2].map(() => beginPlan(context, { sessionId, request: TEST_BEGIN })),
    );
    context.time.advanceBy(5000);
    expect(a).toEqual(b);
    expect(await beginPlan(context, { sessionId, request: TEST_BEGIN })).toEqual(a);
    expect(context.store.tables.attempts.size).toBe(1);
  });

  it('refuses a second plan for another request', async () => {
    const { sessionId } = await driveSession(context, { until: 'begun' });
    // The attacker did not like the steps' number and claims another camera, or another host.
    const other = { ...TEST_BEGIN, host: { ...TEST_BEGIN.host, os: 'iOS' } };
    expect(
      codeOf(await beginPlan(context, { sessionId, request: { ...TEST_BEGIN, mirroringKnown: false } })),
    ).toBe('CONFLICT');
    expect(codeOf(await beginPlan(context, { sessionId, request: other }))).toBe('CONFLICT');
  });

  it('refuses to begin what has run out', async () => {
    const { sessionId } = await driveSession(context, { until: 'consented' });
    context.time.advanceBy(600_000);
    expect(codeOf(await beginPlan(context, { sessionId, request: TEST_BEGIN }))).toBe('SESSION_EXPIRED');
  });

  it('keeps the very actions of a policy that names them', async () => {
    const policy: SessionPolicy = { name: 'clip', light: 'off', tripwires: 'report', evidenceLevel: 'trace' };
    const clip = { policy, actions: ['blink', 'nod'] } as const;
    context = await createTestContext({ settings: { policies: { clip }, allowedPolicies: ['clip'] } });
    const { row } = await driveSession(context, { until: 'begun', request: { policy: 'clip' } });
    expect((await row()).steps?.map(({ action }) => action)).toEqual(['blink', 'nod']);
  });
});

describe('revealStep', () => {
  it('reveals one step for each head, in order, then names the pictures', async () => {
    const { sessionId, row } = await driveSession(context, { until: 'begun' });
    const steps = (await row()).steps ?? [];
    for (const [index, step] of steps.entries()) {
      expect(await reveal(sessionId, index)).toEqual({ ok: true, body: { kind: 'step', index, step } });
    }
    const last = answered(await reveal(sessionId, steps.length)).body;
    expect(last.kind === 'pictures' && last.pictures.length).toBeGreaterThanOrEqual(8);
    expect(codeOf(await reveal(sessionId, steps.length + 1))).toBe('CONFLICT');
  });

  it('stamps an arrival once: the same request again changes nothing', async () => {
    const { sessionId, row } = await driveSession(context, { until: 'begun' });
    const first = await reveal(sessionId, 0);
    context.time.advanceBy(3000);
    expect(await reveal(sessionId, 0)).toEqual(first);
    expect((await row()).reveals).toEqual([expect.objectContaining({ atMs: context.time.nowMs() - 3000 })]);
  });

  it('refuses steps out of order', async () => {
    const { sessionId } = await driveSession(context, { until: 'begun' });
    // The attacker asks for a later step to render it beforehand.
    expect(codeOf(await reveal(sessionId, 1))).toBe('CONFLICT');
    expect(codeOf(await reveal(sessionId, 16))).toBe('CONFLICT');
  });

  it.each([
    ['head', { head: sha256Hex('edited') }],
    ['number of frames', { frames: 41 }],
    ['number of pictures', { pictures: 8 }],
  ])('ends the session of whoever commits a chunk again with another %s', async (_, changes) => {
    const { sessionId, row } = await driveSession(context, { until: 'begun' });
    const seen = answered(await reveal(sessionId, 0)).body;
    // The attacker has seen step 0 and would like chunk 0 to have been another one.
    const again = await reveal(sessionId, 0, changes);
    expect(codeOf(again)).toBe('EVIDENCE_INCONSISTENT');
    expect((await row()).state).toBe('expired');
    expect(seen.kind).toBe('step');
    expect(codeOf(await reveal(sessionId, 1))).toBe('SESSION_EXPIRED');
    expect([...context.store.tables.attempts.values()].map(({ state }) => state)).toEqual(['failed']);
  });

  it('lets a plan die whose first reveal comes after 30 s', async () => {
    const { sessionId } = await driveSession(context, { until: 'begun' });
    context.time.advanceBy(30_001);
    expect(codeOf(await reveal(sessionId, 0))).toBe('SESSION_EXPIRED');
  });

  it('reveals nothing before the begin, and nothing at level none', async () => {
    const early = await driveSession(context, { until: 'consented' });
    expect(codeOf(await reveal(early.sessionId, 0))).toBe('CONFLICT');
    const whole = await driveSession(context, {
      until: 'begun',
      request: { policy: 'device-only', subject: 'x' },
    });
    expect(codeOf(await reveal(whole.sessionId, 0))).toBe('CONFLICT');
  });

  it('asks for no picture at level trace', async () => {
    const { row } = await driveSession(context, { until: 'revealed', request: { policy: 'trace' } });
    expect((await row()).requestedPictures).toEqual([]);
  });
});

describe('reportOutcome', () => {
  const completed = { status: 'completed', durationMs: 9000 } as const;
  const begun = () => driveSession(context, { until: 'begun', request: { policy: 'device-only' } });

  it("decides as no more than the device's own word", async () => {
    const { sessionId } = await begun();
    const { body } = answered(await reportOutcome(context, { sessionId, request: completed }));
    expect(body).toMatchObject({ state: 'decided', outcome: { status: 'completed' } });
    expect(context.store.tables.verdicts.get(sessionId)).toMatchObject({
      verified: false,
      assurance: 'device-only',
    });
  });

  it('takes the same word again and no other', async () => {
    const { sessionId } = await begun();
    const first = await reportOutcome(context, { sessionId, request: completed });
    expect(await reportOutcome(context, { sessionId, request: completed })).toEqual(first);
    const other = { status: 'failed', reason: 'NO_FACE', durationMs: 1 } as const;
    expect(codeOf(await reportOutcome(context, { sessionId, request: other }))).toBe('SESSION_USED');
  });

  it.each([
    ['a reason that does not exist', { status: 'failed', reason: 'BORED', durationMs: 1 }],
    ['a failure without a reason', { status: 'failed', durationMs: 1 }],
    [
      'a gate that does not exist',
      { status: 'failed', reason: 'QUALITY_TOO_LOW', gate: 'x-y', durationMs: 1 },
    ],
    ['a completion with a reason', { status: 'completed', reason: 'NO_FACE', durationMs: 1 }],
  ] as const)('refuses %s', async (_, request) => {
    const { sessionId } = await begun();
    expect(codeOf(await reportOutcome(context, { sessionId, request }))).toBe('INVALID_ARGUMENT');
  });

  it('gives a client no say where evidence is judged', async () => {
    // The attacker simply says that all went well.
    const { sessionId } = await driveSession(context, { until: 'begun' });
    expect(codeOf(await reportOutcome(context, { sessionId, request: completed }))).toBe('CONFLICT');
  });

  it('takes no evidence at level none', async () => {
    const { sessionId } = await begun();
    expect(
      codeOf(await completeSession(context, { sessionId, request: { evidenceHash: 'a'.repeat(64) } })),
    ).toBe('CONFLICT');
  });
});

describe('views of a session', () => {
  it("answers alike for an unknown session and for another client's", async () => {
    const { sessionId } = await driveSession(context, { until: 'begun' });
    const unknown = await viewSession(context, { sessionId: 'A'.repeat(22), clientId: 'insurer' });
    expect(await viewSession(context, { sessionId, clientId: 'insurer' })).toEqual(unknown);
    expect(codeOf(unknown)).toBe('SESSION_UNKNOWN');
  });

  it("lists a client's own sessions only, newest first, page by page", async () => {
    const ids: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      ids.unshift((await driveSession(context, { until: 'issued' })).sessionId);
      context.time.advanceBy(1);
    }
    await driveSession(context, { until: 'issued', clientId: 'insurer' });
    const first = answered(await listSessions(context, { clientId: 'bank', limit: 2 }));
    const second = answered(
      await listSessions(context, {
        clientId: 'bank',
        limit: 2,
        ...(first.next ? { before: first.next } : {}),
      }),
    );
    expect([...first.sessions, ...second.sessions].map(({ sessionId }) => sessionId)).toEqual(ids);
    expect(second.next).toBeNull();
  });
});
