import { describe, expect, it } from '@jest/globals';
import { DEFAULT_DEPLOYMENT, type Deployment, type PolicyTerms } from '@huoti/privacy';
import { beginPlan } from '../sessions/beginPlan.js';
import { completeSession } from '../sessions/completeSession.js';
import { issueSession } from '../sessions/issueSession.js';
import { recordConsent } from '../sessions/recordConsent.js';
import { createTestConsent } from '../testing/createTestConsent.js';
import { createTestContext, type TestContext } from '../testing/createTestContext.js';
import { createTestGuardian } from '../testing/createTestGuardian.js';
import { deploymentOf } from '../testing/deploymentOf.js';
import { answered, driveSession, TEST_BEGIN } from '../testing/driveSession.js';

const DAY_MS = 86_400_000;
/** A Tuesday, 23:30 in Shanghai. */
const PUBLISHED_MS = Date.UTC(2026, 0, 20, 15, 30);
const MIDNIGHT_MS = Date.UTC(2026, 0, 20, 16);
const { retention } = DEFAULT_DEPLOYMENT.versions[0]!.terms;
const WIDER: Partial<PolicyTerms> = { retention: { ...retention, 'face-crop': 2 * DAY_MS } };
const NARROWER: Partial<PolicyTerms> = { retention: { ...retention, 'face-crop': DAY_MS / 2 } };
/** Other words, and the same of a person's data. */
const SAME: Partial<PolicyTerms> = { answerWithinWorkingDays: 10 };

const twoVersions = (terms: Partial<PolicyTerms>, changes: Partial<Deployment> = {}) =>
  deploymentOf(
    [
      { version: '1', publishedAtMs: PUBLISHED_MS - 19 * DAY_MS },
      { version: '2', publishedAtMs: PUBLISHED_MS, terms },
    ],
    changes,
  );

const at = (privacy: Deployment, startMs: number): Promise<TestContext> =>
  createTestContext({ settings: { privacy }, startMs });
const codeOf = (answer: { ok: boolean; refusal?: { code: string } }) => answer.refusal?.code ?? 'ok';

/** What the server says to a consent to each version at a moment. */
async function heldAt(privacy: Deployment, atMs: number): Promise<Record<string, string>> {
  const held: Record<string, string> = {};
  for (const version of ['1', '2']) {
    const context = await at(privacy, atMs);
    const { sessionId } = await driveSession(context, { until: 'issued' });
    const request = createTestConsent({ deployment: privacy, version, atMs });
    const answer = await recordConsent(context, { sessionId, request });
    held[version] = codeOf(answer);
  }
  return held;
}

describe('a new version of the policy', () => {
  it.each([
    // The same moment is another day, and the next day begins at another moment, in each of them.
    ['Asia/Shanghai', 480, Date.UTC(2026, 0, 20, 16)],
    ['Asia/Kolkata', 330, Date.UTC(2026, 0, 20, 18, 30)],
    ['Europe/London', 0, Date.UTC(2026, 0, 21)],
    ['America/Los_Angeles', -480, Date.UTC(2026, 0, 21, 8)],
    ['Pacific/Kiritimati', 840, Date.UTC(2026, 0, 21, 10)],
    ['Pacific/Pago_Pago', -660, Date.UTC(2026, 0, 21, 11)],
  ])(
    'is asked for in %s from its next midnight on, to the ms',
    async (timeZone, utcOffsetMinutes, fromMs) => {
      const privacy = twoVersions(WIDER, { timeZone, utcOffsetMinutes });
      expect(await heldAt(privacy, fromMs - 1)).toEqual({ 1: 'ok', 2: 'CONSENT_REQUIRED' });
      expect(await heldAt(privacy, fromMs)).toEqual({ 1: 'CONSENT_REQUIRED', 2: 'ok' });
    },
  );

  it.each([
    ['keeps more', WIDER],
    ['keeps less', NARROWER],
  ])('that %s asks whoever agreed before midnight and begins after it again', async (_what, terms) => {
    const privacy = twoVersions(terms);
    const context = await at(privacy, MIDNIGHT_MS - 60_000);
    const { sessionId } = await driveSession(context, { until: 'consented' });
    context.time.advanceBy(60_000);
    const begin = () => beginPlan(context, { sessionId, request: TEST_BEGIN });
    expect(await begin()).toMatchObject({
      refusal: { code: 'CONSENT_REQUIRED', detail: expect.stringMatching(/notice of version "2"/) },
    });
    const request = createTestConsent({ deployment: privacy, atMs: context.time.nowMs() });
    answered(await recordConsent(context, { sessionId, request }));
    expect(codeOf(await begin())).toBe('ok');
    const { policyVersion } = [...context.store.tables.consents.values()].pop() ?? {};
    expect(policyVersion).toBe('2');
  });

  it('that changes nothing of what is taken and kept asks nobody again', async () => {
    const privacy = twoVersions(SAME);
    const context = await at(privacy, MIDNIGHT_MS - 60_000);
    const { sessionId } = await driveSession(context, { until: 'consented' });
    context.time.advanceBy(120_000);
    expect(codeOf(await beginPlan(context, { sessionId, request: TEST_BEGIN }))).toBe('ok');
    // Also whoever had the old text on the screen at midnight and agrees now.
    expect(await heldAt(privacy, MIDNIGHT_MS + 60_000)).toEqual({ 1: 'ok', 2: 'ok' });
  });

  it('does not stop a session that began under the old one', async () => {
    const context = await at(twoVersions(WIDER), MIDNIGHT_MS - 20_000);
    const { sessionId, evidenceHash, row } = await driveSession(context, { until: 'uploaded' });
    context.time.advanceBy(MIDNIGHT_MS - context.time.nowMs() + 1_000);
    const done = await completeSession(context, { sessionId, request: { evidenceHash } });
    expect(codeOf(done)).toBe('ok');
    expect((await row()).state).toBe('completed');
  });

  it('that drops a level, or the comparison, ends the issue of such sessions at its midnight', async () => {
    const privacy = twoVersions({ levels: ['none', 'trace'], purposes: ['liveness'] });
    const context = await at(privacy, MIDNIGHT_MS - 1);
    const issue = (request: object) => issueSession(context, { clientId: 'bank', request });
    expect(codeOf(await issue({}))).toBe('ok');
    expect(codeOf(await issue({ policy: 'trace', referenceId: 'face-7' }))).toBe('NOT_FOUND');
    context.time.advanceBy(1);
    expect(await issue({})).toMatchObject({
      refusal: {
        code: 'INVALID_ARGUMENT',
        detail: expect.stringMatching(/no sessions of the level "frames"/),
      },
    });
    expect(await issue({ policy: 'trace', referenceId: 'face-7' })).toMatchObject({
      refusal: { code: 'INVALID_ARGUMENT', detail: expect.stringMatching(/compares no faces/) },
    });
    expect(codeOf(await issue({ policy: 'trace' }))).toBe('ok');
  });

  it("needs the guardian's word again, too, where it takes something else", async () => {
    const privacy = twoVersions(WIDER);
    const context = await at(privacy, MIDNIGHT_MS - 60_000);
    const guardianReceiptId = await createTestGuardian(context, { subject: 'pupil-7' });
    const request = { subject: 'pupil-7', ageBand: 'teen', guardianReceiptId } as const;
    const { sessionId } = answered(await issueSession(context, { clientId: 'bank', request })).body;
    context.time.advanceBy(60_000);
    const consent = createTestConsent({ deployment: privacy, atMs: context.time.nowMs(), ageBand: null });
    expect(await recordConsent(context, { sessionId, request: consent })).toMatchObject({
      refusal: { code: 'CONSENT_REQUIRED', detail: expect.stringMatching(/guardian's consent: version "1"/) },
    });
  });
});
