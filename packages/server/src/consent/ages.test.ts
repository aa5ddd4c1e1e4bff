import { beforeEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_DEPLOYMENT, type PolicyTerms } from '@huoti/privacy';
import type { CreateSessionRequest } from '@huoti/protocol';
import { beginPlan } from '../sessions/beginPlan.js';
import { issueSession } from '../sessions/issueSession.js';
import { recordConsent } from '../sessions/recordConsent.js';
import { createTestConsent, type TestConsentOptions } from '../testing/createTestConsent.js';
import { createTestContext, type TestContext } from '../testing/createTestContext.js';
import { createTestGuardian } from '../testing/createTestGuardian.js';
import { deploymentOf } from '../testing/deploymentOf.js';
import { answered, driveSession, TEST_BEGIN } from '../testing/driveSession.js';

const [V1] = DEFAULT_DEPLOYMENT.versions;
const privacyOf = (ages: PolicyTerms['ages']) =>
  deploymentOf([{ version: '1', publishedAtMs: V1?.publishedAtMs ?? 0, terms: { ages } }]);

let context: TestContext;
beforeEach(async () => {
  context = await createTestContext();
});

const issue = async (request: CreateSessionRequest) =>
  answered(await issueSession(context, { clientId: 'bank', request })).body.sessionId;
const consent = (sessionId: string, options: TestConsentOptions) =>
  recordConsent(context, {
    sessionId,
    request: createTestConsent({ deployment: context.settings.privacy, ...options }),
  });
const said = (answer: { ok: boolean; refusal?: { code: string; detail: string } }) =>
  answer.ok ? 'ok' : `${answer.refusal?.code}: ${answer.refusal?.detail}`;

describe('the age', () => {
  it('is asked where the backend has not said it', async () => {
    const sessionId = await issue({});
    expect(said(await consent(sessionId, { ageBand: null }))).toMatch(
      /^CONSENT_REQUIRED: the age comes first/,
    );
    expect(said(await consent(sessionId, { ageBand: 'adult' }))).toBe('ok');
  });

  it('is not asked where the backend has said it, and nobody may say another', async () => {
    const sessionId = await issue({ subject: 'pupil-7', ageBand: 'teen' });
    // The attacker is 15 and ticks "18 or older".
    expect(said(await consent(sessionId, { ageBand: 'adult' }))).toMatch(
      /^CONSENT_REQUIRED: this session is of the age "teen"/,
    );
    expect(said(await consent(sessionId, { ageBand: null }))).toMatch(
      /guardian's written consent comes first/,
    );
    const adult = await issue({ subject: 'customer-3', ageBand: 'adult' });
    expect(said(await consent(adult, { ageBand: 'child' }))).toMatch(/^CONSENT_REQUIRED/);
    expect(said(await consent(adult, { ageBand: null }))).toBe('ok');
    expect(said(await consent(adult, { ageBand: 'adult' }))).toBe('ok');
  });

  it('that was said first stands: who was refused for it is not older the second time', async () => {
    const sessionId = await issue({ subject: 'pupil-7' });
    expect(said(await consent(sessionId, { ageBand: 'child' }))).toMatch(/nobody under 14/);
    expect(said(await consent(sessionId, { ageBand: 'adult' }))).toMatch(/is of the age "child"/);
    expect(said(await beginPlan(context, { sessionId, request: TEST_BEGIN }))).toMatch(/^CONSENT_REQUIRED/);
  });

  it('is kept with the session, the person and the receipt, which retention goes by', async () => {
    const sessionId = await issue({ subject: 'anna' });
    answered(await consent(sessionId, {}));
    const { sessions, consents, subjects } = context.store.tables;
    expect(sessions.get(sessionId)?.ageBand).toBe('adult');
    expect([...consents.values()].map(({ ageBand }) => ageBand)).toEqual(['adult']);
    expect([...subjects.values()].map(({ ageBand }) => ageBand)).toEqual(['adult']);
  });
});

describe('under 14', () => {
  it('nobody is verified, unless the operator decides otherwise: with a receipt, too', async () => {
    const guardianReceiptId = await createTestGuardian(context, { subject: 'pupil-7' });
    const asked = await issueSession(context, {
      clientId: 'bank',
      request: { subject: 'pupil-7', ageBand: 'child', guardianReceiptId },
    });
    expect(said(asked)).toMatch(/^CONSENT_REQUIRED: .*nobody under 14/);
    const sessionId = await issue({ subject: 'pupil-7' });
    expect(said(await consent(sessionId, { ageBand: 'child', guardianReceiptId }))).toMatch(
      /nobody under 14/,
    );
  });

  it("is verified with a guardian's consent where the operator allows it", async () => {
    const privacy = privacyOf({ teens: 'refuse', children: 'with-guardian' });
    context = await createTestContext({ settings: { privacy } });
    const guardianReceiptId = await createTestGuardian(context, { subject: 'pupil-7' });
    const sessionId = await issue({ subject: 'pupil-7', ageBand: 'child', guardianReceiptId });
    expect(said(await consent(sessionId, { ageBand: null }))).toBe('ok');
    expect(said(await beginPlan(context, { sessionId, request: TEST_BEGIN }))).toBe('ok');
    // The same operator may take nobody from 14 to 17.
    const teen = await issueSession(context, {
      clientId: 'bank',
      request: { subject: 'pupil-9', ageBand: 'teen' },
    });
    expect(said(teen)).toMatch(/^CONSENT_REQUIRED: .*nobody from 14 to 17/);
  });
});

describe('from 14 to 17', () => {
  it("a guardian's consent carries the session, named by the backend or by the page", async () => {
    const guardianReceiptId = await createTestGuardian(context, { subject: 'pupil-7' });
    const byBackend = await issue({ subject: 'pupil-7', guardianReceiptId });
    expect(said(await consent(byBackend, { ageBand: 'teen' }))).toBe('ok');
    const byPage = await issue({ subject: 'pupil-7' });
    expect(said(await consent(byPage, { ageBand: 'teen', guardianReceiptId }))).toBe('ok');
    expect(said(await beginPlan(context, { sessionId: byPage, request: TEST_BEGIN }))).toBe('ok');
    const receipts = [...context.store.tables.consents.values()];
    expect(receipts.map((one) => [one.ageBand, one.guardianReceiptId])).toEqual([
      ['teen', guardianReceiptId],
      ['teen', guardianReceiptId],
    ]);
  });

  it('a minor without a name can have no guardian', async () => {
    const sessionId = await issue({});
    const guardianReceiptId = await createTestGuardian(context, { subject: 'pupil-7' });
    expect(said(await consent(sessionId, { ageBand: 'teen', guardianReceiptId }))).toMatch(
      /^CONSENT_REQUIRED: .*name the subject when the session is created/,
    );
    const request = { ageBand: 'teen' } as const;
    expect(said(await issueSession(context, { clientId: 'bank', request }))).toMatch(
      /^INVALID_ARGUMENT: .*name the minor as subject/,
    );
  });

  it('a begin looks at the guardian again: what ran out after the consent carries nothing', async () => {
    const expiresAtMs = context.time.nowMs() + 60_000;
    const guardianReceiptId = await createTestGuardian(context, { subject: 'pupil-7', expiresAtMs });
    const sessionId = await issue({ subject: 'pupil-7', ageBand: 'teen', guardianReceiptId });
    expect(said(await consent(sessionId, { ageBand: null }))).toBe('ok');
    context.time.advanceBy(60_000);
    expect(said(await beginPlan(context, { sessionId, request: TEST_BEGIN }))).toMatch(
      /^CONSENT_REQUIRED: the guardian's consent has run out/,
    );
  });

  it('and over 18 a guardian has no say', async () => {
    const { row } = await driveSession(context, { until: 'begun', request: { subject: 'customer-3' } });
    const { receiptId } = await row();
    expect(context.store.tables.consents.get(receiptId ?? '')?.guardianReceiptId).toBeNull();
  });
});
