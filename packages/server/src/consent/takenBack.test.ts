import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CreateSessionRequest } from '@huoti/protocol';
import { withdrawGuardianConsent } from '../guardians/withdrawGuardianConsent.js';
import { beginPlatform } from '../platform/beginPlatform.js';
import { completePlatform } from '../platform/completePlatform.js';
import { judgePlatform } from '../platform/judgePlatform.js';
import { beginPlan } from '../sessions/beginPlan.js';
import { completeSession } from '../sessions/completeSession.js';
import { issueSession } from '../sessions/issueSession.js';
import { recordConsent } from '../sessions/recordConsent.js';
import { reportOutcome } from '../sessions/reportOutcome.js';
import { createScriptedJudge } from '../testing/createScriptedJudge.js';
import { createTestConsent } from '../testing/createTestConsent.js';
import { createTestContext, type TestContext } from '../testing/createTestContext.js';
import { createTestGuardian } from '../testing/createTestGuardian.js';
import { answered, driveSession, TEST_BEGIN, TEST_CONSENT } from '../testing/driveSession.js';
import {
  createPlatformBench,
  drivePlatform,
  TEST_PLATFORM_BEGIN,
} from '../testing/platform/drivePlatform.js';
import { judgeSession } from '../verdicts/judgeSession.js';
import { endUnconsented } from './endUnconsented.js';

const ANNA = { clientId: 'bank', subject: 'anna' };
const AS_ANNA: CreateSessionRequest = { subject: 'anna' };

let context: TestContext;
beforeEach(async () => {
  context = await createTestContext();
});

const codeOf = (answer: { ok: boolean; refusal?: { code: string } }) => answer.refusal?.code ?? 'ok';
const actions = () => [...context.store.tables.audit.values()].map(({ action }) => action);

/** The rows that a withdrawal changes, and no more: sessions that are under way are not ended by it. */
async function takeBack(on: TestContext = context): Promise<void> {
  on.time.advanceBy(1000);
  await on.store.transaction(async (tx) => {
    const atMs = on.time.nowMs();
    await tx.consents.withdraw('bank', 'anna', atMs);
    await tx.subjects.update('bank', 'anna', { withdrawnAtMs: atMs });
  });
  on.time.advanceBy(1000);
}

/** What is left of a session that nobody's consent carries: it has ended, and its evidence is gone with the key. */
async function expectEnded(sessionId: string): Promise<void> {
  const { sessions, parts, verdicts, attempts } = context.store.tables;
  expect(sessions.get(sessionId)).toMatchObject({ state: 'expired', dataKeyId: null });
  expect([...parts.values()].filter((part) => part.sessionId === sessionId)).toEqual([]);
  expect(context.blobs.blobs.size).toBe(0);
  expect(verdicts.has(sessionId)).toBe(false);
  expect([...attempts.values()].filter(({ state }) => state === 'open')).toEqual([]);
}

describe('a consent that is taken back', () => {
  it('begins nothing, and can not be sent once more in the same session', async () => {
    const { sessionId } = await driveSession(context, { until: 'consented', request: AS_ANNA });
    await takeBack();
    const begin = await beginPlan(context, { sessionId, request: TEST_BEGIN });
    expect(begin).toMatchObject({
      refusal: { code: 'CONSENT_REQUIRED', detail: expect.stringMatching(/taken back/) },
    });
    // The attacker has kept the request from before and sends it again, then another one.
    for (const request of [TEST_CONSENT, createTestConsent({ language: 'en' })]) {
      expect(codeOf(await recordConsent(context, { sessionId, request }))).toBe('CONSENT_REQUIRED');
    }
    expect(codeOf(await beginPlan(context, { sessionId, request: TEST_BEGIN }))).toBe('CONSENT_REQUIRED');
    expect(context.store.tables.consents.size).toBe(1);
  });

  it('can be given anew in a new session', async () => {
    await driveSession(context, { until: 'consented', request: AS_ANNA });
    await takeBack();
    const { row } = await driveSession(context, { until: 'begun', request: AS_ANNA });
    expect((await row()).state).toBe('begun');
  });

  it('counts by the time of the withdrawal, where its receipt was written while that went on', async () => {
    const { sessionId, row } = await driveSession(context, { until: 'consented', request: AS_ANNA });
    await takeBack();
    const { receiptId } = await row();
    await context.store.transaction(async (tx) => {
      const receipt = await tx.consents.get(receiptId ?? '');
      if (!receipt) throw new TypeError('there is no receipt');
      await tx.consents.delete(receipt.receiptId);
      await tx.consents.insert({ ...receipt, withdrawnAtMs: null });
    });
    expect(codeOf(await beginPlan(context, { sessionId, request: TEST_BEGIN }))).toBe('CONSENT_REQUIRED');
  });

  it('counts by its own row, where nothing else says so', async () => {
    const { sessionId, row } = await driveSession(context, { until: 'consented' });
    const { receiptId } = await row();
    const receipt = context.store.tables.consents.get(receiptId ?? '');
    if (!receipt) throw new TypeError('there is no receipt');
    context.store.tables.consents.set(receipt.receiptId, {
      ...receipt,
      withdrawnAtMs: context.time.nowMs(),
    });
    expect(codeOf(await beginPlan(context, { sessionId, request: TEST_BEGIN }))).toBe('CONSENT_REQUIRED');
  });

  it('before the completion ends the session: its evidence is deleted and never judged', async () => {
    const { sessionId, evidenceHash } = await driveSession(context, { until: 'uploaded', request: AS_ANNA });
    await takeBack();
    const done = await completeSession(context, { sessionId, request: { evidenceHash } });
    expect(codeOf(done)).toBe('CONSENT_REQUIRED');
    await expectEnded(sessionId);
    expect(context.store.jobs).toEqual([]);
    expect(actions()).toContain('session-withdraw');
  });

  it('between the completion and the judging: nothing is recomputed', async () => {
    const { sessionId } = await driveSession(context, { request: AS_ANNA });
    await takeBack();
    const judge = createScriptedJudge();
    expect(await judgeSession(context, { sessionId, judge })).toEqual({ ok: true, decided: false });
    expect(judge.requests).toEqual([]);
    await expectEnded(sessionId);
  });

  it('while a judge is at work: nothing comes of what it finds', async () => {
    const { sessionId } = await driveSession(context, { request: AS_ANNA });
    const scripted = createScriptedJudge();
    const judge: typeof scripted = {
      ...scripted,
      judge: async (...words) => {
        await takeBack();
        return scripted.judge(...words);
      },
    };
    expect(await judgeSession(context, { sessionId, judge })).toEqual({ ok: true, decided: false });
    await expectEnded(sessionId);
  });

  it('after the verdict changes nothing of it: what was lawful stays', async () => {
    const { sessionId, row } = await driveSession(context, { request: AS_ANNA });
    answered(await judgeSession(context, { sessionId, judge: createScriptedJudge() }));
    await takeBack();
    await context.store.transaction((tx) => endUnconsented(tx, context, ANNA));
    expect((await row()).state).toBe('decided');
    expect(context.store.tables.verdicts.has(sessionId)).toBe(true);
  });

  it("at level none: the device's word is not taken", async () => {
    const { sessionId } = await driveSession(context, {
      until: 'begun',
      request: { ...AS_ANNA, policy: 'device-only' },
    });
    await takeBack();
    const request = { status: 'completed', durationMs: 9000 } as const;
    expect(codeOf(await reportOutcome(context, { sessionId, request }))).toBe('CONSENT_REQUIRED');
    await expectEnded(sessionId);
  });

  it('ends at once all that is under way of the person, and of nobody else', async () => {
    const begun = await driveSession(context, { until: 'uploaded', request: AS_ANNA });
    const completed = await driveSession(context, { request: AS_ANNA });
    const issued = await driveSession(context, { until: 'consented', request: AS_ANNA });
    const other = await driveSession(context, { until: 'begun', request: { subject: 'bob' } });
    await takeBack();
    const ended = await context.store.transaction((tx) => endUnconsented(tx, context, ANNA));
    expect([...ended].sort()).toEqual([begun.sessionId, completed.sessionId].sort());
    expect((await begun.row()).state).toBe('expired');
    expect((await completed.row()).state).toBe('expired');
    expect((await issued.row()).state).toBe('issued');
    expect((await other.row()).state).toBe('begun');
  });
});

describe("a guardian's consent that is taken back", () => {
  it("ends the minor's session that leans on it, evidence and all, and begins none", async () => {
    const guardianReceiptId = await createTestGuardian(context, { subject: 'pupil-7' });
    const request = { subject: 'pupil-7', ageBand: 'teen', guardianReceiptId } as const;
    const { sessionId } = await driveSession(context, { until: 'uploaded', request });
    const waiting = await driveSession(context, { until: 'consented', request });
    const answer = await withdrawGuardianConsent(context, { clientId: 'bank', receiptId: guardianReceiptId });
    expect(answer).toEqual({ ok: true, ended: 1 });
    await expectEnded(sessionId);
    const begin = await beginPlan(context, { sessionId: waiting.sessionId, request: TEST_BEGIN });
    expect(codeOf(begin)).toBe('CONSENT_REQUIRED');
    // Again, it changes nothing.
    expect(
      await withdrawGuardianConsent(context, { clientId: 'bank', receiptId: guardianReceiptId }),
    ).toEqual({ ok: true, ended: 0 });
  });
});

describe('a session that a platform decides', () => {
  it('is not begun, completed or asked after without a consent that stands', async () => {
    const bench = await createPlatformBench();
    const { wechat, verifier } = bench;
    const consented = await drivePlatform(bench, { until: 'consented', request: AS_ANNA });
    const begun = await drivePlatform(bench, { until: 'begun', request: AS_ANNA });
    const completed = await drivePlatform(bench, { request: AS_ANNA });
    await takeBack(bench.context);
    const asked = wechat.requests.length;
    const { sessionId } = consented;
    const begin = { sessionId, request: TEST_PLATFORM_BEGIN, verifier };
    expect(codeOf(await beginPlatform(bench.context, begin))).toBe('CONSENT_REQUIRED');
    expect(codeOf(await completePlatform(bench.context, { sessionId: begun.sessionId }))).toBe(
      'CONSENT_REQUIRED',
    );
    expect(await judgePlatform(bench.context, { sessionId: completed.sessionId, verifier })).toEqual({
      ok: true,
      decided: false,
      word: null,
    });
    expect(wechat.requests.length).toBe(asked);
    const { sessions, verdicts, platformChecks } = bench.context.store.tables;
    for (const id of [begun.sessionId, completed.sessionId]) {
      expect(sessions.get(id)?.state).toBe('expired');
      expect(platformChecks.has(id)).toBe(false);
    }
    expect(verdicts.size).toBe(0);
  });

  it('throws the id away where the consent was taken back while the platform was asked', async () => {
    const bench = await createPlatformBench();
    const { sessionId } = await drivePlatform(bench, { until: 'consented', request: AS_ANNA });
    const verifier: typeof bench.verifier = {
      ...bench.verifier,
      name: bench.verifier.name,
      begin: async (question) => {
        await takeBack(bench.context);
        return bench.verifier.begin(question);
      },
      query: (question) => bench.verifier.query(question),
    };
    const begin = await beginPlatform(bench.context, { sessionId, request: TEST_PLATFORM_BEGIN, verifier });
    expect(codeOf(begin)).toBe('CONSENT_REQUIRED');
    expect(bench.context.store.tables.platformChecks.get(sessionId)?.verifyId).toBeNull();
  });
});

describe('a person who asked that nothing of theirs be used', () => {
  const restrict = (subject = 'anna') =>
    context.store.transaction((tx) =>
      tx.subjects.update('bank', subject, { restrictedAtMs: context.time.nowMs() }),
    );

  it('is refused with RESTRICTED at issue, consent and begin', async () => {
    const issued = await driveSession(context, { until: 'issued', request: AS_ANNA });
    const consented = await driveSession(context, { until: 'consented', request: AS_ANNA });
    await restrict();
    expect(codeOf(await issueSession(context, { clientId: 'bank', request: AS_ANNA }))).toBe('RESTRICTED');
    const consent = { sessionId: issued.sessionId, request: TEST_CONSENT };
    expect(codeOf(await recordConsent(context, consent))).toBe('RESTRICTED');
    const begin = { sessionId: consented.sessionId, request: TEST_BEGIN };
    expect(codeOf(await beginPlan(context, begin))).toBe('RESTRICTED');
    const other = await issueSession(context, { clientId: 'insurer', request: AS_ANNA });
    expect(codeOf(other)).toBe('ok');
  });

  it('is not judged in mid-session; what there is of them is kept', async () => {
    const { sessionId, row } = await driveSession(context, { request: AS_ANNA });
    const before = context.blobs.blobs.size;
    await restrict();
    const judge = createScriptedJudge();
    expect(await judgeSession(context, { sessionId, judge })).toEqual({ ok: true, decided: false });
    expect(judge.requests).toEqual([]);
    expect((await row()).state).toBe('expired');
    expect(context.blobs.blobs.size).toBe(before);
    expect(actions()).toContain('session-restrict');
  });
});
