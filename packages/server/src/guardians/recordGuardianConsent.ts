import type { GuardianConsentRequest, GuardianConsentResponse } from '@huoti/protocol';
import type { Answer } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';
import { writeAudit } from '../audit/writeAudit.js';
import { claimedNotice } from '../consent/claimedNotice.js';
import type { ServerContext } from '../context/ServerContext.js';
import { randomId } from '../sealing/randomId.js';
import { admitSubject } from '../subjects/admitSubject.js';
import { ensureSubject } from '../subjects/ensureSubject.js';

/** What {@link recordGuardianConsent} takes. */
export interface RecordGuardianConsentOptions {
  /** From the API key. */
  clientId: string;
  request: GuardianConsentRequest;
  /** For the audit log: `key:<id>`. @default "system" */
  actor?: string;
}

/**
 * Keeps that a guardian consented in writing to a minor's sessions, up to a level. What the guardian signed is the notice of that level, with
 * the question about comparison or without it: it is made again here, for the version that held when it was signed. Who the guardian is and
 * where the paper lies are the operator's own words.
 *
 * Refused: INVALID_ARGUMENT, saying what does not fit; CONFLICT while everything of the minor is being deleted.
 *
 * @throws HuotiError BUSY, HOST_ERROR where a store or the master key is at fault
 * @example
 * const { textHash, policyVersion } = createNotice({ deployment, level: 'frames', comparison: false, language: 'en', atMs: signedAtMs });
 * await recordGuardianConsent(context, {
 *   clientId: 'school',
 *   request: { subject: 'pupil-7', guardian: 'guardian-7', document: 'archive/2026/117', level: 'frames', policyVersion, textHash, language: 'en', signedAtMs },
 * });
 */
export async function recordGuardianConsent(
  context: ServerContext,
  { clientId, request, actor = 'system' }: RecordGuardianConsentOptions,
): Promise<Answer<{ body: GuardianConsentResponse }>> {
  const { store, random, time, settings } = context;
  const { subject, guardian, document, level, policyVersion, textHash, language, signedAtMs } = request;
  const expiresAtMs = request.expiresAtMs ?? null;
  const recordedAtMs = time.nowMs();
  const wrong = (detail: string) => refused('INVALID_ARGUMENT', detail);
  if (signedAtMs > recordedAtMs) {
    return wrong('signedAtMs lies in the future: give the time at which the guardian signed');
  }
  if (expiresAtMs !== null && expiresAtMs <= recordedAtMs) {
    return wrong('expiresAtMs is past: a consent that has run out carries no session');
  }
  let misfit: string | null = 'textHash is not that of the notice of this version, level and language';
  for (const comparison of [false, true]) {
    const claimed = { level, policyVersion, language, comparison };
    const { notice, fault } = claimedNotice(settings.privacy, claimed, signedAtMs);
    if (notice?.textHash === textHash) misfit = null;
    else if (fault !== null && !comparison) misfit = fault;
  }
  if (misfit !== null) {
    return wrong(`${misfit}: have the guardian sign what createNotice gives for the time of signing`);
  }

  const { pseudonym } = await ensureSubject(context, { clientId, subject });
  const receiptId = randomId(random);
  return store.transaction(async (tx) => {
    const admitted = await admitSubject(tx, { clientId, subject });
    if (!admitted.ok) return admitted;
    await tx.guardianConsents.insert({
      receiptId,
      clientId,
      subject,
      guardian,
      document,
      level,
      policyVersion,
      textHash,
      language,
      signedAtMs,
      recordedAtMs,
      expiresAtMs,
      withdrawnAtMs: null,
    });
    await writeAudit(tx, context, {
      actor,
      action: 'guardian-consent-record',
      object: receiptId,
      pseudonym,
      facts: { level, policyVersion, signedAtMs, expiresAtMs },
    });
    return { ok: true, body: { receiptId, recordedAtMs } };
  });
}
