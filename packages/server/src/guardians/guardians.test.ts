import { beforeEach, describe, expect, it } from '@jest/globals';
import type { GuardianConsentRequest } from '@huoti/protocol';
import { issueSession } from '../sessions/issueSession.js';
import { recordConsent } from '../sessions/recordConsent.js';
import { createTestConsent, type TestConsentOptions } from '../testing/createTestConsent.js';
import { createTestContext, type TestContext } from '../testing/createTestContext.js';
import { createTestGuardian } from '../testing/createTestGuardian.js';
import { answered, sha256Hex } from '../testing/driveSession.js';
import { listGuardianConsents } from './listGuardianConsents.js';
import { recordGuardianConsent } from './recordGuardianConsent.js';
import { withdrawGuardianConsent } from './withdrawGuardianConsent.js';

const HOUR_MS = 3_600_000;

let context: TestContext;
beforeEach(async () => {
  context = await createTestContext();
});

const signed = (
  changes: Partial<GuardianConsentRequest> = {},
  shown: TestConsentOptions = {},
): GuardianConsentRequest => {
  const { level, policyVersion, textHash, language } = createTestConsent(shown);
  return {
    subject: 'pupil-7',
    guardian: 'guardian-7',
    document: 'shelf 7',
    level,
    policyVersion,
    textHash,
    language,
    signedAtMs: context.time.nowMs() - HOUR_MS,
    ...changes,
  };
};
const record = (request: GuardianConsentRequest) =>
  recordGuardianConsent(context, { clientId: 'bank', request, actor: 'key:1' });
const said = (answer: { ok: boolean; refusal?: { code: string; detail: string } }) =>
  answer.ok ? 'ok' : `${answer.refusal?.code}: ${answer.refusal?.detail}`;

describe("a guardian's consent", () => {
  it('is kept with who, where the paper lies, what was signed and when', async () => {
    const request = signed({ expiresAtMs: context.time.nowMs() + HOUR_MS });
    const { body } = answered(await record(request));
    const { consents } = answered(
      await listGuardianConsents(context, { clientId: 'bank', subject: 'pupil-7' }),
    ).body;
    expect(consents).toEqual([
      { ...request, ...body, recordedAtMs: context.time.nowMs(), withdrawnAtMs: null },
    ]);
  });

  it('stands in the audit log by pseudonym: neither the minor nor the guardian is named there', async () => {
    const { receiptId } = answered(await record(signed())).body;
    answered(await withdrawGuardianConsent(context, { clientId: 'bank', receiptId, actor: 'key:1' }));
    const lines = [...context.store.tables.audit.values()];
    expect(lines.map(({ action, actor, object }) => [action, actor, object])).toEqual([
      ['guardian-consent-record', 'key:1', receiptId],
      ['guardian-consent-withdraw', 'key:1', receiptId],
    ]);
    expect(lines.every(({ pseudonym }) => /^[0-9a-f]{64}$/.test(pseudonym ?? ''))).toBe(true);
    expect(JSON.stringify(lines)).not.toMatch(/pupil-7|guardian-7/);
  });

  it.each<[string, () => GuardianConsentRequest, RegExp]>([
    [
      'to a text that is no notice of ours',
      () => signed({ textHash: sha256Hex('sign here') }),
      /textHash is not/,
    ],
    [
      'to the notice of a lower level than it says',
      () => signed({ level: 'frames' }, { level: 'trace' }),
      /textHash is not/,
    ],
    ['to a version that there is not', () => signed({ policyVersion: '9' }), /no version "9"/],
    ['in a language that there is no notice in', () => signed({ language: 'tlh' }), /no notice in "tlh"/],
    [
      'that will be signed tomorrow',
      () => signed({ signedAtMs: context.time.nowMs() + 1 }),
      /signedAtMs lies in the future/,
    ],
    ['that has run out already', () => signed({ expiresAtMs: context.time.nowMs() }), /expiresAtMs is past/],
  ])('%s is not recorded', async (_what, make, detail) => {
    expect(said(await record(make()))).toMatch(new RegExp(`^INVALID_ARGUMENT: .*${detail.source}`));
    expect(context.store.tables.guardianConsents.size).toBe(0);
  });

  it('is seen and taken back by nobody but the client who recorded it', async () => {
    const { receiptId } = answered(await record(signed())).body;
    const theirs = { clientId: 'insurer', subject: 'pupil-7' };
    expect(answered(await listGuardianConsents(context, theirs)).body.consents).toEqual([]);
    const unknown = await withdrawGuardianConsent(context, {
      clientId: 'insurer',
      receiptId: 'A'.repeat(22),
    });
    expect(await withdrawGuardianConsent(context, { clientId: 'insurer', receiptId })).toEqual(unknown);
    expect(said(unknown)).toMatch(/^NOT_FOUND/);
    expect(context.store.tables.guardianConsents.get(receiptId)?.withdrawnAtMs).toBeNull();
  });
});

describe('a session of a minor', () => {
  /** What the server says to a teen's consent with a guardian's receipt. */
  const carried = async (
    guardianReceiptId: string,
    { policy = 'default', referenceId }: { policy?: string; referenceId?: string } = {},
  ) => {
    const request = { policy, subject: 'pupil-7' };
    const { sessionId } = answered(await issueSession(context, { clientId: 'bank', request })).body;
    const row = context.store.tables.sessions.get(sessionId);
    // As if the face had been enrolled before the issue: what it is does not matter here.
    if (row && referenceId !== undefined)
      context.store.tables.sessions.set(sessionId, { ...row, referenceId });
    const consent = createTestConsent({
      ageBand: 'teen',
      guardianReceiptId,
      level: policy === 'trace' ? 'trace' : 'frames',
      comparison: referenceId !== undefined,
    });
    return said(await recordConsent(context, { sessionId, request: consent }));
  };

  it('is carried by the consent of its own guardian, up to the level that was signed', async () => {
    const frames = await createTestGuardian(context, { subject: 'pupil-7' });
    expect(await carried(frames)).toBe('ok');
    expect(await carried(frames, { policy: 'trace' })).toBe('ok');
    const trace = await createTestGuardian(context, { subject: 'pupil-7', level: 'trace' });
    expect(await carried(trace, { policy: 'trace' })).toBe('ok');
    expect(await carried(trace)).toMatch(/^CONSENT_REQUIRED: .*reaches no further than "trace"/);
  });

  it("is not carried by the guardian of another child, or of another client's", async () => {
    // The attacker has a receipt that is good, for a sibling.
    const sibling = await createTestGuardian(context, { subject: 'pupil-8' });
    expect(await carried(sibling)).toMatch(/^CONSENT_REQUIRED: there is no guardian's consent of that id/);
    const elsewhere = await createTestGuardian(context, { subject: 'pupil-7', clientId: 'insurer' });
    expect(await carried(elsewhere)).toMatch(/^CONSENT_REQUIRED: there is no guardian's consent of that id/);
    expect(await carried('A'.repeat(22))).toMatch(
      /^CONSENT_REQUIRED: there is no guardian's consent of that id/,
    );
    const named = { subject: 'pupil-7', ageBand: 'teen', guardianReceiptId: sibling } as const;
    expect(said(await issueSession(context, { clientId: 'bank', request: named }))).toMatch(
      /^CONSENT_REQUIRED: there is no guardian's consent of that id/,
    );
  });

  it('is not carried by a consent that has run out or was taken back', async () => {
    const expiresAtMs = context.time.nowMs() + HOUR_MS;
    const short = await createTestGuardian(context, { subject: 'pupil-7', expiresAtMs });
    expect(await carried(short)).toBe('ok');
    context.time.advanceBy(HOUR_MS);
    expect(await carried(short)).toMatch(/^CONSENT_REQUIRED: the guardian's consent has run out/);
    const given = await createTestGuardian(context, { subject: 'pupil-7' });
    answered(await withdrawGuardianConsent(context, { clientId: 'bank', receiptId: given }));
    expect(await carried(given)).toMatch(/^CONSENT_REQUIRED: the guardian's consent was taken back/);
  });

  it('that compares faces needs a guardian who was asked about that', async () => {
    const without = await createTestGuardian(context, { subject: 'pupil-7' });
    expect(await carried(without, { referenceId: 'face-7' })).toMatch(
      /^CONSENT_REQUIRED: .*another notice than this session's, which compares faces/,
    );
    const withIt = await createTestGuardian(context, { subject: 'pupil-7', comparison: true });
    expect(await carried(withIt, { referenceId: 'face-7' })).toBe('ok');
    expect(await carried(withIt)).toBe('ok');
  });
});
