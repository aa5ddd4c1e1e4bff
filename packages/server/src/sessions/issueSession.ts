import type { CreateSessionRequest, CreateSessionResponse } from '@huoti/protocol';
import type { Answer } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';
import { retryAfterMs } from '../attempts/retryAfterMs.js';
import { tooManyAttempts } from '../attempts/tooManyAttempts.js';
import { writeAudit } from '../audit/writeAudit.js';
import { consentRefused } from '../consent/consentRefused.js';
import { refuseIssue } from '../consent/refuseIssue.js';
import { refuseRestricted } from '../consent/refuseRestricted.js';
import { hashToken } from '../clients/hashToken.js';
import { randomToken } from '../clients/randomToken.js';
import type { ServerContext } from '../context/ServerContext.js';
import { signedPolicy } from '../context/signedPolicy.js';
import { auditGround } from '../grounds/auditGround.js';
import { guardianFault } from '../guardians/guardianFault.js';
import { refusedHosts } from '../hosts/refusedHosts.js';
import type { SessionRow } from '../ports/rows.js';
import { sealIdentity } from '../platform/sealIdentity.js';
import { randomId } from '../sealing/randomId.js';
import { admitSubject } from '../subjects/admitSubject.js';
import { ensureSubject } from '../subjects/ensureSubject.js';
import { refuseForgotten } from '../subjects/refuseForgotten.js';

/** What {@link issueSession} takes. */
export interface IssueSessionOptions {
  /** From the API key: `authenticateApiKey`. */
  clientId: string;
  request: CreateSessionRequest;
  /** For the audit log: `key:<id>`. @default "system" */
  actor?: string;
}

/**
 * A new session for the integrator's backend. The client token in the answer is kept nowhere: only its hash is.
 *
 * A ground in law takes the place of the person's consent only where the settings allow it by name, and is audited with each session; it never
 * comes from anywhere else than this request.
 *
 * Refused: INVALID_ARGUMENT for a policy or a ground that is not allowed here, for what the privacy policy in force does not promise, and where
 * an identity is missing or needless; NOT_FOUND for a reference that does not exist; CONSENT_REQUIRED for an age that is not verified here and
 * a guardian's consent that does not carry the session; RESTRICTED; CONFLICT while everything of the subject is being deleted;
 * TOO_MANY_ATTEMPTS.
 *
 * @example const answer = await issueSession(context, { clientId: 'bank', request: { subject: 'customer-17' } });
 */
export async function issueSession(
  context: ServerContext,
  { clientId, request, actor = 'system' }: IssueSessionOptions,
): Promise<Answer<{ body: CreateSessionResponse }>> {
  const { settings, store, time, random } = context;
  const name = request.policy ?? 'default';
  const chosen =
    settings.allowedPolicies.includes(name) && Object.hasOwn(settings.policies, name)
      ? settings.policies[name]
      : undefined;
  if (!chosen) return refused('INVALID_ARGUMENT', 'the policy is not one that this server allows');

  const policy = signedPolicy(settings, chosen);
  const { identity } = request;
  if ((policy.platform === undefined) !== (identity === undefined)) {
    return refused(
      'INVALID_ARGUMENT',
      policy.platform === undefined
        ? 'this policy verifies no identity: leave it out'
        : `this policy has ${policy.platform} verify an identity: name whose`,
    );
  }
  const nowMs = time.nowMs();
  const early = refuseIssue(settings, request, { policy, atMs: nowMs });
  if (early) return early;
  const { subject = null, guardianReceiptId = null } = request;
  // Whoever is named has a key, under which the audit log calls them.
  const named = subject === null ? null : await ensureSubject(context, { clientId, subject });
  const clientToken = randomToken(random);
  const sessionId = randomId(random);
  // Sealed before the transaction; the clear text is kept nowhere.
  const secret = identity === undefined ? null : await sealIdentity(context, { sessionId, identity });
  const row: SessionRow = {
    id: sessionId,
    clientId,
    subject,
    referenceId: request.referenceId ?? null,
    policy,
    state: 'issued',
    issuedAtMs: nowMs,
    expiresAtMs: nowMs + settings.limits.beginWithinMs,
    tokenHash: hashToken(clientToken),
    clientKey: request.clientKeyThumbprint ?? null,
    receiptId: null,
    begunAtMs: null,
    mirroringKnown: null,
    planJws: null,
    planHash: null,
    steps: null,
    reveals: [],
    requestedPictures: null,
    evidenceHash: null,
    completedAtMs: null,
    decidedAtMs: null,
    host: null,
    dataKeyId: secret?.dataKey.id ?? null,
    ageBand: request.ageBand ?? null,
    guardianReceiptId,
    legalGround: request.legalGround ?? null,
  };
  return store.transaction(async (tx) => {
    if (subject !== null) {
      const admitted = await admitSubject(tx, { clientId, subject });
      if (!admitted.ok) return admitted;
    }
    const reference = row.referenceId === null ? null : await tx.references.get(clientId, row.referenceId);
    if (row.referenceId !== null && !reference) {
      return refused('NOT_FOUND', 'there is no reference of that id: enrol the face first');
    }
    const forgotten = reference && (await refuseForgotten(tx, { clientId, subject: reference.subject }));
    if (forgotten) return forgotten;
    const restricted = await refuseRestricted(tx, row);
    if (restricted) return restricted;
    if (guardianReceiptId !== null) {
      const fault = await guardianFault(tx, settings, {
        session: row,
        receiptId: guardianReceiptId,
        atMs: nowMs,
      });
      if (fault !== null) return consentRefused(fault);
    }
    // Issuing is no try. It is checked so that nobody is asked for a face that can't be judged anyway.
    const waitMs = await retryAfterMs(tx, context, row);
    if (waitMs > 0) return tooManyAttempts(waitMs);
    await tx.sessions.insert(row);
    if (subject !== null && row.ageBand !== null) {
      await tx.subjects.update(clientId, subject, { ageBand: row.ageBand });
    }
    if (secret !== null && policy.platform !== undefined) {
      await tx.dataKeys.insert(secret.dataKey);
      await tx.platformChecks.insert({
        sessionId,
        platform: policy.platform,
        identity: secret.sealed,
        serial: null,
        claimedUntilMs: null,
        verifyId: null,
        verifyExpiresAtMs: null,
        begins: 0,
        queries: 0,
      });
    }
    const pseudonym = named?.pseudonym ?? null;
    await writeAudit(tx, context, {
      actor,
      action: 'session-issue',
      object: row.id,
      pseudonym,
      facts: { policy: name },
    });
    await auditGround(tx, context, { session: row, at: 'issue', actor, pseudonym });
    const { expiresAtMs } = row;
    const hosts = [...refusedHosts(policy, settings)];
    return { ok: true, body: { sessionId, clientToken, expiresAtMs, policy, refusedHosts: hosts } };
  });
}
