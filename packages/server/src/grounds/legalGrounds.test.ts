import { beforeEach, describe, expect, it } from '@jest/globals';
import { LEGAL_GROUNDS, type ConsentRequest, type CreateSessionRequest } from '@huoti/protocol';
import { beginPlatform } from '../platform/beginPlatform.js';
import { readResult } from '../results/readResult.js';
import { beginPlan } from '../sessions/beginPlan.js';
import { issueSession } from '../sessions/issueSession.js';
import { recordConsent } from '../sessions/recordConsent.js';
import { viewSession } from '../sessions/viewSession.js';
import { createScriptedJudge } from '../testing/createScriptedJudge.js';
import { createTestContext, type TestContext } from '../testing/createTestContext.js';
import { createTestGuardian } from '../testing/createTestGuardian.js';
import { answered, driveSession, TEST_BEGIN, TEST_CONSENT } from '../testing/driveSession.js';
import {
  createPlatformBench,
  drivePlatform,
  TEST_PLATFORM_BEGIN,
} from '../testing/platform/drivePlatform.js';
import { judgeSession } from '../verdicts/judgeSession.js';
import { auditGrounds } from './auditGrounds.js';

const legalGround = { ground: 'criminal-procedure', reference: 'order 12/2026' } as const;
const request: CreateSessionRequest = { subject: 'anna', legalGround };

let context: TestContext;
beforeEach(async () => {
  context = await createTestContext({ settings: { legalGrounds: ['criminal-procedure'] } });
});

const codeOf = (answer: { ok: boolean; refusal?: { code: string } }) => answer.refusal?.code ?? 'ok';
const uses = (on: TestContext = context) =>
  [...on.store.tables.audit.values()].filter(({ action }) => action.startsWith('legal-ground'));
const claimsOf = async (sessionId: string) => {
  const answer = answered(await readResult(context, { clientId: 'bank', sessionId }));
  if (answer.kind !== 'result') throw new TypeError(`it is ${answer.state}`);
  const verified = await context.signer.verify('huoti-result+jwt', answer.jws);
  return verified.ok ? verified.claims : {};
};

describe('a ground in law', () => {
  it.each(LEGAL_GROUNDS)(
    '"%s" is refused where the settings do not allow it, as none are by themselves',
    async (ground) => {
      context = await createTestContext();
      const asked = { subject: 'anna', legalGround: { ground, reference: 'order 12/2026' } };
      expect(codeOf(await issueSession(context, { clientId: 'bank', request: asked }))).toBe(
        'INVALID_ARGUMENT',
      );
      expect(context.store.tables.sessions.size).toBe(0);
      expect(uses()).toEqual([]);
    },
  );

  it('that is allowed allows no other', async () => {
    const other = { ...request, legalGround: { ...legalGround, ground: 'other-law' as const } };
    expect(await issueSession(context, { clientId: 'bank', request: other })).toMatchObject({
      refusal: { code: 'INVALID_ARGUMENT', detail: expect.stringMatching(/"other-law" is not one/) },
    });
  });

  it('takes the place of the consent, and stands in the view and the result, which has no consent', async () => {
    const { sessionId } = await driveSession(context, { request });
    answered(await judgeSession(context, { sessionId, judge: createScriptedJudge() }));
    const view = answered(await viewSession(context, { sessionId })).body;
    expect([view.legalGround, view.consented]).toEqual(['criminal-procedure', false]);
    expect(await claimsOf(sessionId)).toMatchObject({ legalGround, consent: null });
    expect(context.store.tables.consents.size).toBe(0);
  });

  it('is no default: a session that names none asks for a consent, and its result names that', async () => {
    const { sessionId } = await driveSession(context, { until: 'issued' });
    expect(codeOf(await beginPlan(context, { sessionId, request: TEST_BEGIN }))).toBe('CONSENT_REQUIRED');
    const driven = await driveSession(context);
    answered(await judgeSession(context, { sessionId: driven.sessionId, judge: createScriptedJudge() }));
    expect(await claimsOf(driven.sessionId)).toMatchObject({
      legalGround: null,
      consent: { receiptId: expect.any(String), policyVersion: '1' },
    });
    expect(uses()).toEqual([]);
  });

  it('is written into the audit log at the issue and at the begin, by pseudonym, with its reference', async () => {
    const { sessionId } = await driveSession(context, { until: 'begun', request });
    const [issue, begin, ...more] = uses();
    expect(issue).toMatchObject({
      actor: 'system',
      action: 'legal-ground-use',
      object: sessionId,
      pseudonym: expect.stringMatching(/^[0-9a-f]{64}$/),
      facts: { ...legalGround, at: 'issue' },
    });
    expect(begin).toMatchObject({
      actor: `client:${sessionId}`,
      pseudonym: issue?.pseudonym,
      facts: { ...legalGround, at: 'begin' },
    });
    expect(more).toEqual([]);
    expect(JSON.stringify(uses())).not.toContain('anna');
  });

  it('is written into the audit log at each start, where any is allowed', async () => {
    await auditGrounds(context);
    expect(uses()).toMatchObject([{ action: 'legal-grounds-set', facts: { grounds: 'criminal-procedure' } }]);
    const without = await createTestContext();
    await auditGrounds(without);
    expect(uses(without)).toEqual([]);
  });

  it('and a consent exclude each other', async () => {
    const { sessionId } = await driveSession(context, { until: 'issued', request });
    expect(await recordConsent(context, { sessionId, request: TEST_CONSENT })).toMatchObject({
      refusal: { code: 'CONFLICT', detail: expect.stringMatching(/asks for no consent/) },
    });
    const guardianReceiptId = await createTestGuardian(context, { subject: 'anna' });
    const both = { ...request, guardianReceiptId };
    expect(codeOf(await issueSession(context, { clientId: 'bank', request: both }))).toBe('INVALID_ARGUMENT');
  });

  it("can't be set by a client: what it adds to a consent changes nothing of the session", async () => {
    const { sessionId, row } = await driveSession(context, { until: 'issued' });
    // The attacker adds the field that only a backend may send. Over HTTP the schema refuses it; below, nothing reads it.
    const forged = { ...TEST_CONSENT, choices: {}, legalGround } as ConsentRequest;
    expect(codeOf(await recordConsent(context, { sessionId, request: forged }))).toBe('CONSENT_REQUIRED');
    expect((await row()).legalGround).toBeNull();
    expect(codeOf(await beginPlan(context, { sessionId, request: TEST_BEGIN }))).toBe('CONSENT_REQUIRED');
  });

  it('that is allowed no more begins nothing that was issued before', async () => {
    const { sessionId } = await driveSession(context, { until: 'issued', request });
    const settings = { ...context.settings, legalGrounds: [] };
    const begin = await beginPlan({ ...context, settings }, { sessionId, request: TEST_BEGIN });
    expect(codeOf(begin)).toBe('CONSENT_REQUIRED');
  });

  it('does not stand against a person who asked that nothing of theirs be used', async () => {
    const { sessionId } = await driveSession(context, { until: 'issued', request });
    await context.store.transaction((tx) => tx.subjects.update('bank', 'anna', { restrictedAtMs: 1 }));
    expect(codeOf(await beginPlan(context, { sessionId, request: TEST_BEGIN }))).toBe('RESTRICTED');
    expect(codeOf(await issueSession(context, { clientId: 'bank', request }))).toBe('RESTRICTED');
  });

  it('goes on where a consent would have been taken back: there was none', async () => {
    const { sessionId, row } = await driveSession(context, { request });
    await context.store.transaction((tx) =>
      tx.subjects.update('bank', 'anna', { withdrawnAtMs: context.time.nowMs() + 1 }),
    );
    answered(await judgeSession(context, { sessionId, judge: createScriptedJudge() }));
    expect((await row()).state).toBe('decided');
  });

  it('begins a session that a platform decides, audited as well', async () => {
    const bench = await createPlatformBench({ settings: { legalGrounds: ['criminal-procedure'] } });
    const { sessionId } = await drivePlatform(bench, { until: 'issued', request });
    const { verifier } = bench;
    const begin = { sessionId, request: TEST_PLATFORM_BEGIN, verifier };
    expect(codeOf(await beginPlatform(bench.context, begin))).toBe('ok');
    expect(uses(bench.context).map(({ facts }) => facts['at'])).toEqual(['issue', 'begin']);
  });
});
